"""Tells whether a figure is worked out, in the open, from other figures of its sentence. Knows nothing of evidence."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations, permutations

from app.check.arithmetic import equations
from app.check.figures import Figure
from app.understand.quantities import rounded_to
from corpus.sentences import enumeration_items

_SUM = re.compile(r"\+|\b(?:tổng|cộng|gộp|cả thảy|tất cả|cả hai|total|sum|altogether)\b", re.IGNORECASE)
_CHANGE = re.compile(
    r"−|\d\s-\s\d|\b(?:hơn|kém|chênh|tăng|giảm|thêm|còn lại|trừ|gấp|tỷ lệ|tỉ lệ|chiếm|bằng|"
    r"more|less|fewer|difference|increase|decrease|times|share)\b|%",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"(?:\b(?:tổng|cộng|cả thảy|tất cả|hơn|kém|chênh|lệch|tức|thêm|tăng|giảm|còn lại|gấp|trung bình|bình quân|chiếm|"
    r"total|sum|more|less|fewer|difference|by|average)\b|[=≈])[^\d.;]{0,24}$",
    re.IGNORECASE,
)
_IS = re.compile(r"\b(?:là|bằng|is|was)\s(?:khoảng\s)?$", re.IGNORECASE)
_WORKING = re.compile(r"[^\d.;()]{0,24}\([^()]*(?:\d\s?[−+:-]\s?\d|\+|từ|mỗi)")
_AVERAGE = re.compile(r"\b(?:trung bình|bình quân|mỗi|chia|average|each|per)\b|\d\s?[:/÷]\s?\d", re.IGNORECASE)
MOST_TERMS = 8
"""A sum of more figures than these is not looked for."""


def is_worked_out(figure: Figure, borne_out: Sequence[Figure], sentence: str) -> bool:
    """Tell whether a figure is a sum, difference, ratio or percentage of figures of the sentence, or counts its list.

    ``borne_out`` are the other figures of the sentence that the evidence has. The unit, where one is said, is that of
    the figures it comes from.
    """
    if _introduces_list(figure, sentence) and len(enumeration_items(sentence)) == figure.value > 1:
        return True
    equation = next((one for one in equations(sentence) if one.result == figure.said), None)
    if equation and not equation.divides:
        counted_alike = any(figure.same_unit(term) or term.same_unit(figure) for term in borne_out)
        return counted_alike and equation.is_right()
    if not _is_told_as_result(figure, sentence):
        return False
    terms = borne_out[:MOST_TERMS]
    alike = [term for term in terms if figure.same_unit(term) or term.same_unit(figure)]
    if _SUM.search(sentence) and _is_sum(figure.value, alike):
        return True
    if _AVERAGE.search(sentence) and any(_divides(figure, *pair) for pair in permutations(terms, 2)):
        return True
    pairs = combinations(alike if _plain(figure) else terms, 2)
    return bool(_CHANGE.search(sentence)) and any(_follows(figure, left, right) for left, right in pairs)


def _is_told_as_result(figure: Figure, sentence: str) -> bool:
    """Tell whether a figure stands where a result stands: after "tổng cộng", "nhiều hơn", before "(từ 27 lên 32)"."""
    before, after = sentence[: figure.start], sentence[figure.start + len(figure.said) :]
    if _WORKING.match(after) or _RESULT.search(before):
        return True
    return bool(_IS.search(before) and (_SUM.search(before) or _CHANGE.search(before)))


def _introduces_list(figure: Figure, sentence: str) -> bool:
    """Tell whether a figure stands right before the colon of a list: "Tám môn: …"."""
    return bool(re.search(rf"\b{re.escape(figure.said)}(?:\s[^\W\d_]+){{1,5}}\s?:", sentence))


def _divides(figure: Figure, whole: Figure, count: Figure) -> bool:
    """Tell whether a figure, as exact as it is written, is one figure by another."""
    return bool(count.value) and figure.same_unit(whole) and _rounded(whole.value / count.value, figure) == figure.value


def _rounded(value: Decimal, like: Figure) -> Decimal:
    return rounded_to(value, max(-int(like.value.as_tuple().exponent), 0))


def _plain(figure: Figure) -> bool:
    return figure.unit[:1] not in (("lần",), ("%",), ("phần",), ("times",))


def _is_sum(value: Decimal, terms: Sequence[Figure]) -> bool:
    return any(
        sum(term.value for term in chosen) == value
        for size in range(2, len(terms) + 1)
        for chosen in combinations(terms, size)
    )


def _follows(figure: Figure, left: Figure, right: Figure) -> bool:
    """Tell whether a figure is the difference of two others, or their ratio as "lần" or "%"."""
    larger, smaller = max(left.value, right.value), min(left.value, right.value)
    if _plain(figure):
        return larger - smaller == figure.value
    if not smaller:
        return False
    ratios = (larger / smaller, smaller / larger, (larger - smaller) / smaller, (larger - smaller) / larger)
    by = 100 if figure.unit[0] in ("%", "phần") else 1
    return any(_rounded(by * ratio, figure) == figure.value for ratio in ratios)
