"""Reads pipe tables: each row becomes a text that says its headers, "Huyện: Tam Đường; ha: 32,8". Knows no captions.

What the cells say is kept as it is; a cell that is empty is left out. Every character leads back to the source.
"""

import re
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from corpus.inline import Mark, Removed, clean
from corpus.models import Cell
from corpus.traced import EMPTY, Traced, glue, joined

_DELIMITER = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_PIPE = re.compile(r"\\.|(?P<pipe>\|)")
_TOTAL = re.compile(r"^\s*(?:tổng|cộng|chung)\b", re.IGNORECASE)
_GROUP = re.compile(r"^(?:[IVXL]{1,5}|[A-HĐ])[.)]?$")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. ``headers`` marks the line of headers.

    ``opens`` is true of a row that the ones after it stand under: a heading inside the table, of which only the first
    cells are filled, or a group ("II | Dịch vụ | 1.072").
    """

    text: Traced
    marks: tuple[Mark, ...]
    removed: tuple[Removed, ...]
    cells: tuple[Cell, ...]
    headers: bool
    opens: bool
    total: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """What a cell says, and the offset in the source of the pipe before it."""

    text: Traced
    marks: tuple[Mark, ...]
    removed: tuple[Removed, ...]
    pipe: int


def opens_table(line: str, following: str) -> bool:
    """Tell whether a line is the header of a table: it holds pipes, and dashes stand below."""
    return line.lstrip().startswith("|") and "|" in following and bool(_DELIMITER.match(following))


def is_row(line: str) -> bool:
    """Tell whether a line goes on with a table."""
    return line.lstrip().startswith("|")


def _parts(line: Traced) -> list[_Part]:
    """Cut a line at its pipes, which a backslash makes a sign like others."""
    pipes = [match.start() for match in _PIPE.finditer(line.text) if match["pipe"]]
    ends = [*pipes, len(line)] if line.text[pipes[-1] + 1 :].strip() else pipes
    parts = []
    for start, end in pairwise(ends):
        inline = clean(line.slice(start + 1, end))
        left = len(inline.text) - len(inline.text.text.lstrip())
        text = inline.text.strip()
        marks = tuple(Mark(mark.number, min(max(mark.at - left, 0), len(text))) for mark in inline.marks)
        removed = tuple(
            Removed(r.source_start, r.source_end, min(max(r.at - left, 0), len(text)), r.text) for r in inline.removed
        )
        parts.append(_Part(text, marks, removed, line.offsets[start]))
    return parts


def _without_repeats(parts: list[_Part]) -> list[_Part]:
    """Empty the cells that only repeat a merged one: words twice from the first column on, elsewhere three times."""
    kept: list[_Part] = []
    for words, group in groupby(parts, key=lambda part: part.text.text):
        run = list(group)
        merged = len(run) >= (3 if kept else 2) and bool(re.search(r"[^\W\d_]", words))
        kept += [run[0], *(replace(part, text=EMPTY, marks=()) for part in run[1:])] if merged else run
    return kept


def _row(line: Traced, headers: list[Traced], is_header: bool) -> Row:
    parts = _without_repeats(_parts(line))
    pieces: list[Traced] = []
    marks: list[Mark] = []
    removed: list[Removed] = []
    cells: list[Cell] = []
    length = 0
    for column, part in enumerate(parts):
        kept = len(part.text) > 0
        if kept and pieces:
            pieces.append(Traced("; ", (part.pipe, part.pipe)))
            length += 2
        else:
            removed.append(Removed(part.pipe, part.pipe + 1, length, "|"))
        if not kept:
            continue
        header = headers[column] if column < len(headers) else EMPTY
        head = joined([header, glue(":", part.pipe), glue(" ", part.pipe)]) if header.text else EMPTY
        start, value = length, length + len(head)
        pieces += [head, part.text]
        length = value + len(part.text)
        marks += [Mark(mark.number, value + mark.at) for mark in part.marks]
        removed += [Removed(r.source_start, r.source_end, value + r.at, r.text) for r in part.removed]
        cells.append(Cell(column, start, value, length))
    end = len(line.text.rstrip())
    if line.text[:end].endswith("|"):
        removed.append(Removed(line.offsets[end - 1], line.offsets[end - 1] + 1, length, "|"))
    first = parts[0].text.text if parts else ""
    total = any(_TOTAL.match(part.text.text) for part in parts[:2])
    group = bool(_GROUP.match(first))
    alone = (len(cells) == 1 < len(parts) and not first.isdigit()) or (group and len(cells) == 2 < len(parts))
    opens = not total and not is_header and (alone or group)
    return Row(joined(pieces), tuple(marks), tuple(removed), tuple(cells), is_header, opens, total)


def _groups_once(rows: list[Row]) -> list[Row]:
    """Let only the first row with a group's number open it: further down the number is that of one merged cell."""
    kept: list[Row] = []
    above = ""
    for row in rows:
        first = row.cells[0]
        number = row.text.text[first.value : first.end] if first.column == 0 else ""
        repeated = number == above and bool(_GROUP.match(number))
        kept.append(replace(row, opens=False) if repeated else row)
        above = number
    return kept


def read_table(lines: list[Traced]) -> list[Row]:
    """Return the rows of a table, given its lines: headers, dashes, rows. Rows that say nothing are left out."""
    headers = [part.text for part in _parts(lines[0])]
    dashes = Removed(lines[1].offsets[0], lines[1].offsets[-1] + 1, 0, lines[1].text)
    rows = [_row(lines[0], [], is_header=True), *(_row(line, headers, is_header=False) for line in lines[2:])]
    kept = _groups_once([row for row in rows if row.text.text])
    if kept:
        spare = tuple(r for row in rows if not row.text.text for r in row.removed)
        kept[0] = replace(kept[0], removed=(*kept[0].removed, dashes, *spare))
    return kept
