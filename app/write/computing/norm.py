"""Multiplies what each gets by how many there are: "38 nhà × 60 triệu đồng/nhà". Knows questions for money."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.understand.quantities import quantities
from app.write.computing.computation import Computation
from app.write.computing.operands import Counted, asked_noun, is_money
from index.syllables import fold, normalise, syllables

_MONEY = re.compile(r"\b(?:tiền|kinh phí|vốn|chi phí)\b")
_FOR_ONE = re.compile(
    r"\b(?:mỗi|từng|một)\s+(?!năm\b|tháng\b|quý\b)[^?]*\b(?:bao nhiêu|mấy)\b"
    r"|\b(?:bao nhiêu|mấy)\b[^?]*(?:/|\bmỗi\b(?! năm| tháng))"
)
_EACH = re.compile(r"(?:^|[,;.]\s?|\b)mỗi\s(?P<one>[^\W\d_]+(?:\s[^\W\d_]+){0,4}?)\s[^\d,;.]{0,60}$")
_OPENS = re.compile(r"^[^\d;.,()]{0,30}\(\s*$")
MOST_NORMS = 3


@dataclass(frozen=True, slots=True)
class _Norm:
    """What each of something gets, and what it is: "nhà" and, folded, how it is told apart: "xay moi"."""

    each: Counted
    thing: str
    apart: str
    time: str  # "năm", "tháng" for "40 triệu đồng/thôn/năm", else ""


def by_norm(question: str, figures: Sequence[Counted]) -> Computation | None:
    """Return all the money that norms come to; None where a count is in doubt, or other money is told beside them."""
    text = normalise(question)
    if not (_MONEY.search(text) or asked_noun(question) == "tiền" or "đồng" in text) or _FOR_ONE.search(text):
        return None
    norms = [norm for one in figures if (norm := _norm(one))]
    if any(norm.time not in ("", "năm") and not re.search(rf"\b{norm.time}\b", text) for norm in norms):
        return None  # what comes to a person each month is not all of it
    each = {id(norm.each) for norm in norms}
    markers = {norm.each.citation.marker for norm in norms}
    others = [one for one in figures if is_money(one.kind) and id(one) not in each]
    if not 1 <= len(norms) <= MOST_NORMS or any(one.citation.marker in markers for one in others):
        return None
    typed = {quantity.value for quantity in quantities(question)}
    counts = [_count_of(norm, figures, typed, alone=len(norms) == 1) for norm in norms]
    found = [one for one in counts if one is not None]
    if len(found) < len(norms) or len({id(one) for one in found}) < len(found):
        return None
    worked = _multiplied([(count, norm.each) for count, norm in zip(found, norms, strict=True)])
    times = {norm.time for norm in norms}
    time = times.pop() if len(times) == 1 else ""
    return replace(worked, unit=f"{worked.unit}/{time}") if worked and time else worked


def _norm(figure: Counted) -> _Norm | None:
    """Read "60 triệu đồng/nhà xây mới" and "mỗi cộng đồng nhận 50 triệu đồng"."""
    money, _, thing = figure.kind.partition("/")
    if money != "đồng":
        return None
    text = figure.citation.quote
    if thing:
        time = re.match(r"/(?P<time>[^\W\d_]+)", text[figure.quantity.end :])
        return _Norm(figure, thing, "" if time else _words_after(figure), time["time"].lower() if time else "")
    each = _EACH.search(normalise(text[: figure.quantity.start]))
    return _Norm(figure, each["one"].split()[0], fold(" ".join(each["one"].split()[1:])), "") if each else None


def _count_of(norm: _Norm, figures: Sequence[Counted], typed: set[Decimal], *, alone: bool) -> Counted | None:
    """Return the figure that counts what a norm is for."""
    counted = [one for one in figures if one.kind.split(" ")[0] == norm.thing and one.kind != norm.each.kind]
    behind = [one for one in counted if _stands_behind(norm.each, one)]
    if behind:
        return behind[-1]
    if alone and len(named := [one for one in counted if one.quantity.value in typed]) == 1:
        return named[0]
    if norm.apart:
        told = [one for one in counted if _words_after(one)[: len(norm.apart)] == norm.apart]
        if told or not alone:
            return told[0] if len(told) == 1 else None
    before = [
        one for one in counted if one.citation == norm.each.citation and one.quantity.start < norm.each.quantity.start
    ]
    chosen = before or counted
    return chosen[0] if alone and len(chosen) == 1 else None


def _stands_behind(each: Counted, count: Counted) -> bool:
    """Tell whether a norm stands in the bracket right behind a count: "189 nhà xây mới (40 triệu đồng/nhà)"."""
    return each.citation == count.citation and bool(
        _OPENS.match(count.citation.quote[count.quantity.end : each.quantity.start])
    )


def _words_after(figure: Counted) -> str:
    """Return, folded, the two words behind a figure and its unit, or the one before a seam."""
    rest = re.split(r"[,;.()\d]|\s(?:và|với)\s", figure.citation.quote[figure.quantity.end :], maxsplit=1)[0]
    return fold(" ".join(syllables(rest)[:2]))


def _multiplied(pairs: Sequence[tuple[Counted, Counted]]) -> Computation | None:
    """Return the sum of counts times what each gets, in the unit of the norms; None where their units differ."""
    units = {each.quantity.unit.split("/")[0] for _, each in pairs}
    if len(units) != 1:
        return None
    operands = tuple(one.operand for pair in pairs for one in pair)
    form = " + ".join(f"{{{2 * place}}} × {{{2 * place + 1}}}" for place in range(len(pairs)))
    total = sum((count.quantity.value * each.quantity.value for count, each in pairs), Decimal(0))
    exact = not any(one.quantity.about for one in operands)
    return Computation(form, operands, total, units.pop(), exact)
