"""Works out what a stated change implies: by how much, by what percentage, and the value before. Knows figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from app.decide.measures import measure_missing
from app.understand.lexicon import Lexicon
from app.understand.quantities import YEAR, scaled
from app.understand.reckoning import Operation
from app.understand.words import content_words
from app.write.computing.computation import Computation, difference_of, quotient, sum_of
from app.write.computing.operands import Counted, kinds_asked, match
from index.syllables import fold, normalise, syllables

_ASKS_CHANGE = re.compile(r"\b(?:tăng|giảm|thay đổi|biến động|hơn|so với|thêm|bớt|ít đi|mất)\b")
_FROM = re.compile(r"\btừ\s+(?:mức\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\b(?:lên|xuống|đến|còn|thành)\s+(?:đạt\s+|mức\s+|còn\s+)?$", re.IGNORECASE)
_BY = re.compile(r"^(?:[^\d;.()]|\([^()]*\)){0,60}?[,(]?\s*\b(?P<way>tăng|giảm)(?: thêm| lên| đi)?\s*$", re.IGNORECASE)
_SINCE = re.compile(
    r"^\s*(?:\([^)]*\)\s*)?so với\s+(?:cùng kỳ\s+)?(?:năm\s+)?(?P<year>(?:19|20)\d\d|trước|ngoái)?", re.IGNORECASE
)
_MEASURES = {"ha": "diện tích", "tấn": "sản lượng", "đồng": "số tiền kinh phí"}
_ASKING = re.compile(rf"{YEAR.pattern}|phần trăm|so với|cùng kỳ|\b(?:tăng|giảm)\b", re.IGNORECASE)
LEAST_SHARED = 0.5
"""Which share of the question's words, by rarity, must stand around a figure whose earlier value is asked for."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A change as told ("236 vụ, giảm 41 vụ so với năm 2023"): the value, by how much it changed, and since when."""

    value: Counted
    by: Counted
    rose: bool
    since: str


def from_to(figures: Sequence[Counted]) -> tuple[Counted, Counted] | None:
    """Return the figures of "từ 27 … lên 32 …": before and after a change; None where several are told."""
    found = [
        (before, after)
        for before, after in pairwise(figures)
        if before.citation == after.citation
        and before.kind.split("/")[0] == after.kind.split("/")[0]
        and _FROM.search(before.citation.quote[: before.quantity.start])
        and _TO.search(before.citation.quote[before.quantity.end : after.quantity.start])
    ]
    return found[0] if len(found) == 1 else None


def _changes(figures: Sequence[Counted]) -> list[_Change]:
    found = []
    for value, by in pairwise([figure for figure in figures if not _bracketed(figure)]):
        if value.citation != by.citation or by.kind not in (value.kind, "%") or value.kind == "%":
            continue
        text = value.citation.quote
        way = _BY.search(text[value.quantity.end : by.quantity.start])
        since = _SINCE.search(text[by.quantity.end :])
        if way and since:
            found.append(_Change(value, by, way["way"].lower() == "tăng", (since["year"] or "").lower()))
    return found


def _bracketed(figure: Counted) -> bool:
    before = figure.citation.quote[: figure.quantity.start]
    return before.rfind("(") > before.rfind(")")


def change(operation: Operation, question: str, figures: Sequence[Counted], lexicon: Lexicon) -> Computation | None:
    """Work out a change that the quote itself states, in its unit or in percent."""
    if not _ASKS_CHANGE.search(normalise(question)):
        return None
    pair = from_to(figures)
    if pair and operation == "difference":
        if not _is_of(question, pair):
            return None
        smaller, larger = sorted(pair, key=lambda figure: figure.value)
        return difference_of(larger.operand, smaller.operand)
    if operation != "change":
        return None
    if pair and pair[0].value:
        smaller, larger = sorted(pair, key=lambda figure: figure.value)
        operands = (larger.operand, smaller.operand, pair[0].operand)
        return quotient("change", operands, 100 * (larger.value - smaller.value) / pair[0].value, "%")
    return _stated_in_percent(question, figures, lexicon)


def _is_of(question: str, pair: tuple[Counted, Counted]) -> bool:
    """Tell whether "từ … lên …" counts what is asked for, in the years asked for; a text without years is of any."""
    if not kinds_asked(question, [pair[0].kind]):
        return False
    years = set(YEAR.findall(pair[0].citation.quote))
    return not years or set(YEAR.findall(normalise(question))) <= years


def _stated_in_percent(question: str, figures: Sequence[Counted], lexicon: Lexicon) -> Computation | None:
    """Return by what percentage "236 vụ, giảm 41 vụ so với năm 2023" changed."""
    if any(figure.kind == "%" for figure in figures):
        return None
    told = _asked_about(question, [one for one in _changes(figures) if one.by.kind == one.value.kind], lexicon)
    before = told and (told.value.value - told.by.value if told.rose else told.value.value + told.by.value)
    if not told or not before:
        return None
    operands = (told.value.operand, told.by.operand)
    return quotient("stated-rise" if told.rose else "stated-fall", operands, 100 * told.by.value / before, "%")


def earlier(question: str, figures: Sequence[Counted], lexicon: Lexicon) -> Computation | None:
    """Return the value of another year from a change since that year: 236 + 41 = 277."""
    years = set(YEAR.findall(normalise(question)))
    told = _asked_about(question, [one for one in _changes(figures) if years == {one.since}], lexicon)
    if told is None or not kinds_asked(question, [told.value.kind]):
        return None
    if told.by.kind == "%":
        return _before_percent(told)
    operands = (told.value.operand, told.by.operand)
    return difference_of(*operands) if told.rose else sum_of(operands)


def _before_percent(told: _Change) -> Computation | None:
    """Return the value before a change in percent; it is only as exact as the percentage."""
    by = told.by.quantity.value
    base = 100 + by if told.rose else 100 - by
    if base <= 0:
        return None
    value = told.value.quantity.value * Decimal(100) / base
    operands = (told.value.operand, told.by.operand)
    return quotient("before-rise" if told.rose else "before-fall", operands, value, told.value.quantity.unit)


def _asked_about(question: str, changes: Sequence[_Change], lexicon: Lexicon) -> _Change | None:
    """Return the one change that the question is about: its figure stands among the words of the question."""
    subject = _ASKING.sub(" ", question)
    words = {part for word in content_words(subject) for part in word.syllables}
    most = sum(lexicon.idf(part) for part in words)
    near = [
        one
        for one in changes
        if scaled(one.value.quantity)
        and not measure_missing(normalise(subject), f"1 {one.value.quantity.unit}")
        and match(question, _named(one), lexicon) >= LEAST_SHARED * most
    ]
    return near[0] if len(near) == 1 else None


def _named(told: _Change) -> str:
    """Return, folded, what the changed figure counts: its clause since the figure before, up to the change."""
    text, value = told.value.citation.quote, told.value.quantity
    before = re.split(r"\d[\d.,]*|[;:()]|\.\s", text[: value.start])[-1]
    words = [*syllables(before), *syllables(text[value.start + len(value.written) : told.by.quantity.start])]
    return fold(f" {' '.join(words)} {_MEASURES.get(told.value.kind, '')} ")
