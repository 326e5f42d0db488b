"""The tables of a report as grids: columns with their headers, rows with what they are named. Knows no question.

Which cells name a row is seen from the cells: numbers count or number, words name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.headings import is_unit_line
from corpus.models import Paragraph, Report, Span

_FIGURE = re.compile(r"^[-+–(]?\s?\d[\d.,\s]*\)?\s*(?:%|[^\W\d_]{1,6}(?:/[^\W\d_]{1,6})?)?$")
_YEAR = re.compile(r"^(?:năm\s+)?(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?$", re.IGNORECASE)
_BLANK = frozenset({"", "-", "–", "—", "x", "X", "…", "...", "0"})
_NUMBERING = re.compile(r"^(?:stt|tt|số tt|số thứ tự|no\.?|#)$", re.IGNORECASE)
_NUMERAL = re.compile(r"^(?:\d{1,4}(?:\.\d{1,3})*|[IVXL]{1,6}|[A-Za-zĐđ])[.)]?$")
_TOTAL = re.compile(r"^\W*(?:tổng|cộng|chung|toàn|cả nước|cả tỉnh|total)\b", re.IGNORECASE)
_UNIT = re.compile(r"\b(?:đơn\s+vị(?:\s+tính)?|đvt|unit)\s*[:：]\s*(?P<unit>[^()\n;]+)", re.IGNORECASE)
_BRACKETED = re.compile(
    r"^\((?P<unit>[^()]*\b(?:đồng|đ|usd|vnđ|ha|tấn|người|hộ|%|m2|km|kg|triệu|tỷ|nghìn|lượt)\b[^()]*)\)$", re.IGNORECASE
)
MOSTLY = 0.6
"""Share of the filled cells of a column that are figures where it holds figures."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row below the headers. ``cells`` are the spans of its filled cells by column.

    ``groups`` are the headings inside the table that it stands under, outermost first; ``opens`` tells that others
    stand under this one, ``total`` that it adds up others.
    """

    paragraph: Paragraph
    cells: dict[int, Span]
    groups: tuple[str, ...]
    opens: bool
    total: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. ``headers`` are those of the columns from 0, "" where one has none.

    ``names`` are the columns whose cells name the rows, ``figures`` those that hold figures; what only numbers the rows
    is in neither. ``above`` are the paragraphs over it, the nearest first: unit, caption. ``unit`` is the span of the
    line that says in which unit its figures are, None without one.
    """

    report: Report
    number: int
    headers: tuple[str, ...]
    rows: tuple[GridRow, ...]
    names: tuple[int, ...]
    figures: tuple[int, ...]
    above: tuple[Paragraph, ...]
    unit: Span | None

    @property
    def caption(self) -> str:
        """What stands above the table, the caption first; "" where nothing does."""
        return " ".join(_text(self.report, paragraph) for paragraph in reversed(self.above))

    def text(self, row: GridRow, column: int) -> str:
        """Return what a cell says; "" for an empty one."""
        span = row.cells.get(column)
        return self.report.text[span.start : span.end] if span else ""

    def name(self, row: GridRow) -> str:
        """Return what names a row: the first of its cells that does, or else its first cell."""
        column = next((column for column in (*self.names, *sorted(row.cells)) if column in row.cells), 0)
        return self.text(row, column)


def is_figure(text: str) -> bool:
    """Tell whether a cell holds a figure, with a short unit or without; a year is none."""
    return bool(_FIGURE.match(text)) and not _YEAR.match(text)


def is_blank(text: str) -> bool:
    """Tell whether a cell says that there is nothing."""
    return text.strip() in _BLANK


def read_grids(report: Report) -> dict[int, Grid]:
    """Return the tables of a report by their numbers, those without rows below the headers left out."""
    rows: dict[int, list[Paragraph]] = {}
    for paragraph in report.paragraphs:
        if paragraph.table:
            rows.setdefault(paragraph.table, []).append(paragraph)
    grids = (_grid(report, number, of_table) for number, of_table in rows.items())
    return {grid.number: grid for grid in grids if grid.rows}


def caption_of(report: Report, paragraph: Paragraph) -> str:
    """Return the caption of the table that a row belongs to, without the line of the unit; "" where it has none."""
    lines = [_text(report, above) for above in _above(report, paragraph)]
    return " ".join(next((line for line in lines if not is_unit_line(line)), "").split())


def _text(report: Report, paragraph: Paragraph) -> str:
    return report.text[paragraph.start : paragraph.end]


def _above(report: Report, row: Paragraph) -> tuple[Paragraph, ...]:
    """Return the paragraphs over the table of a row, the nearest first."""
    found: list[Paragraph] = []
    above = row.parent
    while above:
        paragraph = report.paragraph(above)
        found += [paragraph] if paragraph.kind != "row" else []
        above = paragraph.parent if paragraph.kind == "row" or is_unit_line(_text(report, paragraph)) else None
    return tuple(found)


def _grid(report: Report, number: int, paragraphs: Sequence[Paragraph]) -> Grid:
    width = max((cell.column for paragraph in paragraphs for cell in paragraph.cells), default=-1) + 1
    headers = tuple(_header(report, paragraphs, column) for column in range(width))
    rows = tuple(_row(report, paragraph) for paragraph in paragraphs if paragraph.sentences)
    above = _above(report, paragraphs[-1])
    grid = Grid(report, number, headers, rows, (), (), above, _unit(report, above))
    figures = tuple(column for column in range(width) if _holds_figures(grid, column))
    numbering = {column for column in range(width) if _only_numbers(grid, column)}
    figures = tuple(column for column in figures if column not in numbering)
    names = tuple(column for column in range(width) if column not in figures and column not in numbering)
    if not names:
        names, figures = figures[:1], figures[1:]
    return Grid(report, number, headers, rows, names, figures, above, grid.unit)


def _header(report: Report, paragraphs: Sequence[Paragraph], column: int) -> str:
    spans = ((cell.value, cell.end) for p in paragraphs if not p.sentences for cell in p.cells if cell.column == column)
    return next((report.text[start:end] for start, end in spans), "")


def _row(report: Report, paragraph: Paragraph) -> GridRow:
    cells = {cell.column: Span(cell.value, cell.end) for cell in paragraph.cells}
    words = [report.text[span.start : span.end] for span in list(cells.values())[:2]]
    groups: list[str] = []
    above = report.paragraph(paragraph.parent) if paragraph.parent else None
    while above and above.kind == "row":
        groups.insert(0, said_of_group(report, above))
        above = report.paragraph(above.parent) if above.parent else None
    opens = any(child.kind == "row" for child in report.children(paragraph.id))
    return GridRow(paragraph, cells, tuple(groups), opens, any(_TOTAL.match(word) for word in words))


def after_number(report: Report, row: Paragraph) -> int:
    """Return where a row begins to say something: after the cell that only numbers it, if it opens with one."""
    first = row.cells[0]
    numbers = _NUMBERING.match(report.text[first.start : first.value].rstrip(": "))
    numeral = _NUMERAL.match(report.text[first.value : first.end])
    return row.cells[1].start if numbers and numeral and len(row.cells) > 1 else row.start


def said_of_group(report: Report, row: Paragraph) -> str:
    """Return the words of a row that heads others, without its figures."""
    texts = [report.text[cell.value : cell.end] for cell in row.cells]
    return " ".join(text for text in texts if not is_figure(text)) or " ".join(texts)


def _holds_figures(grid: Grid, column: int) -> bool:
    filled = [text for row in grid.rows if not is_blank(text := grid.text(row, column))]
    figures = sum(is_figure(text) for text in filled)
    return figures >= MOSTLY * len(filled) if filled else bool(grid.headers[column]) and column > 0


def _only_numbers(grid: Grid, column: int) -> bool:
    """Tell whether a column numbers the rows: by its header, or its cells are numerals that go up by one."""
    if _NUMBERING.match(grid.headers[column].strip()):
        return True
    if grid.headers[column] or column:
        return False
    texts = [text for row in grid.rows if (text := grid.text(row, column)) and not row.total]
    return len(texts) > 1 and all(_NUMERAL.match(text) for text in texts)


def _unit(report: Report, above: Sequence[Paragraph]) -> Span | None:
    for paragraph in above:
        start = paragraph.start
        for line in _text(report, paragraph).split("\n"):
            if _UNIT.search(line) or _BRACKETED.match(line.strip()):
                return Span(start, start + len(line))
            start += len(line) + 1
    return None
