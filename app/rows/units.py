"""In which unit a cell is: from its header, from the row, or none of its own. Knows tables, no question."""

import re

from corpus.grid import Grid, GridRow

_UNIT_COLUMN = re.compile(r"^(?:đvt|đơn vị(?: tính)?|unit)$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\((?P<unit>[^()]{1,20})\)\s*$")
_COUNT = re.compile(r"^(?:tổng )?số (?!tiền|vốn|kinh phí)", re.IGNORECASE)


def is_count(header: str) -> bool:
    """Tell whether a header says that things are counted, which are in no other unit: "Số dự án"."""
    return bool(_COUNT.match(header.strip()))


def unit_column(grid: Grid) -> int | None:
    """Return the column that says in which unit each row is; None where there is none."""
    return next((c for c in grid.names[1:] if _UNIT_COLUMN.match(grid.headers[c].strip())), None)


def row_unit(grid: Grid, row: GridRow) -> str:
    """Return the unit that a column of units gives a row, "ha"; "" without such a column."""
    column = unit_column(grid)
    return grid.text(row, column) if column is not None else ""


def own_unit(grid: Grid, row: GridRow, column: int) -> str:
    """Return the unit that the row or the header of a column gives; "" where neither does."""
    header = _IN_BRACKETS.search(grid.headers[column])
    return row_unit(grid, row) or (header["unit"].strip() if header else "")
