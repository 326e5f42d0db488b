"""Tables in the text of an answer, as Markdown writes them: makes one, and finds them again to show them.

Knows nothing of what stands in them. A cell holds no "|": what would be one becomes "/".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_ROW = re.compile(r"\|.*\|")
_RULE = re.compile(r"\|(?: ?:?-{3,}:? ?\|)+")


@dataclass(frozen=True, slots=True)
class Run:
    """Some characters of a text, ``[start, start + len(text))``: a line, or a cell of a table."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a text, its first row the headings; every row has as many cells."""

    rows: tuple[tuple[Run, ...], ...]


def written(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as a table, the first of them the headings."""
    lines = [f"| {' | '.join(' '.join(cell.replace('|', '/').split()) for cell in row)} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * len(rows[0])}", *lines[1:]])


def blocks(text: str) -> Iterator[Run | Table]:
    """Yield the lines of a text in order, those of a table together; empty lines are left out."""
    lines = list(_lines(text))
    at = 0
    while at < len(lines):
        end = _end_of_table(lines, at)
        if end:
            yield Table(tuple(_cells(line) for line in (lines[at], *lines[at + 2 : end])))
            at = end
            continue
        if lines[at].text.strip():
            yield lines[at]
        at += 1


def _lines(text: str) -> Iterator[Run]:
    start = 0
    for line in text.split("\n"):
        yield Run(line, start)
        start += len(line) + 1


def _end_of_table(lines: Sequence[Run], at: int) -> int:
    """Return the line after the table that opens at a line; 0 where none does."""
    if at + 1 >= len(lines) or not _ROW.fullmatch(lines[at].text) or not _RULE.fullmatch(lines[at + 1].text):
        return 0
    width, end = lines[at].text.count("|"), at + 2
    if lines[at + 1].text.count("|") != width:
        return 0
    while end < len(lines) and _ROW.fullmatch(lines[end].text) and lines[end].text.count("|") == width:
        end += 1
    return end


def _cells(line: Run) -> tuple[Run, ...]:
    cells, start = [], line.start + 1
    for cell in line.text[1:-1].split("|"):
        stripped = cell.strip()
        cells.append(Run(stripped, start + cell.index(stripped)))
        start += len(cell) + 1
    return tuple(cells)
