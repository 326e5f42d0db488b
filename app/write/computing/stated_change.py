"""Works out by how much, or by what percentage, a figure changed as its sentence tells. Knows questions and figures."""

import re
from collections.abc import Sequence
from itertools import pairwise

from app.decide.counted import cannot_count
from app.understand.lexicon import Lexicon
from app.understand.quantities import YEAR
from app.understand.reckoning import Operation
from app.write.computing.computation import Computation, difference_of, quotient
from app.write.computing.earlier import Frame, asked_about
from app.write.computing.operands import PERSONS, Counted, kinds_asked
from app.write.computing.told_changes import changes_in
from index.syllables import normalise

_ASKS_CHANGE = re.compile(r"\b(?:tăng|giảm|thay đổi|biến động|hơn|so với|thêm|bớt|ít đi|mất)\b")
_FROM = re.compile(r"\btừ\s+(?:mức\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\b(?:lên|xuống|đến|còn|thành)\s+(?:đạt\s+|mức\s+|còn\s+)?$", re.IGNORECASE)
_OF_WHAT = re.compile(r"\b(?:tổng|số|lượng)\s+(?:số\s+|lượng\s+)?(?P<what>[^\W\d_]+[^?.,;]*)")


def from_to(figures: Sequence[Counted]) -> tuple[Counted, Counted] | None:
    """Return the figures of "từ 27 … lên 32 …": before and after a change; None where several are told."""
    found = [
        (before, after)
        for before, after in pairwise(figures)
        if before.citation == after.citation
        and before.kind.split("/")[0] == after.kind.split("/")[0]
        and _FROM.search(before.before)
        and _TO.search(before.citation.quote[before.quantity.end : after.quantity.start])
    ]
    return found[0] if len(found) == 1 else None


def change(
    operation: Operation, question: str, figures: Sequence[Counted], lexicon: Lexicon, when: Frame
) -> Computation | None:
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
    if pair and pair[0].value and _counts_asked(question, pair):
        smaller, larger = sorted(pair, key=lambda figure: figure.value)
        operands = (larger.operand, smaller.operand, pair[0].operand)
        return quotient("change", operands, 100 * (larger.value - smaller.value) / pair[0].value, "%")
    return _stated_in_percent(question, figures, lexicon, when)


def _counts_asked(question: str, pair: tuple[Counted, Counted]) -> bool:
    """Tell whether "từ … lên …" may count what the question names: "tổng lượt khách" are no trips."""
    named = _OF_WHAT.search(normalise(question))
    if named is None:
        return True
    persons = named["what"].split()[0] in PERSONS and pair[0].kind not in PERSONS
    return not persons and not cannot_count(f"có bao nhiêu {named['what']}", normalise(_told(pair)), "")


def _told(pair: tuple[Counted, Counted]) -> str:
    """Return the two figures of a change with what stands right behind them."""
    return "; ".join(one.citation.quote[one.quantity.start : one.quantity.end] for one in pair)


def _is_of(question: str, pair: tuple[Counted, Counted]) -> bool:
    """Tell whether "từ … lên …" counts what is asked for, in the years asked for; a text without years is of any."""
    if not kinds_asked(question, [pair[0].kind]):
        return False
    years = set(YEAR.findall(pair[0].citation.quote))
    return not years or set(YEAR.findall(normalise(question))) <= years


def _stated_in_percent(question: str, figures: Sequence[Counted], lexicon: Lexicon, when: Frame) -> Computation | None:
    """Return by what percentage "236 vụ, giảm 41 vụ so với năm 2023" changed."""
    if any(figure.kind == "%" for figure in figures):
        return None
    changes = [one for one in changes_in(figures) if one.by.kind == one.value.kind]
    told = asked_about(question, changes, figures, lexicon, when)
    before = told and (told.value.value - told.by.value if told.rose else told.value.value + told.by.value)
    if not told or not before:
        return None
    operands = (told.value.operand, told.by.operand)
    return quotient("stated-rise" if told.rose else "stated-fall", operands, 100 * told.by.value / before, "%")
