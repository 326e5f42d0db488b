"""Works out what is left: a plan or a whole less what is done of it. Knows questions for what is left, and figures."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from app.understand.lexicon import Lexicon
from app.understand.quantities import is_part_of_fraction, quantities
from app.write.computing.computation import Computation, difference_of
from app.write.computing.doing import SPEND, is_done, is_told_as_done, not_yet, said_of
from app.write.computing.operands import (
    MARGIN,
    PERSONS,
    PLAN,
    Counted,
    in_plan_bracket,
    is_change,
    kinds_asked,
    match,
    total_of,
)
from index.syllables import fold, normalise, syllables

_PLANNED = re.compile(
    rf"\b(?:{PLAN}|tong|giao|bo tri|phan bo|phe duyet|duoc cap|tiep nhan|thu ly|dang ky|phai|nhu cau|can|du kien"
    r"|yeu cau|ho tro)\b"
)
_ASKS_PLAN = re.compile(rf"\b(?:thieu|hut)\b.*\b{PLAN}\b|\b{PLAN}\b.*\b(?:thieu|hut)\b|\b(?:moi|de) (?:du|dat)\b")
_OF_ALL = re.compile(rf"^[^\d;.,()]{{0,25}}\btren\s(?:tong(?: so| cong)?|{PLAN})[^\d;.,()]{{0,25}}$")
_SPEND_ASKED = re.compile(rf"\bchưa\s+(?:được\s+)?{SPEND}\b")
_SPENT = re.compile(rf"\b(?:đã|mới)\s+(?:chỉ\s+|thực hiện\s+)?{SPEND}\b[^\d;.]{{0,40}}$")
_TAKEN_IN = re.compile(r"\b(?:thu|thu được|huy động|huy động được|tiếp nhận|được cấp|phân bổ|được giao)\s+$")
_THEN_DONE = re.compile(r"^[^;()]{0,40}(?:,|\bva)\s(?:den nay\s)?da\b")
_AMONG = re.compile(r"\b(?:trong do|rieng|gom)\b")
_STATED = re.compile(r"\b(?:con|con lai|con thieu)\s+$")


def remainder(question: str, figures: Sequence[Counted], lexicon: Lexicon) -> Computation | None:
    """Return what a question asks to be left; None where what was planned or done is in doubt, or the rest is told."""
    verb = not_yet(question)
    figures = [one for one in figures if not is_change(one)]
    asked = kinds_asked(question, [figure.kind for figure in figures if figure.kind not in ("", "%")])
    groups = [[kind] for kind in asked] + ([asked] if len(asked) > 1 and set(asked) <= PERSONS else [])
    for kinds in groups:
        alike = [figure for figure in figures if figure.kind in kinds]
        if any(_STATED.search(fold(figure.before)) or _not_yet(figure, verb) for figure in alike):
            return None
        if halves := _halves(question, verb, alike, lexicon):
            return difference_of(halves[1].operand, halves[0].operand)
        if found := _planned_and_done(question, verb, alike, lexicon):
            return difference_of(found[0].operand, found[1].operand)
    return _unspent(question, figures)


def one_clause(question: str, figures: Sequence[Counted], lexicon: Lexicon) -> list[list[Counted]]:
    """Return, as the only member, the figures of the one clause between semicolons that tells most of a question.

    "Giáo dục phân bổ 21 tỷ, giải ngân 20 tỷ; y tế phân bổ 15 tỷ, giải ngân 12 tỷ". Nothing where none tells more.
    """
    grouped: dict[int, list[Counted]] = {}
    for one in figures:
        grouped.setdefault(one.before.count(";"), []).append(one)
    several = [group for group in grouped.values() if len(group) > 1]
    if len(several) < 2:
        return []
    texts = figures[0].citation.quote.split(";")
    said = [match(question, f" {' '.join(syllables(fold(text)))} ", lexicon) for text in texts]
    scores = sorted((score, at) for at, score in enumerate(said))
    best, second = scores[-1], scores[-2]
    return [grouped[best[1]]] if best[0] - second[0] >= MARGIN and len(grouped.get(best[1], [])) > 1 else []


def _halves(question: str, verb: str, figures: Sequence[Counted], lexicon: Lexicon) -> tuple[Counted, Counted] | None:
    """Return part and whole of "139/142 thôn", "184 lô trên tổng số 327 lô", the only ones of what is asked."""
    pairs = [pair for pair in pairwise(figures) if _are_halves(*pair)]
    if len(pairs) != 1:
        return None
    part, whole = pairs[0]
    around = f"{part.context}{whole.context}{fold(part.quantity.unit)} "
    # What is done to the whole is not what is left of it to do: "327 lô đưa ra đấu giá".
    of_all = not is_part_of_fraction(part.quantity, whole.quantity)
    if of_all and verb and re.search(rf"\b{verb}\b", _after(whole)) and not re.search(rf"\b{verb}\b", _clause(part)):
        return None
    fits = bool(match(question, around, lexicon)) and said_of(question, part.citation.quote, lexicon)
    return (part, whole) if fits and part.value < whole.value else None


def _not_yet(figure: Counted, verb: str) -> bool:
    """Tell whether the text says that a figure is of what is not done; any "chưa" does where no verb is asked."""
    return bool(re.search(rf" chua {verb}", figure.context))


def _are_halves(part: Counted, whole: Counted) -> bool:
    if part.citation != whole.citation:
        return False
    between = fold(part.citation.quote[part.quantity.end : whole.quantity.start])
    return is_part_of_fraction(part.quantity, whole.quantity) or bool(_OF_ALL.match(f"{between.strip()} "))


def _planned_and_done(
    question: str, verb: str, figures: Sequence[Counted], lexicon: Lexicon
) -> tuple[Counted, Counted] | None:
    """Return what was planned, or all there is, and what is done of it."""
    if lacking := _of_a_plan(question, figures):
        return lacking
    done = [figure for figure in figures if is_done(figure, verb)]
    told = [figure for figure in done if is_told_as_done(figure, verb)] if verb else []
    done = told if len(done) > 1 and told else done
    if len(done) != 1:
        return None
    more = [one for one in figures if one is not done[0] and one.value > done[0].value]
    typed = [one for one in more if one.quantity.value in _numbers(question)]
    whole = typed[0] if len(typed) == 1 else _planned(question, more, lexicon)
    if whole is None and verb and said_of(question, done[0].citation.quote, lexicon):
        whole = _all_there_is(question, done[0], more, lexicon)
    return (whole, done[0]) if whole else None


def _of_a_plan(question: str, figures: Sequence[Counted]) -> tuple[Counted, Counted] | None:
    """Return the plan that "đạt 61,4% kế hoạch (140 hộ)" tells and the only other figure beside it, where it lacks."""
    plans = [one for one in figures if in_plan_bracket(one)]
    if len(plans) != 1 or not _ASKS_PLAN.search(fold(normalise(question))):
        return None
    beside = [one for one in figures if one.citation == plans[0].citation and one is not plans[0]]
    whole = [one for one in beside if total_of(one, figures) is None]
    return (plans[0], whole[0]) if len(whole) == 1 and whole[0].value < plans[0].value else None


def _all_there_is(question: str, done: Counted, more: Sequence[Counted], lexicon: Lexicon) -> Counted | None:
    """Return the figure before what is done in its sentence: "nhận 163 đơn, đã xử lý 149 đơn"."""
    before = [one for one in more if one.citation == done.citation and one.quantity.start < done.quantity.start]
    before = [one for one in before if not re.search(r"\.\s", _between(one, done)) and total_of(one, more) is None]
    if len(before) < 2:
        return before[0] if before else None
    if _THEN_DONE.match(fold(_between(before[-1], done))):
        return None if _AMONG.search(_clause(before[-1])) else before[-1]
    scores = sorted(((match(question, one.context, lexicon), i) for i, one in enumerate(before)), reverse=True)
    return before[scores[0][1]] if scores[0][0] - scores[1][0] >= MARGIN else None


def _unspent(question: str, figures: Sequence[Counted]) -> Computation | None:
    """Return what is left of money taken in when some was spent, the only two sums of one sentence."""
    if not _SPEND_ASKED.search(normalise(question)):
        return None
    money = [figure for figure in figures if figure.kind == "đồng"]
    if len(money) != 2 or not kinds_asked(question, ["đồng"]) or money[0].citation != money[1].citation:
        return None
    whole, spent = sorted(money, key=lambda figure: figure.quantity.start)
    taken_in, paid = _TAKEN_IN.search(_spoken_before(whole)), _SPENT.search(_spoken_before(spent))
    if not taken_in or not paid or re.search(r"[;.]\s", _between(whole, spent)) or spent.value >= whole.value:
        return None
    return difference_of(whole.operand, spent.operand)


def _spoken_before(figure: Counted) -> str:
    return f"{normalise(figure.before).rstrip()} "


def _after(figure: Counted) -> str:
    """Return, folded, the words behind a figure up to the next seam."""
    rest = figure.citation.quote[figure.quantity.end :]
    return fold(" ".join(syllables(re.split(r"[,;.()]", rest, maxsplit=1)[0])))


def _clause(figure: Counted) -> str:
    """Return, folded, the words before a figure since the last seam."""
    return fold(" ".join(syllables(re.split(r"[,;.()]", figure.before)[-1])))


def _between(left: Counted, right: Counted) -> str:
    return left.citation.quote[left.quantity.end : right.quantity.start]


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
