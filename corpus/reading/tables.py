"""Makes of a grid of cells what the contract wants: header, caption, rows. Knows nothing of files or Markdown."""

import re
from dataclasses import replace
from itertools import pairwise

from corpus.reading.markdown import SEPARATOR, plain
from corpus.reading.pieces import Cell, Paragraph, Piece, Table

_NUMBER = re.compile(r"[-+(]?\s*\d[\d.,\s]*\)?\s*%?$")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_LETTERHEAD = re.compile(
    r"cộng\s+h(?:òa|oà)\s+xã\s+hội|độc\s+lập\s*[-–]|đảng\s+cộng\s+sản"
    r"|^\W*số\s*:.*\d*\s*/|,\s*ngày\s+[\d.…\s]*tháng\s+[\d.…\s]*năm|v/v\b",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNATURE = re.compile(
    r"^\W*(?:nơi\s+(?:nhận|gửi)\s*:|t/?m\.?\s|k/?t[./]|tl\.|tuq\.|q\.\s|\(?(?:đã\s+)?ký(?:\s*tên|,|\)|$))",
    re.IGNORECASE | re.MULTILINE,
)
MOST_LAYOUT_ROWS = 40
"""A letterhead or signature block has no more rows than this, even with a row for each recipient."""


def is_figure(text: str) -> bool:
    """Tell whether a cell holds a number, other than a year, which may head a column."""
    return bool(_NUMBER.match(text.strip())) and not _YEAR.match(text.strip())


def is_letterhead(text: str) -> bool:
    """Tell whether a text belongs to the head of a document: its office, number, place and date."""
    return bool(_LETTERHEAD.search(plain(text)))


def is_signature(text: str) -> bool:
    """Tell whether a text opens the recipients or a signature."""
    return bool(_SIGNATURE.search(plain(text)))


def _own(row: tuple[Cell, ...]) -> list[Cell]:
    """Return the cells of a row without the repetitions of merged ones."""
    return list({cell.place: cell for cell in row}.values())


def once(table: Table) -> list[Cell]:
    """Return every cell once, row by row, the left one first."""
    return list({cell.place: cell for row in table.rows for cell in row}.values())


def is_layout(table: Table) -> bool:
    """Tell whether a table only sets text side by side: a letterhead, a signature block, a frame."""
    cells = [cell for cell in once(table) if cell.text.strip()]
    if len(cells) <= 1 or len(table.rows[0]) == 1:
        return True
    if len(table.rows) > MOST_LAYOUT_ROWS or len(table.rows[0]) > 4:
        return False
    figures = any(is_figure(cell.text) for cell in cells)
    if any(is_letterhead(cell.text) or is_signature(cell.text) for cell in cells):
        return not table.ruled or (not figures and len(table.rows) <= 10)
    return table.ruled is False and len(table.rows[0]) <= 3 and len(table.rows) <= 3 and not figures


def is_formula(table: Table) -> bool:
    """Tell whether a table only sets a formula, with a line as its fraction bar: a cell is an equals sign."""
    return len(table.rows) <= 3 and any(cell.text.strip() == "=" for cell in once(table))


def formula(table: Table) -> list[Piece]:
    """Return the lines of a formula, each part once."""
    lines: dict[int, list[str]] = {}
    for cell in once(table):
        lines.setdefault(cell.row, []).append(cell.text.replace("\n", " ").strip())
    return [Paragraph(" ".join(filter(None, line))) for line in lines.values()]


def laid_out(table: Table) -> list[Piece]:
    """Return the paragraphs of a table that only sets text side by side.

    A letterhead is read row by row, the left cell first; a signature block column by column, or the name of who signs
    would stand among the recipients.
    """
    cells = once(table)
    if not any(is_letterhead(cell.text) for cell in cells):
        cells = sorted(cells, key=lambda cell: (cell.column, cell.row))
    return [Paragraph(line) for cell in cells for line in cell.text.split("\n") if line.strip()]


def _is_header_row(row: tuple[Cell, ...], below: tuple[tuple[Cell, ...], ...]) -> bool:
    """Tell whether the first row names the columns: in bold, or words above rows that hold figures."""
    filled = [cell for cell in _own(row) if cell.text.strip()]
    if not below or any(is_figure(cell.text) for cell in filled[1:]) or len(filled) < 2:
        return False
    if all(cell.bold for cell in filled) or re.match(r"s?tt$|số\s+tt", filled[0].text.strip(), re.IGNORECASE):
        return True
    whole = len(filled) == len(_own(row))
    figures = any(is_figure(cell.text) for other in below for cell in other[1:])
    return whole and (figures or len(row) > 2)


def _header_rows(table: Table) -> int:
    """Return how many rows name the columns; cells merged downwards in the first row bind the next ones to it."""
    if table.header is not None:
        return min(table.header, len(table.rows) - 1)
    first = table.rows[0]
    depth = 1
    while depth < len(table.rows) and any(
        above.text.strip() and above.place == below.place
        for above, below in zip(table.rows[depth - 1], table.rows[depth], strict=True)
    ):
        depth += 1
    spread = depth > 1 and any(cell.place == after.place for cell, after in pairwise(first))
    if not spread:
        depth = 1
    return depth if _is_header_row(first, table.rows[depth:]) else 0


def _numbers_columns(row: tuple[Cell, ...]) -> bool:
    """Tell whether a row below the header only numbers the columns: "(1) (2) (3)", "1 2 3 4", "A B 1 2 3=1+2"."""
    texts = [cell.text.split("=")[0].strip() for cell in row]
    bare = [text.strip("()") for text in texts]
    letters = len([text for text in bare if len(text) == 1 and text.isalpha()])
    expected = [*"ABCDEFGH"[:letters], *map(str, range(1, len(bare) - letters + 1))]
    in_brackets = all(text.startswith("(") for text in texts)
    return [text.upper() for text in bare] == expected and len(bare) > (2 if in_brackets else 3)


def _header(rows: tuple[tuple[Cell, ...], ...], width: int) -> tuple[str, ...]:
    """Merge the header lines of each column into one; a cell merged downwards is named once."""
    names = []
    for column in range(width):
        lines = {row[column].place: row[column].text.strip() for row in rows}
        names.append(SEPARATOR.join(dict.fromkeys(plain(text).replace("\n", " ") for text in lines.values() if text)))
    return tuple(names)


def _texts(row: tuple[Cell, ...]) -> tuple[str, ...]:
    """Return the texts of a row; one cell across the whole width is a heading inside the table and stands once."""
    if len(row) > 1 and len(_own(row)) == 1:
        return (plain(row[0].text), *[""] * (len(row) - 1))
    return tuple(plain(cell.text) for cell in row)


def trimmed(table: Table) -> Table:
    """Return the table without columns that are empty or only ever merged with the one before."""
    rows = table.rows
    kept = [
        column
        for column in range(len(rows[0]))
        if any(row[column].text.strip() and (not column or row[column].place != row[column - 1].place) for row in rows)
    ]
    return replace(table, rows=tuple(tuple(row[column] for column in kept or (0,)) for row in rows))


def _is_caption(rows: tuple[tuple[Cell, ...], ...]) -> bool:
    """Tell whether the first row is the title of the table: one cell across, or alone above names of columns."""
    filled = [cell for cell in _own(rows[0]) if cell.text.strip()]
    if len(_own(rows[0])) == 1:
        return True
    alone = len(filled) == 1 and filled[0] is rows[0][0]
    return alone and (len(filled[0].text) > 40 or _is_header_row(rows[1], rows[2:]))


def split(table: Table) -> tuple[tuple[str, ...], tuple[str, ...], list[tuple[str, ...]]]:
    """Return the captions above a table, the names of its columns (empty without a header) and its rows."""
    captions: list[str] = []
    table = trimmed(table)
    rows = table.rows
    while len(rows) > 1 and len(rows[0]) > 1 and _is_caption(rows):
        captions.append(rows[0][0].text)
        rows = rows[1:]
    header = None if table.header is None else max(table.header - len(captions), 0)
    table = replace(table, rows=rows, header=header)
    depth = _header_rows(table)
    counted = depth > 1 and _numbers_columns(rows[depth - 1])  # the file counts it to its header
    names = _header(rows[: depth - 1 if counted else depth], len(rows[0]))
    body = rows[depth:]
    if depth and body and _numbers_columns(body[0]):
        body = body[1:]
    texts = [_texts(row) for row in body if any(cell.text.strip() for cell in row)]
    return tuple(captions), names, texts


def joined(pieces: list[Piece]) -> list[Piece]:
    """Join tables that follow each other with as many columns: one table that pages cut in two."""
    result: list[Piece] = []
    for piece in pieces:
        last = result[-1] if result else None
        if not (isinstance(piece, Table) and isinstance(last, Table) and len(piece.rows[0]) == len(last.rows[0])):
            result.append(piece)
            continue
        repeated = 0
        for above, below in zip(last.rows[:3], piece.rows, strict=False):
            if [cell.text for cell in above] != [cell.text for cell in below]:
                break
            repeated += 1
        if not repeated and _header_rows(piece):
            result.append(piece)
            continue
        shift = len(last.rows)
        moved = tuple(tuple(replace(cell, row=cell.row + shift) for cell in row) for row in piece.rows[repeated:])
        result[-1] = replace(last, rows=(*last.rows, *moved))
    return result
