"""Works out what is left: a plan less what is done. Knows questions for what is left, and figures."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from app.understand.lexicon import Lexicon
from app.understand.quantities import is_part_of_fraction, quantities
from app.write.computing.computation import Computation, difference_of
from app.write.computing.operands import MARGIN, Counted, kinds_asked, match
from index.syllables import fold, normalise

_NOT_YET = re.compile(r"\bchưa\s+(?:được\s+|thể\s+)?(?P<verb>[^\W\d_]+(?:\s[^\W\d_]+)?)")
_DONE = re.compile(r"\b(?:da|moi|dat|thuc hien|hoan thanh|luy ke)\b")
_PLANNED = re.compile(
    r"\b(?:tong|ke hoach|giao|bo tri|phan bo|phe duyet|duoc cap|tiep nhan|thu ly|dang ky|phai|du toan"
    r"|nhu cau|can|du kien|yeu cau|chi tieu|muc tieu|ho tro)\b"
)
_EXCEPT = re.compile(r"\b(?:ngoài|trừ|ngoại trừ|không (?:kể|tính|thuộc))\b(?! ra\b)")
_DATE = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{4})?")
_SPEND = r"(?:giải ngân|chi trả|thanh toán|sử dụng|chi(?! (?:cục|nhánh|bộ|phí|tiết)\b))"
_SPENT = re.compile(rf"\b(?:đã|mới)\s+(?:chỉ\s+|thực hiện\s+)?{_SPEND}\b[^\d;.]{{0,40}}$")
_TAKEN_IN = re.compile(r"\b(?:thu|thu được|huy động|huy động được|tiếp nhận|được cấp|phân bổ|được giao)\s+$")
_STATED = re.compile(r"\b(?:con|con lai|con thieu)\s+$")


def remainder(question: str, figures: Sequence[Counted], lexicon: Lexicon) -> Computation | None:
    """Return what a question asks to be left; None where what was planned or done is in doubt, or the rest is told."""
    if _EXCEPT.search(normalise(question)):
        return None  # what is left of all but one thing is no plan less what was done
    found = _NOT_YET.search(normalise(question).rstrip(" ?."))
    verb = fold(found["verb"]) if found else ""
    for kind in kinds_asked(question, [figure.kind for figure in figures if figure.kind not in ("", "%")]):
        alike = [figure for figure in figures if figure.kind == kind]
        if any(_STATED.search(fold(_before(figure))) or f" chua {verb}" in figure.context for figure in alike):
            return None
        halves = [pair for pair in pairwise(alike) if is_part_of_fraction(pair[0].quantity, pair[1].quantity)]
        if (
            len(halves) == 1
            and halves[0][0].citation == halves[0][1].citation
            and match(question, halves[0][1].context, lexicon)
        ):
            return difference_of(halves[0][1].operand, halves[0][0].operand)
        done = [figure for figure in alike if _is_done(figure, verb)]
        told = [figure for figure in done if f" da {verb} " in f"{figure.context} "]
        done = told if len(done) > 1 and verb else done
        if len(done) != 1:
            continue
        more = [one for one in alike if one is not done[0] and one.value > done[0].value]
        typed = [one for one in more if one.quantity.value in _numbers(question)]
        whole = typed[0] if len(typed) == 1 else _planned(question, more, lexicon)
        if whole:
            return difference_of(whole.operand, done[0].operand)
    return _unspent(question, figures)


def _unspent(question: str, figures: Sequence[Counted]) -> Computation | None:
    """Return what is left of money taken in when some was spent, the only two sums of one sentence."""
    if not re.search(rf"\bchưa\s+(?:được\s+)?{_SPEND}\b", normalise(question)):
        return None
    money = [figure for figure in figures if figure.kind == "đồng"]
    if len(money) != 2 or not kinds_asked(question, ["đồng"]) or money[0].citation != money[1].citation:
        return None
    whole, spent = sorted(money, key=lambda figure: figure.quantity.start)
    between = whole.citation.quote[whole.quantity.end : spent.quantity.start]
    taken_in, paid = _TAKEN_IN.search(_spoken_before(whole)), _SPENT.search(_spoken_before(spent))
    if not taken_in or not paid or re.search(r"[;.]\s", between) or spent.value >= whole.value:
        return None
    return difference_of(whole.operand, spent.operand)


def _spoken_before(figure: Counted) -> str:
    return f"{normalise(_before(figure)).rstrip()} "


def _before(figure: Counted) -> str:
    return figure.citation.quote[: figure.quantity.start]


def _is_done(figure: Counted, verb: str) -> bool:
    """Tell whether a figure is of what was done: its verb, or where none is asked, "đã", "đạt", before it."""
    clause = fold(re.split(r"[;.]\s", _before(figure))[-1])
    after = fold(figure.citation.quote[figure.quantity.end :])
    if verb and re.match(rf"\s*(?:\w+\s){{0,3}}da (?:duoc )?{verb}\b", after):
        return True
    since = re.split(rf"\b{verb}\b" if verb else _DONE, clause)
    return len(since) > 1 and not re.search(r"\d", _DATE.sub(" ", since[-1]))


def _numbers(question: str) -> set[Decimal]:
    """Return the values of the numbers that a question types: "trong 14 công trình"."""
    return {quantity.value for quantity in quantities(question)}


def _planned(question: str, figures: Sequence[Counted], lexicon: Lexicon) -> Counted | None:
    """Return the only figure that was planned, or the one of several that the question names."""
    planned = [figure for figure in figures if _PLANNED.search(figure.context)]
    if len(planned) < 2:
        return planned[0] if planned else None
    scores = sorted(((match(question, figure.context, lexicon), i) for i, figure in enumerate(planned)), reverse=True)
    return planned[scores[0][1]] if scores[0][0] - scores[1][0] >= MARGIN else None
