"""Finds the words of a quote that decide: the figure, date, name or cause that was asked for. Changes no word of it.

They are shown in bold, so that an official sees the answer before reading the sentence. In doubt nothing is marked.
"""

import re
from collections.abc import Callable, Sequence

from app.understand.quantities import Quantity, quantities
from app.understand.question import Question
from index.syllables import fold, normalise, syllables

Span = tuple[int, int]
"""Characters ``[start, end)`` of a quote."""

_CLAUSE = re.compile(r"[;()]|,\s|\.\s|:\s|\s(?:và|còn)\s")
_DATE = re.compile(
    r"\bngày \d{1,2}/\d{1,2}/\d{4}|\b\d{1,2}/\d{1,2}/\d{4}|\bngày(?: \d{1,2})? tháng \d{1,2}(?: năm \d{4})?"
    r"|\b(?:quý (?:[IV]+|\d)|tháng \d{1,2}|năm)(?:[ /]năm)?[ /]?\d{4}|\bnăm \d{4}"
)
_CAUSE = re.compile(r"\b(?:do|vì|bởi|nhằm|để|nhờ)\s[^;.]+")
_GENERAL_HEADS = frozenset({"gì", "nào", "là", "cái", "chuyện", "điều"})
MOST_MARKED = 3
"""Where more words would have to be marked, none is: a sentence all in bold says nothing."""


def decisive(question: Question, quote: str) -> list[Span]:
    """Return the spans of a quote that answer the question itself, in order; none where that is not clear."""
    finders: dict[str, Callable[[Question, str], list[Span]]] = {"figure": _figures, "date": _dates, "reason": _causes}
    kind = next((kind for kind in question.kinds if kind != "yes-no"), None)
    spans = finders[kind](question, quote) if kind in finders else []
    return spans if len(spans) <= MOST_MARKED else []


def _figures(question: Question, quote: str) -> list[Span]:
    """Return the figures whose clause says most of what is asked; one of the unit asked for comes first."""
    found = [(quantity, _said_of(question, quantity, quote)) for quantity in quantities(quote)]
    asked = [(q, said) for q, said in found if _has_unit(question, q, quote)] or found
    best = max((said for _, said in asked), default=0)
    return [(quantity.start, quantity.end) for quantity, said in asked if said == best]


def _has_unit(question: Question, quantity: Quantity, quote: str) -> bool:
    after = " ".join(syllables(quote[quantity.end - len(quantity.unit) :])[:3])
    return any(quantity.unit == unit or after.startswith(f"{unit} ") or after == unit for unit in question.units)


def _said_of(question: Question, quantity: Quantity, quote: str) -> int:
    """Return how many syllables of the question stand in the clause of a figure; those of a name count double."""
    start = max((match.end() for match in _CLAUSE.finditer(quote, 0, quantity.start)), default=0)
    end = next((match.start() for match in _CLAUSE.finditer(quote, quantity.end)), len(quote))
    clause = f" {' '.join(syllables(fold(quote[start:end])))} "
    words = {fold(syllable) for word in question.words for syllable in word.syllables}
    named = sum(f" {name.key} " in clause for name in question.required_names)
    return sum(f" {word} " in clause for word in words) + 4 * named


def _dates(question: Question, quote: str) -> list[Span]:
    dates = [match.span() for match in _DATE.finditer(quote)]
    said = [span for span in dates if not set(question.years) & set(re.findall(r"\d{4}", quote[slice(*span)]))]
    return said or dates


def _causes(question: Question, quote: str) -> list[Span]:
    asked = normalise(question.focus)
    causes = [match.span() for match in _CAUSE.finditer(quote) if normalise(match.group()[:20]) not in asked]
    return causes[:1]


def in_text(spans: Sequence[Span], offset: int) -> list[Span]:
    """Return spans of a quote as spans of a text in which the quote opens at ``offset``."""
    return [(start + offset, end + offset) for start, end in spans]
