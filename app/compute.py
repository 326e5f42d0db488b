"""Works out a difference, sum or ratio that a question asks for, from figures of quoted text. Shows every step.

Code does the sum, never a model; a result is shown only where each operand is found beyond doubt in one quotation.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from app.models import Citation
from app.quantities import Quantity, quantities, write_number
from app.understand.lexicon import Lexicon
from app.understand.words import content_words
from index.syllables import fold, normalise, syllables

Operation = Literal["difference", "sum", "ratio"]

_DIFFERENCE = re.compile(
    r"\b(?:nhiều|ít|lớn|nhỏ|cao|thấp|rộng|đông|ít)?\s*(?:hơn|kém)\b|\b(?:tăng|giảm)(?: thêm| lên| đi)?\b[^?]{0,20}\b(?:bao nhiêu|mấy)\b|\bchênh(?: lệch| nhau)?\b|\bcách biệt\b"
)
_COMPARED = re.compile(r"\b(?:nhiều|ít|lớn|nhỏ|cao|thấp|rộng|đông)?\s*(?:hơn|kém)(?: so với)?\b|\bso với\b|\bvới\b|\bgiữa\b|\bvà\b")
_SUM = re.compile(r"\b(?:tổng|cộng|cả thảy|tất cả|gộp)\b|\bcả\b.{1,60}\b(?:và|lẫn)\b|\b(?:và|lẫn)\b.{1,60}\bcả thảy\b")
_RATIO = re.compile(r"\bgấp\s+(?:mấy|bao nhiêu)\b")
_ASKS_CHANGE = re.compile(r"\b(?:tăng|giảm|thay đổi|hơn|so với)\b")
_FROM_TO = re.compile(r"\btừ\s+(?=\d)")
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
    if not re.search(r"\b(?:bao nhiêu|mấy|chênh|how many|how much)\b", text):
        return None
    if _RATIO.search(text):
        return "ratio"
    if _DIFFERENCE.search(text):
        return "difference"
    return "sum" if _SUM.search(text) else None


def _around(text: str, quantity: Quantity, before: int, after: int) -> str:
    """Return the syllables that say what a figure counts: those before it in its clause, and those right after it.

    What stands between the figure before and the next comma still belongs to that figure.
    """
    between = text[before : quantity.start]
    if before:
        between = re.split(r"[;,)]", between, maxsplit=1)[-1]
    left = re.split(r"[;:()]", between)[-1]
    right = re.split(r"[;,():.]\s|/", text[quantity.end : after])[0]
    head = syllables(left)[-LOCAL_SYLLABLES:]
    return f" {' '.join([*head, *syllables(quantity.unit), *syllables(right)[:LOCAL_SYLLABLES]])} "


def is_total(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Tell whether a figure is the sum of two or more figures of its unit that follow it one after another."""
    following = [other for other in others if other.start > quantity.start and other.unit == quantity.unit]
    running = Decimal(0)
    for count, other in enumerate(following, start=1):
        running += other.value
        if count > 1 and running == quantity.value:
            return True
    return False


def _figures_with_context(text: str) -> list[tuple[Quantity, str]]:
    """Return the figures with what each counts; a figure of another unit in between does not end the context."""
    found = quantities(text)
    nexts = [*(q.start for q in found[1:]), len(text)]
    contexts = []
    for i, quantity in enumerate(found):
        same_unit = [other.end for other in found[:i] if other.unit == quantity.unit]
        contexts.append((quantity, _around(text, quantity, max(same_unit, default=0), nexts[i])))
    return contexts


def _best_figure(phrase: str, figures: Sequence[tuple[Quantity, str]], lexicon: Lexicon) -> Quantity | None:
    """Return the one figure whose surroundings share the most telling words with a phrase; None where two are equal."""
    words = {part for word in content_words(phrase) for part in word.syllables}
    words |= {s for name in re.findall(r"(?:[^\W\d_]+ ?)+", phrase) for s in syllables(name) if s in words}
    scores = [
        (sum(lexicon.idf(word) for word in words if f" {fold(word)} " in fold(context)), -i, q)
        for i, (q, context) in enumerate(figures)
    ]
    scores.sort(key=lambda item: (item[0], item[1]), reverse=True)
    if not scores or scores[0][0] <= 0:
        return None
    if len(scores) > 1 and scores[0][0] - scores[1][0] < 1e-9 and scores[0][2].value != scores[1][2].value:
        return None
    return scores[0][2]


def _operand_phrases(question: str, operation: Operation) -> list[str]:
    """Return the parts of a question that name the operands."""
    text = re.sub(r"\b(?:bao nhiêu|mấy)\b.*$", " ", question, flags=re.IGNORECASE)
    gathered = re.match(r"^(?P<list>.+?)\b(?:cộng lại|gộp lại|cộng chung|tổng cộng|cả thảy)\b", question, flags=re.IGNORECASE)
    if operation == "sum" and gathered and re.search(r",|\s(?:và|lẫn)\s", gathered["list"]):
        return [part for part in re.split(r"\s+(?:và|lẫn|cùng với)\s+|,\s*", gathered["list"]) if part.strip()]
    if operation == "sum":
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
    if operation is None:
        return None
    for citation in citations:
        found = _change(operation, question, citation) or _compute_in(operation, question, citation, lexicon)
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
    figures = [(q, context) for q, context in _figures_with_context(text) if keep_totals or not is_total(q, found)]
    phrases = _operand_phrases(question, operation)
    chosen = [figure for phrase in phrases if (figure := _best_figure(phrase, figures, lexicon))]
    operands = tuple(dict.fromkeys(chosen))
    if len(operands) < 2 or not _common_unit(operands):
        return None
    if operation == "sum":
        return Computation(operation, operands, sum((o.value for o in operands), Decimal(0)), _common_unit(operands), marker)
    larger, smaller = sorted(operands[:2], key=lambda operand: operand.value, reverse=True)
    if operation == "difference":
        return Computation(operation, (larger, smaller), larger.value - smaller.value, _common_unit(operands[:2]), marker)
    if not smaller.value:
        return None
    return Computation(operation, (larger, smaller), round(larger.value / smaller.value, 2), "lần", marker)
