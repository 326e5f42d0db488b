"""Finds the first or last row of a table by a column: "nước nào đầu tư nhiều nhất". Code compares, no model.

Only where it is sound: one column is meant, every row has a figure there, and few share the first place. Rows that add
up or head others are not compared.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from app.rows.columns import asked_columns
from app.rows.wording import Wording
from app.understand.quantities import parse_number
from app.understand.question import Question
from corpus.grid import Grid, GridRow

_MOST = re.compile(
    r"\b(?P<way>nhiều|lớn|cao|đông|rộng|dài|mạnh|ít|nhỏ|thấp|ngắn|kém)\b(?! nhất (?:là |phải |cũng )*(?:mấy|bao nhiêu))"
    r"(?:\s+[^\W\d_]+){0,6}?\s+nhất\b"
)
_LEAST = frozenset({"ít", "nhỏ", "thấp", "ngắn", "kém"})
_VALUE = re.compile(r"^(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)\s*%?$")
FEWEST, MOST_FIRST = 3, 4
"""Rows that a ranking needs, and how many may share the first place."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The rows that are first by a column among ``compared`` rows, or last where ``least``."""

    rows: tuple[GridRow, ...]
    column: int
    compared: int
    least: bool
    tokens: frozenset[int]  # the words of the question that ask for it


def asks_ranking(question: Question) -> bool:
    """Tell whether the first or last of some things is asked for."""
    return bool(_MOST.search(question.asked))


def value_of(text: str) -> Decimal | None:
    """Return the value of a cell that holds nothing but a number as Vietnamese writes it."""
    match = _VALUE.match(text.strip())
    return parse_number(match["number"]) if match else None


def ranking_in(question: Question, grid: Grid, wording: Wording) -> Ranking | None:
    """Return the row that is first or last by the column that a question means; None where that is in doubt."""
    most = _MOST.search(question.asked)
    asked = asked_columns(grid, wording, question.focus, ())
    heads = {token for column in grid.names for token in wording.of_words([grid.headers[column]])}
    said = {token for head in question.heads for token in wording.of_words([head])}
    if not most or not said or not said <= heads or len(asked.columns) != 1 or not asked.all_said:
        return None
    (column,) = asked.columns
    rows = [row for row in grid.rows if not row.total and not row.opens]
    values = [value_of(grid.text(row, column)) for row in rows]
    figures = [value for value in values if value is not None]
    if column not in grid.figures or len(figures) < len(values) or len(figures) < FEWEST:
        return None
    least = most["way"] in _LEAST
    best = min(figures) if least else max(figures)
    first = [row for row, value in zip(rows, values, strict=True) if value == best]
    tokens = asked.tokens | frozenset(said)
    return Ranking(tuple(first), column, len(rows), least, tokens) if len(first) <= MOST_FIRST else None
