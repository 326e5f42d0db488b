"""Works out what two rows make together, or by how much one is larger, and shows every term. Code, no model."""

import re
from collections.abc import Sequence

from app.messages import say
from app.models import Citation
from app.rows.naming import bare
from app.rows.ranking import value_of
from app.rows.reading import RowReading
from app.rows.units import is_count, own_unit
from app.understand.quantities import Quantity
from app.understand.question import Question
from app.understand.reckoning import asked_operation
from app.write.computing.computation import Computation, Operand, difference_of, quotient, sum_of
from corpus.grid import Grid, GridRow

_COMPARED = re.compile(r"\b(?:hơn|kém|chênh|so sánh|so với)\b", re.IGNORECASE)


def worked_out(question: Question, reading: RowReading, cited: Sequence[Citation]) -> list[str]:
    """Return the lines on what two rows come to in the asked column; none where that is not asked or not sound."""
    if len(reading.rows) != 2 or len(reading.columns) != 1:
        return []
    operation = asked_operation(question.text)
    compared = bool(_COMPARED.search(question.text))
    if operation not in ("sum", "ratio") and not compared:
        return []
    pairs = zip(reading.rows, cited, strict=True)
    operands = [one for row, citation in pairs if (one := _operand(reading.grid, row, reading.columns[0], citation))]
    if len(operands) != 2:
        return []
    if operation == "sum" and not compared:
        return [_shown(sum_of(tuple(operands)))]
    return _compared(reading, operands, ratio=operation == "ratio")


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
