"""Works out a difference, sum or ratio that a question asks for, from figures of quoted text. Shows every step.

Code does the sum, never a model; a result is shown only where each operand is found beyond doubt in one quotation.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations
from typing import Literal

from app.models import Citation
from app.understand.lexicon import Lexicon
from app.understand.quantities import Quantity, quantities, write_number
from app.understand.words import content_words
from index.syllables import fold, normalise, syllables

Operation = Literal["difference", "sum", "ratio"]

_DIFFERENCE = re.compile(
    r"\b(?:hơn|kém)\b|\b(?:tăng|giảm)(?: thêm| lên| đi)?\b[^?]{0,20}\b(?:bao nhiêu|mấy)\b"
    r"|\bchênh(?: lệch| nhau)?\b|\bcách biệt\b"
)
_COMPARED = re.compile(
    r"\b(?:nhiều|ít|lớn|nhỏ|cao|thấp|rộng|đông)?\s*(?:hơn|kém)(?: so với)?\b|\bso với\b|\bvới\b|\bgiữa\b|\bvà\b"
)
_SUM = re.compile(r"\b(?:tổng|cộng|cả thảy|tất cả|gộp)\b|\bcả\b.{1,60}\b(?:và|lẫn)\b|\b(?:và|lẫn)\b.{1,60}\bcả thảy\b")
_RATIO = re.compile(r"\bgấp\s+(?:mấy|bao nhiêu)\b")
_ASKS_CHANGE = re.compile(r"\b(?:tăng|giảm|thay đổi|hơn|so với)\b")
_FROM_TO = re.compile(r"\btừ\s+(?=\d)")
_AVERAGE = re.compile(r"\b(?:trung bình|bình quân)\s+(?:mỗi|một|từng)?\s*(?P<of>[^?,.]{3,40})", re.IGNORECASE)
_SEAM = re.compile(r"[;,)]|\s(?:và|còn)\s")
_CLAUSE_END = re.compile(r"[;()]|\.\s|,\s(?=\d)|/|\s(?:và|còn)\s(?=[^;,()]{0,60}\d)")
_COUNTED = re.compile(r"\b(?:bao nhiêu|mấy)\s+(?P<noun>[^\W\d_]+)")
_PERSONS = frozenset(
    {"người", "học viên", "công dân", "đối tượng", "cán bộ", "giáo viên", "học sinh", "lao động", "hộ"}
)
MOST_OPERANDS, MOST_FIGURES = 4, 7
MARGIN = 0.3
"""By how much the best choice of operands must beat every other one; closer calls are left to the reader."""
Counted = tuple[Quantity, str]
"""A figure and, folded, the words that say what it counts."""
LOCAL_SYLLABLES = 24
"""How many syllables before a figure can say what it counts."""


@dataclass(frozen=True, slots=True)
class Computation:
    """A result and how it came about: "32 − 27 = 5 chuyến/ngày"."""

    operation: Operation
    operands: tuple[Quantity, ...]
    result: Decimal
    unit: str
    marker: int  # of the citation that holds the operands

    def __str__(self) -> str:
        sign = {"difference": " − ", "sum": " + ", "ratio": " : "}[self.operation]
        shown = sign.join(write_number(operand.value) for operand in self.operands)
        return f"{shown} = {write_number(self.result)}{f' {self.unit}' if self.unit else ''}"


def asked_operation(question: str) -> Operation | None:
    """Return what a question wants worked out, or None."""
    text = normalise(question)
    if _AVERAGE.search(question):
        return "ratio"
    if not re.search(r"\b(?:bao nhiêu|mấy|chênh|how many|how much)\b", text):
        return None
    if _RATIO.search(text):
        return "ratio"
    if _DIFFERENCE.search(text):
        return "difference"
    return "sum" if _SUM.search(text) else None


def _around(text: str, quantity: Quantity, before: int) -> str:
    """Return the syllables that say what a figure counts: those before it in its clause, and those after it.

    What stands between the figure before and the next comma or "và" still belongs to that figure. The unit is left
    out: it is the same for all figures that are told apart.
    """
    between = text[before : quantity.start]
    if before:
        between = _SEAM.split(between, maxsplit=1)[-1]
    left = re.split(r"[;()]", between)[-1]
    right = _CLAUSE_END.split(text[quantity.end :], maxsplit=1)[0]
    head = syllables(left)[-LOCAL_SYLLABLES:]
    return f" {' '.join([*head, *syllables(right)[:LOCAL_SYLLABLES]])} "


def is_total(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Tell whether a figure is the sum of two or more figures of its unit that follow it one after another."""
    following = [other for other in others if other.start > quantity.start and other.unit == quantity.unit]
    running = Decimal(0)
    for count, other in enumerate(following, start=1):
        running += other.value
        if count > 1 and running == quantity.value:
            return True
    return False


def _figures_with_context(text: str) -> list[Counted]:
    """Return the figures with what each counts; a figure of another unit in between does not end the context."""
    found = quantities(text)
    contexts = []
    for i, quantity in enumerate(found):
        same_unit = [other.end for other in found[:i] if other.unit == quantity.unit]
        contexts.append((quantity, fold(_around(text, quantity, max(same_unit, default=0)))))
    return contexts


def _match(phrase: str, context: str, lexicon: Lexicon) -> float:
    """Return how many telling syllables of a phrase stand around a figure, by rarity."""
    parts = {part for word in content_words(phrase) for part in word.syllables}
    return sum(lexicon.idf(part) for part in parts if f" {fold(part)} " in context)


def _assign(phrases: Sequence[str], figures: Sequence[Counted], lexicon: Lexicon) -> tuple[Quantity, ...] | None:
    """Return one figure a phrase, all different, that fit best together; None where another choice fits as well."""
    if not 2 <= len(phrases) <= MOST_OPERANDS or not len(phrases) <= len(figures) <= MOST_FIGURES:
        return None
    table = [[_match(phrase, context, lexicon) for _, context in figures] for phrase in phrases]
    totals: dict[tuple[int, ...], float] = {}
    for choice in permutations(range(len(figures)), len(phrases)):
        scores = [table[row][column] for row, column in enumerate(choice)]
        if min(scores) > 0:
            totals[choice] = sum(scores)
    ordered = sorted(totals, key=lambda choice: -totals[choice])
    if not ordered or (len(ordered) > 1 and totals[ordered[0]] - totals[ordered[1]] < MARGIN):
        return None
    return tuple(figures[column][0] for column in ordered[0])


def _operand_phrases(question: str, operation: Operation) -> list[str]:
    """Return the parts of a question that name the operands."""
    text = re.sub(r"\b(?:bao nhiêu|mấy)\b.*$", " ", question, flags=re.IGNORECASE)
    gathered = re.match(
        r"^(?P<list>.+?)\b(?:cộng lại|gộp lại|cộng chung|tổng cộng|cả thảy)\b", question, flags=re.IGNORECASE
    )
    if operation == "sum" and gathered and re.search(r",|\s(?:và|lẫn)\s", gathered["list"]):
        return [part for part in re.split(r"\s+(?:và|lẫn|cùng với)\s+|,\s*", gathered["list"]) if part.strip()]
    if operation == "sum":
        text = re.sub(r"(\s(?:và|lẫn)\s[^,]+),.*$", r"\1", text)
        listed = re.sub(r"^.*?\b(?:tổng|cộng|cả|gộp)\b(?:\s+(?:cả|số|cộng))*", " ", text, flags=re.IGNORECASE)
        return [part for part in re.split(r"\s+(?:và|lẫn|cùng với|với)\s+|,\s*", listed) if part.strip()]
    return [part for part in _COMPARED.split(question) if part and part.strip()]


def _from_to(text: str) -> tuple[Quantity, Quantity] | None:
    """Return the figures of "từ 27 … lên 32 …": before and after a change."""
    for start in (match.end() for match in _FROM_TO.finditer(text)):
        found = [quantity for quantity in quantities(text) if quantity.start >= start][:2]
        if len(found) == 2 and re.search(r"\b(?:lên|xuống|đến|còn)\s+$", text[found[0].end : found[1].start]):
            return found[0], found[1]
    return None


def compute(question: str, citations: Sequence[Citation], lexicon: Lexicon) -> Computation | None:
    """Return what a question wants worked out from one of the quotes, or None where an operand is in doubt."""
    operation = asked_operation(question)
    for citation in citations:
        if operation is None:
            return None
        found = (
            _average(question, citation)
            or _change(operation, question, citation)
            or _compute_in(operation, question, citation, lexicon)
        )
        if found:
            return found
    return None


def _change(operation: Operation, question: str, citation: Citation) -> Computation | None:
    """Work out a change that the quote itself states: "từ 27 … lên 32"."""
    change = _from_to(citation.quote)
    if operation != "difference" or not change or not _ASKS_CHANGE.search(normalise(question)):
        return None
    smaller, larger = sorted(change, key=lambda quantity: quantity.value)
    unit = _common_unit(change)
    return Computation(operation, (larger, smaller), larger.value - smaller.value, unit, citation.marker)


def _common_unit(operands: Sequence[Quantity]) -> str:
    units = {operand.unit for operand in operands}
    return units.pop() if len(units) == 1 else ""


def _compute_in(operation: Operation, question: str, citation: Citation, lexicon: Lexicon) -> Computation | None:
    text, marker = citation.quote, citation.marker
    found = quantities(text)
    # A total is compared with its own parts only where the question says so.
    keep_totals = bool(re.search(r"\b(?:tổng|toàn tỉnh|tất cả)\b", question, re.IGNORECASE)) and operation != "sum"
    figures = [counted for counted in _figures_with_context(text) if keep_totals or not is_total(counted[0], found)]
    phrases = [phrase for phrase in _operand_phrases(question, operation) if content_words(phrase)]
    for unit in _units_asked(question, [quantity.unit for quantity, _ in figures if quantity.unit]):
        operands = _assign(phrases, [counted for counted in figures if counted[0].unit == unit], lexicon)
        if operands:
            return _result(operation, operands, unit, marker)
    return None


def _units_asked(question: str, units: Sequence[str]) -> list[str]:
    """Return the units that "bao nhiêu …" can mean; where none of them is named, the only one there is."""
    distinct = list(dict.fromkeys(units))
    asked = _COUNTED.search(normalise(question))
    noun = asked.group("noun") if asked else ""
    if noun == "người":
        return [unit for unit in distinct if unit in _PERSONS]
    named = [unit for unit in distinct if noun and (unit.startswith(noun) or noun in unit.split())]
    if noun == "tiền":
        named = [unit for unit in distinct if unit.endswith("đồng")]
    return named or (distinct if len(distinct) == 1 or not noun else [])


def _result(operation: Operation, operands: tuple[Quantity, ...], unit: str, marker: int) -> Computation | None:
    if operation == "sum":
        return Computation(operation, operands, sum((o.value for o in operands), Decimal(0)), unit, marker)
    larger, smaller = sorted(operands[:2], key=lambda operand: operand.value, reverse=True)
    if operation == "difference":
        return Computation(operation, (larger, smaller), larger.value - smaller.value, unit, marker)
    if not smaller.value:
        return None
    return Computation(operation, (larger, smaller), round(larger.value / smaller.value, 2), "lần", marker)


def _average(question: str, citation: Citation) -> Computation | None:
    """Work out "trung bình một ngôi nhà bao nhiêu tiền": the one other figure of the clause that counts the houses."""
    each = _AVERAGE.search(question)
    if not each:
        return None
    clauses = re.split(r";\s", citation.quote)
    for clause in clauses:
        figures = _figures_with_context(clause)
        counting = [q for q, _ in figures if q.unit and f" {q.unit.split()[0]} " in f" {normalise(each['of'])} "]
        others = [q for q, _ in figures if counting and q.start > counting[-1].end]
        if len(counting) == 1 and len(others) == 1 and counting[0].value:
            total, count = others[0], counting[0]
            return Computation(
                "ratio", (total, count), round(total.value / count.value, 2), total.unit, citation.marker
            )
    return None
