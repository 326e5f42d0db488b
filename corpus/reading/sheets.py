"""Makes pieces of the sheets of a spreadsheet: each block of cells a table with its captions. Knows no file format."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.reading import markdown
from corpus.reading.pieces import Cell, Paragraph, Piece, Table
from corpus.reading.tables import is_figure, is_letterhead, is_signature

_NOTE = re.compile(r"(?:ghi\s+chú|nguồn|chú\s+thích|\*|\(\*\))\s*:?", re.IGNORECASE)
MOST_ROWS, MOST_COLUMNS = 10_000, 200
"""What is read of a sheet; what lies beyond is counted as a doubt."""

LONGEST_TITLE = 150
"""Characters of a line above a table; what is longer is running text."""
MOST_MERGED = 1_000_000
"""Places that merged cells may cover together; a hostile file merges the whole sheet again and again."""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell that holds something."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """Merged cells, both corners inside, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is shown of a sheet: filled cells by row and column from 0, without those in hidden rows and columns."""

    name: str
    cells: dict[tuple[int, int], SheetCell]
    merged: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


def sheet_pieces(sheet: Sheet) -> list[Piece]:
    """Return the sheet's name as a heading and its blocks of cells; none for an empty sheet."""
    if not sheet.cells:
        return []
    grid = _filled(sheet)
    pieces: list[Piece] = [Paragraph(markdown.escape(sheet.name), level=2)]
    for rows in _runs({row for row, _ in grid}, sheet.hidden_rows):
        for block in _side_by_side(grid, rows, sheet.hidden_columns):
            pieces += _block_pieces(block)
    return pieces


def _filled(sheet: Sheet) -> dict[tuple[int, int], Cell]:
    """Return the cells with merged ones in each of their places."""
    grid = {
        (row, column): Cell(markdown.escape(cell.text), row, column, cell.bold)
        for (row, column), cell in sheet.cells.items()
    }
    last_row = max(row for row, _ in grid)
    last_column = max(column for _, column in grid)
    left = MOST_MERGED
    for area in sheet.merged:
        cell = grid.get((area.top, area.left))
        left -= (min(area.bottom, last_row) - area.top + 1) * (min(area.right, last_column) - area.left + 1)
        if cell is None or left < 0:
            continue
        for row in range(area.top, min(area.bottom, last_row) + 1):
            for column in range(area.left, min(area.right, last_column) + 1):
                grid[row, column] = cell
    return grid


def _runs(places: set[int], hidden: frozenset[int]) -> list[list[int]]:
    """Return the rows or columns that hold something, in runs without an empty one between that is shown."""
    runs: list[list[int]] = []
    for place in sorted(places - hidden):
        if runs and all(between in hidden for between in range(runs[-1][-1] + 1, place)):
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _side_by_side(grid: dict[tuple[int, int], Cell], rows: list[int], hidden: frozenset[int]) -> list[list[list[Cell]]]:
    """Cut a band at its empty columns where both sides are tables; other empty columns are dropped."""
    inside = set(rows)
    columns = {column for row, column in grid if row in inside}
    runs = _runs(columns, hidden)
    if len(rows) < 2 or any(len(run) < 2 for run in runs):
        runs = [sorted(columns - hidden)]
    return [[[grid.get((row, column)) or Cell("", row, column) for column in run] for row in rows] for run in runs]


def _distinct(row: list[Cell]) -> list[Cell]:
    return list({cell.place: cell for cell in row if cell.text.strip()}.values())


def _lines(row: list[Cell]) -> list[Paragraph]:
    """Return the cells of a row as paragraphs, those of a bold cell in bold."""
    lines = [(line, cell.bold) for cell in _distinct(row) for line in cell.text.split("\n") if line.strip()]
    return [Paragraph(markdown.bold(line.strip()) if bold else line) for line, bold in lines]


def _is_line(row: list[Cell], *, above: bool) -> bool:
    """Tell whether a row above or below a table is no part of it: a title, a part of the letterhead, a note."""
    cells = _distinct(row)
    if not cells:
        return True
    text = "\n".join(cell.text for cell in cells)
    if len(cells) == 1:
        return above or bool(_NOTE.match(text)) or is_signature(text) or is_letterhead(text)
    return len(cells) <= 3 and (is_letterhead(text) or is_signature(text)) and not any(is_figure(c.text) for c in cells)


def _block_pieces(rows: list[list[Cell]]) -> Sequence[Piece]:
    """Return what stands above the table, the table, and what stands below it."""
    if max(len(_distinct(row)) for row in rows) < 2:
        return _above(rows) if _is_title(rows) else [line for row in rows for line in _lines(row)]
    first = 0
    while first < len(rows) and _is_line(rows[first], above=True):
        first += 1
    last = next((at for at in range(first + 1, len(rows)) if _closes(rows[at])), len(rows))
    while last > first and _is_line(rows[last - 1], above=False):
        last -= 1
    pieces: list[Piece] = _above(rows[:first])
    if last > first:
        pieces.append(_table(rows[first:last]))
    return pieces + [piece for row in rows[last:] for piece in _lines(row)]


def _above(rows: list[list[Cell]]) -> list[Piece]:
    """Return the lines above a table; title, date and unit are one paragraph, since rows are understood by them all."""
    letterhead = [at for at, row in enumerate(rows) if is_letterhead("\n".join(cell.text for cell in _distinct(row)))]
    start = letterhead[-1] + 1 if letterhead else 0
    title = "\n".join(line.text for row in rows[start:] for line in _lines(row))
    return [*(line for row in rows[:start] for line in _lines(row)), *([Paragraph(title)] if title else [])]


def _is_title(rows: list[list[Cell]]) -> bool:
    """Tell whether lines that stand alone are a title with its date and unit, not running text."""
    texts = [cell.text for row in rows for cell in _distinct(row)]
    short = len(texts) <= 4 and all(len(text) <= LONGEST_TITLE for text in texts)
    return short and not any(is_signature(text) or _NOTE.match(text) for text in texts)


def _closes(row: list[Cell]) -> bool:
    """Tell whether a row begins the signature block."""
    return _is_line(row, above=False) and is_signature("\n".join(cell.text for cell in row))


def _table(rows: list[list[Cell]]) -> Table:
    top, left = rows[0][0].row, min(cell.column for row in rows for cell in row)
    moved = tuple(tuple(replace(cell, row=cell.row - top, column=cell.column - left) for cell in row) for row in rows)
    return Table(moved, ruled=True)
