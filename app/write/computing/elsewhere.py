"""Works a question out from passages found beside those that were chosen. Knows evidence; quotes whole sentences.

What was chosen may lack the figures: a year before is told as a change, a plan and its result stand in two sections.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.decide.cues import PLANS
from app.decide.features import Evidence
from app.models import Citation, Refusal
from app.understand.lexicon import Lexicon
from app.understand.quantities import YEAR
from app.understand.reckoning import Operation, asked_operation
from app.write.citations import Quote
from app.write.computing.computation import Computation, difference_of
from app.write.computing.earlier import Frame, told_words
from app.write.computing.operands import MARGIN, PERSONS, Counted, figures_of, is_detail, kinds_asked
from app.write.computing.told_changes import changes_in
from corpus.models import Passage
from index.syllables import fold, normalise, syllables

LOOKED_AT = 4
FURTHER = 12
"""How many passages may tell what was planned, or what was done."""
LEAST_SAID = 0.75
"""Which share of a question, by rarity, a passage must say that is computed with though it was not chosen."""
LEAST_NAMED = 0.75
"""Which share of what is planned must stand around its figure, and around that of the result."""
_ASKS_PLAN = re.compile(r"\b(?:chỉ tiêu|kế hoạch|mục tiêu|dự kiến|phấn đấu|dự toán)\b")
_MONEY = frozenset("vốn kinh phí tiền nguồn tỷ triệu nghìn đồng".split())
"""Syllables that a sentence on what was spent need not say: its figures do."""
_NEXT_YEAR = re.compile(r"\b(?:năm (?:sau|tới|tiếp theo)|sang năm)\b")
_FRAME = re.compile(
    rf"{YEAR.pattern}|\b(?:chỉ tiêu|kế hoạch|mục tiêu|dự kiến|phấn đấu|dự toán|kết quả|thực hiện|thực tế|hiện nay"
    r"|cả năm|năm (?:sau|tới|nay|trước)|năm|so với|(?:nhiều|ít|cao|thấp|lớn|nhỏ) hơn|hơn|kém|chênh lệch|tăng thêm|tăng"
    r"|giảm|còn|thiếu|nữa|mới (?:đủ|đạt)|đủ|đạt|bao nhiêu|mấy|theo|tổng|số)\b",
    re.IGNORECASE,
)
Cited = Callable[[Sequence[Quote]], tuple[Citation, ...]]


Worked = tuple[list[Quote], Computation]
"""What is quoted, and what is worked out from it."""


def _whole(passage: Passage) -> Quote:
    return Quote(passage, passage.start, passage.end)


def from_another(
    question: str,
    ranked: Sequence[Evidence],
    work_out: Callable[[Quote], Worked | None],
    refusal: Refusal | None,
    lexicon: Lexicon,
    when: Frame,
) -> Worked | None:
    """Return what the next best passages give for the value of a year before, or for what is left.

    A question refused for its year is answered only from a passage that says nearly all of it.
    """
    operation = asked_operation(question)
    if operation not in ("earlier", "remainder"):
        return None
    if refusal and operation != "earlier":
        return None
    for evidence in ranked[:LOOKED_AT]:
        quote = _whole(evidence.passage)
        if PLANS.titles.search(normalise(evidence.passage.context)) or not _says(
            question, evidence.passage, lexicon, when
        ):
            continue
        if found := work_out(quote):
            return found
    return None


def _says(question: str, passage: Passage, lexicon: Lexicon, when: Frame) -> bool:
    words = {part for part in told_words(question, when) if f" {fold(part)} " not in when.own and part not in _MONEY}
    said = f" {' '.join(syllables(fold(f'{passage.context} {passage.text}')))} "
    most = sum(lexicon.idf(part) for part in words)
    held = sum(lexicon.idf(part) for part in words if f" {fold(part)} " in said)
    return bool(words) and held >= LEAST_SAID * most


def plan_and_result(
    question: str, ranked: Sequence[Evidence], cited: Cited, lexicon: Lexicon, when: Frame
) -> Worked | None:
    """Return a plan less its result, or the other way round, where a question sets the one against the other.

    The plan stands under a title that tells of what is to come, the result does not. None where either is in doubt, or
    another year is named than that of the report and the one after it.
    """
    operation = asked_operation(question)
    if not _may_be(operation, question, when):
        return None
    words = told_words(_FRAME.sub(" ", question), when)
    if any(not lexicon.occurs(part) for part in words):
        return None  # another fish than those that are spoken of
    sides = []
    for planned in (True, False):
        passages = [
            one.passage
            for one in ranked[:FURTHER]
            if bool(PLANS.titles.search(normalise(one.passage.context))) == planned
        ]
        side = _figure(question, words, passages, cited, lexicon)
        if side is None:
            return None
        sides.append(side)
    (plan, at_plan), (result, at_result) = sides
    if not _told_with(words, plan) <= _told_with(words, result):
        return None  # the plan is of a part only: "khách quốc tế"
    same_kind = plan.kind == result.kind or {plan.kind, result.kind} <= PERSONS
    if not same_kind or at_plan.report_id != at_result.report_id:
        return None
    if operation == "remainder" and plan.value <= result.value:
        return None
    return _set_against((plan, at_plan), (result, at_result), cited)


def _may_be(operation: Operation | None, question: str, when: Frame) -> bool:
    """Tell whether a question sets a plan of the year after a report, or of the rest of its year, against its result.

    What a report on a whole year still lacks of its plan has nothing to do with the plan that follows.
    """
    text = normalise(question)
    if operation not in ("difference", "remainder") or not _ASKS_PLAN.search(text) or not when.year.isdigit():
        return False
    years, following = set(YEAR.findall(text)), str(int(when.year) + 1)
    ahead = following in years or bool(_NEXT_YEAR.search(text))
    return years <= {when.year, following} and (ahead or when.part)


def _set_against(plan: tuple[Counted, Passage], result: tuple[Counted, Passage], cited: Cited) -> Worked:
    quotes = [_whole(result[1]), _whole(plan[1])]
    markers = {one.passage_id: one.marker for one in cited(quotes)}
    smaller, larger = sorted((plan, result), key=lambda one: one[0].value)
    terms = [replace(figure.operand, marker=markers[passage.id]) for figure, passage in (larger, smaller)]
    return quotes, difference_of(terms[0], terms[1])


def _figure(
    question: str, words: set[str], passages: Sequence[Passage], cited: Cited, lexicon: Lexicon
) -> tuple[Counted, Passage] | None:
    """Return the figure that is told with the words of what is planned, and no other as much."""
    most = sum(lexicon.idf(part) for part in words)
    scored: list[tuple[float, int, Counted, Passage]] = []
    for passage in passages:
        figures = figures_of(cited([_whole(passage)])[0])
        changed = {id(one.by) for one in changes_in(figures)}
        plain = [one for one in figures if id(one) not in changed and not is_detail(one, figures)]
        kinds = kinds_asked(question, [one.kind for one in plain if one.kind not in ("", "%")])
        of_kind = [one for one in plain if one.kind in kinds]
        scored += [(_held(words, one, lexicon), -len(scored), one, passage) for one in of_kind]
    scored.sort(key=lambda one: one[:2], reverse=True)
    if not scored or scored[0][0] < LEAST_NAMED * most or not most:
        return None
    rivals = [one for one in scored[1:] if scored[0][0] - one[0] < MARGIN and one[2].value != scored[0][2].value]
    return None if rivals else (scored[0][2], scored[0][3])


def _held(words: set[str], figure: Counted, lexicon: Lexicon) -> float:
    """Return how many of some syllables stand around a figure, by rarity."""
    return sum(lexicon.idf(part) for part in _told_with(words, figure))


def _told_with(words: set[str], figure: Counted) -> set[str]:
    around = f"{figure.context}{fold(figure.quantity.unit)} "
    return {part for part in words if f" {fold(part)} " in around}
