"""Finds the words of a quote that decide: the figure, date or cause that was asked for. Changes no word of it.

They are shown in bold, so that an official sees the answer before reading the sentence. In doubt nothing is marked.
"""

import re

from app.models import Citation, Span
from app.understand.question import Question
from app.write.computing.computation import Computation
from app.write.computing.operands import asked_noun, figures_of, is_change, kinds_asked
from index.syllables import normalise

_DATE = re.compile(
    r"\bngày \d{1,2}/\d{1,2}/\d{4}|\b\d{1,2}/\d{1,2}/\d{4}|\bngày(?: \d{1,2})? tháng \d{1,2}(?: năm \d{4})?"
    r"|\b(?:quý (?:[IV]+|\d)|tháng \d{1,2})(?:[ /]năm|/)? ?\d{4}|\bnăm \d{4}"
)
_CAUSE = re.compile(r"\b(?:do|vì|bởi|nhằm|để|nhờ)\s[^;.]+")
LONGEST = 160
"""More characters are not marked: a sentence all in bold says nothing."""


def decisive(question: Question, citation: Citation) -> list[Span]:
    """Return the spans of a quote that answer the question itself, in order; none where that is not clear."""
    kind = next((kind for kind in question.kinds if kind != "yes-no"), None)
    if question.english or kind not in ("figure", "date", "reason"):
        return []
    if kind == "figure":
        spans = _figure(question, citation)
    else:
        spans = _date(question, citation.quote) if kind == "date" else _cause(question, citation.quote)
    return [span for span in spans if span[1] - span[0] <= LONGEST]


def operands_in(computation: Computation, citation: Citation) -> list[Span]:
    """Return where the terms of a computation stand in a quote, in order."""
    held = {operand.quantity for operand in computation.operands if operand.marker == citation.marker}
    return sorted((quantity.start, quantity.end) for quantity in held)


def _figure(question: Question, citation: Citation) -> list[Span]:
    """Return the only figure of the kind asked for; which of several is meant is left to the reader."""
    figures = [figure for figure in figures_of(citation) if not is_change(figure)]
    kinds = kinds_asked(question.asked, [figure.kind for figure in figures])
    wanted = [figure.quantity for figure in figures if figure.kind in kinds]
    if len(figures) > 1 and not any(asked_noun(question.asked) in quantity.unit.split() for quantity in wanted):
        return []  # "bao nhiêu người" may mean the "trường hợp" as well as the "công dân"
    return [(quantity.start, quantity.end) for quantity in wanted] if len(wanted) == 1 else []


def _date(question: Question, quote: str) -> list[Span]:
    """Return the only date that the question does not give itself."""
    dates = [match.span() for match in _DATE.finditer(quote)]
    new = [span for span in dates if not set(question.years) & set(re.findall(r"\d{4}", quote[slice(*span)]))]
    return new if len(new) == 1 else dates if len(dates) == 1 else []


def _cause(question: Question, quote: str) -> list[Span]:
    asked = normalise(question.focus)
    causes = [match.span() for match in _CAUSE.finditer(quote) if normalise(match.group()[:20]) not in asked]
    return causes if len(causes) == 1 else []
