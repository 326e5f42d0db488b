"""Works out what rows make together, or by how much one cell is larger, and shows every term. Code, no model."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.messages import say
from app.models import Citation
from app.rows.naming import bare
from app.rows.ranking import value_of
from app.rows.reading import RowReading
from app.rows.set_against import set_against
from app.rows.units import is_count, own_unit
from app.understand.quantities import Quantity
from app.understand.question import Question
from app.understand.reckoning import asked_operation
from app.write.computing.computation import Computation, Operand, difference_of, mean_of, quotient, sum_of
from corpus.grid import Grid, GridRow

_COMPARED = re.compile(r"\b(?:hơn|kém|chênh|so sánh|so với)\b", re.IGNORECASE)


def worked_out(question: Question, reading: RowReading, cited: Sequence[Citation]) -> list[str]:
    """Return the lines on what rows come to in the asked column, or two columns of a row; none where not sound."""
    grid = reading.grid
    cells = [(row, column, one) for row, one in zip(reading.rows, cited, strict=True) for column in reading.columns]
    operands = [operand for row, column, one in cells if (operand := _operand(grid, row, column, one))]
    shares = any("%" in grid.headers[column] for column in reading.columns)
    if len(operands) < max(len(cells), 2) or (shares and not _COMPARED.search(question.text)):
        return []
    if shares:
        return _in_points(reading, operands) if len(reading.rows) == 2 and len(reading.columns) == 1 else []
    if len(reading.rows) == 1:
        return _within_row(question, reading, operands)
    return _of_rows(question, reading, operands) if len(reading.columns) == 1 else []


def _within_row(question: Question, reading: RowReading, operands: Sequence[Operand]) -> list[str]:
    """Return what is left of a plan, or the difference of two years, in one row."""
    if set_against(reading.grid, reading.columns, question.focus) != reading.columns:
        return []
    first, second = operands
    if asked_operation(question.text) == "remainder":
        return [_shown(difference_of(first, second))] if first.quantity.value >= second.quantity.value else []
    smaller, larger = sorted(operands, key=lambda one: one.quantity.value)
    return [_shown(difference_of(larger, smaller))]


def _of_rows(question: Question, reading: RowReading, operands: Sequence[Operand]) -> list[str]:
    operation = asked_operation(question.text)
    compared = bool(_COMPARED.search(question.text))
    if operation == "sum" and not compared:
        return [_shown(sum_of(tuple(operands)))]
    if operation == "average" and not compared:
        return [_shown(mean_of(tuple(operands)))]
    if len(operands) != 2 or not (compared or operation == "ratio"):
        return []
    return _compared(reading, operands, ratio=operation == "ratio")


def _in_points(reading: RowReading, operands: Sequence[Operand]) -> list[str]:
    """Return by how many percentage points one share is larger than another; shares are never set against otherwise."""
    smaller, larger = sorted(operands, key=lambda one: one.quantity.value)
    if smaller.quantity.value == larger.quantity.value:
        return []
    name = bare(reading.grid.name(reading.rows[operands.index(larger)]))
    found = replace(difference_of(larger, smaller), unit=say("across.points"))
    marks = f"[{operands[0].marker}] [{operands[1].marker}]"
    return [say("rows.larger", name=name, computation=str(found), marks=marks)]


def _compared(reading: RowReading, operands: Sequence[Operand], *, ratio: bool) -> list[str]:
    smaller, larger = sorted(range(2), key=lambda place: operands[place].quantity.value)
    small, large = operands[smaller], operands[larger]
    marks = f"[{operands[0].marker}] [{operands[1].marker}]"
    if small.quantity.value == large.quantity.value:
        return [say("rows.equal", marks=marks)]
    name = bare(reading.grid.name(reading.rows[larger]))
    if ratio and small.quantity.value:
        value = large.quantity.value / small.quantity.value
        return [_shown(quotient("ratio", (large, small), value, "lần"))]
    return [say("rows.larger", name=name, computation=str(difference_of(large, small)), marks=marks)]


def _shown(found: Computation) -> str:
    marks = " ".join(f"[{marker}]" for marker in found.markers)
    return say("answer.computation", computation=str(found), marks=marks)


def _operand(grid: Grid, row: GridRow, column: int, citation: Citation) -> Operand | None:
    """Return a cell as a term of a computation; None where it holds no plain number."""
    written = grid.text(row, column)
    value = value_of(written)
    if value is None:
        return None
    place = row.cells[column]
    unit = "" if is_count(grid.headers[column]) else own_unit(grid, row, column)
    start, end = place.start - citation.start, place.end - citation.start
    return Operand(Quantity(value, unit, start, end, written), citation.marker)
