"""Lays the rows of an HTML table out as a full grid, merged cells in each of their places. Knows no Markdown."""

from collections.abc import Callable, Iterator

from lxml.etree import _Element

from corpus.reading.pieces import Cell, Table

WIDEST, MOST_CELLS = 500, 200_000
"""Columns that a merged cell may span, and cells that a table may have: beyond them it is no document."""


class GridTooLarge(Exception):
    """A table has more cells than any document."""


def rows_of(table: _Element) -> Iterator[_Element]:
    """Yield the rows of a table, not those of tables inside it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _span(cell: _Element, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return min(max(int(value), 1), WIDEST) if value.isascii() and value.isdigit() else 1


def _header_rows(rows: list[_Element]) -> int | None:
    """Return how many rows the file marks as header: those of its head, or those whose every cell is one."""
    marked = 0
    for row in rows:
        cells = [cell.tag for cell in row if cell.tag in ("td", "th")]
        parent = row.getparent()
        if not (parent is not None and parent.tag == "thead") and not (cells and set(cells) == {"th"}):
            break
        marked += 1
    return marked or None


def _ruled(table: _Element) -> bool | None:
    """Tell whether the table has lines, by its own mark, its attribute or its style; None where nothing says so."""
    kinds = (table.get("class") or "").split()
    if "ruled" in kinds or "unruled" in kinds:
        return "ruled" in kinds
    border, style = table.get("border"), (table.get("style") or "").replace(" ", "")
    if (border and border != "0") or "border:1" in style or "mso-border-alt:solid" in style:
        return True
    return None


def grid(table: _Element, read: Callable[[_Element], tuple[str, bool]]) -> Table | None:
    """Return the grid of a table, None where it has no cells. ``read`` gives text and boldness of a cell.

    Raises ``GridTooLarge``.
    """
    rows = list(rows_of(table))
    places: dict[tuple[int, int], Cell] = {}
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while (at, column) in places:
                column += 1
            text, bold = read(cell)
            found = Cell(text, at, column, bold)
            deep = min(_span(cell, "rowspan"), len(rows) - at)
            wide = _span(cell, "colspan")
            if len(places) + deep * wide > MOST_CELLS:
                raise GridTooLarge
            places.update({(at + down, column + right): found for down in range(deep) for right in range(wide)})
            column += wide
    if not places:
        return None
    width = max(column for _, column in places) + 1
    if width * len(rows) > MOST_CELLS:
        raise GridTooLarge
    full = tuple(
        tuple(places.get((row, column)) or Cell("", row, column) for column in range(width)) for row in range(len(rows))
    )
    return Table(full, _header_rows(rows), _ruled(table))
