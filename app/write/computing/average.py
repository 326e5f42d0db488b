"""Works out averages: a total by how many share it. Knows questions for averages and figures."""

import re
from collections.abc import Sequence

from app.understand.lexicon import Lexicon
from app.understand.reckoning import HOW_MANY, asked_decimals
from app.write.computing.computation import Computation, average_of
from app.write.computing.operands import (
    MARGIN,
    Counted,
    asked_noun,
    asked_word,
    in_plan_bracket,
    is_money,
    is_total,
    kinds_asked,
    match,
    total_of,
)
from index.syllables import normalise, syllables

_EACH = (
    re.compile(r"\b(?:mỗi|từng)\s+(?P<of>[^?,.]{2,60})"),
    re.compile(r"\b(?:trung bình|bình quân)\s+(?:cho |thì |cứ )?một\s+(?P<of>[^?,.]{2,60})"),
    re.compile(rf"\b{HOW_MANY}\s[^?,.]{{1,40}}?\b(?:một|/)\s*(?P<of>[^?,.]{{2,40}})"),
    re.compile(r"\b(?:trung bình|bình quân)\s+(?P<of>[^?,.]{3,60})"),
)
_TIED = re.compile(r"[^\d;.]{0,40}?(?:/|\s=\s)\s*$")
_MONEY = re.compile(r"\b(?:tiền|kinh phí|vốn|chi phí|doanh thu)\b")
Pair = tuple[Counted, Counted]
"""A total and the count that shares it."""
_UNIT_WORDS = frozenset({"căn", "ngôi", "cái", "chiếc", "tòa", "toà"})
"""Words that only say that single things are counted: "mỗi căn nhà" shares what "04 ngôi nhà" got."""
_GIVEN = re.compile(r"\b(?:nhận|được|hưởng|hỗ trợ|cấp|chi|giúp)\b")
_ALL_MONEY = re.compile(
    r"\btổng\s+(?:kinh phí|số tiền|số vốn|vốn|chi phí|giá trị|trị giá)[^\d;.,]{0,20}$", re.IGNORECASE
)
_SHARED_OUT = re.compile(r"\b(?:trung bình|bình quân)\b")
_PERIODS = frozenset({"ngày", "tháng", "năm", "quý", "tuần"})


def average(question: str, figures: Sequence[Counted], lexicon: Lexicon) -> Computation | None:
    """Return the average that a question asks for; None where the total or the count is in doubt."""
    pairs = _pairs(question, figures)
    tied = [pair for pair in pairs if _tied(*pair)]
    units = {total.kind for total, _ in pairs}
    named = bool(asked_noun(question)) or asked_word(question) in units or bool(_MONEY.search(normalise(question)))
    if not named and _GIVEN.search(normalise(question)):
        pairs = [pair for pair in pairs if _of_all_money(*pair)]
        named = True
    chosen = _best(
        question, tied or (_without_parts(pairs, figures) if named else []), figures, lexicon
    )  # what is shared out must be said
    if chosen is None or not chosen[1].value:
        return None
    total, count = chosen
    return average_of(total.operand, count.operand, asked_decimals(question))


def _pairs(question: str, figures: Sequence[Counted]) -> list[Pair]:
    """Return totals with counts: figures of what "bao nhiêu" asks for, and of what follows "mỗi", in one clause."""
    each = _each(question)
    counts = _counting(each, figures)
    kinds = kinds_asked(question, [figure.kind for figure in figures if figure not in counts and figure.kind])
    if _MONEY.search(normalise(question)) and not asked_noun(question):
        kinds = [kind for kind in kinds if is_money(kind)]
    totals = [figure for figure in figures if figure.kind in kinds and figure not in counts and figure.kind != "%"]
    totals = [figure for figure in totals if not in_plan_bracket(figure)]
    pairs = [(total, count) for total in totals for count in counts if _in_one_clause(total, count)]
    # A total before the count is of more than what is counted.
    return [
        (total, count)
        for total, count in pairs
        if total.quantity.start > count.quantity.start or not is_total(total, figures)
    ]


def _without_parts(pairs: Sequence[Pair], figures: Sequence[Counted]) -> list[Pair]:
    """Leave out a total that is only a part of another of the same count."""
    return [(total, count) for total, count in pairs if (total_of(total, figures), count) not in pairs]


def _each(question: str) -> list[str]:
    text = normalise(question)
    found = next((match for pattern in _EACH if (match := pattern.search(text))), None)
    return syllables(found["of"]) if found else []


def _counting(each: Sequence[str], figures: Sequence[Counted]) -> list[Counted]:
    """Return the figures of the thing after "mỗi"; where several count it, those whose name goes furthest with it."""
    if not each or each[0] in _PERIODS:
        return []
    named, each = {}, _thing(each)
    for figure in figures:
        after = _thing(syllables(figure.citation.quote[figure.quantity.start + len(figure.quantity.written) :]))
        length = next(
            (i for i, (a, b) in enumerate(zip(after, each, strict=False)) if a != b), min(len(after), len(each))
        )
        if length:
            named[figure] = length
    longest = max(named.values(), default=0)
    return [figure for figure, length in named.items() if length == longest]


def _thing(name: Sequence[str]) -> Sequence[str]:
    """Leave out "căn", "ngôi" before what they single out, so that a house is one by either word; not "căn hộ"."""
    counts_only = len(name) > 1 and name[0] in _UNIT_WORDS and name[1] not in ("hộ", "cứ", "cước")
    return name[1:] if counts_only else name


def _of_all_money(total: Counted, count: Counted) -> bool:
    """Tell whether a total is all the money, told after the count: "640 hộ … với tổng kinh phí 6.400 triệu đồng"."""
    before = total.before
    return total.kind == "đồng" and total.quantity.start > count.quantity.start and bool(_ALL_MONEY.search(before))


def _between(left: Counted, right: Counted) -> str:
    first, last = sorted((left, right), key=lambda figure: figure.quantity.start)
    return first.citation.quote[first.quantity.end : last.quantity.start]


def _in_one_clause(left: Counted, right: Counted) -> bool:
    return left.citation == right.citation and not re.search(r";\s|[.]\s", _between(left, right))


def _tied(left: Counted, right: Counted) -> bool:
    """Tell whether two figures are set side by side: "103.088 con động vật/79 chuyến", "02 lớp = 38 học viên"."""
    return bool(_TIED.match(_between(left, right)))


def _best(question: str, pairs: Sequence[Pair], figures: Sequence[Counted], lexicon: Lexicon) -> Pair | None:
    """Return the pair that the question is about; None where one count has two totals, or two pairs fit as well.

    What is said of a total holds for its parts, so that a part is meant only where its own words are asked for.
    """
    if len(pairs) < 2:
        return pairs[0] if pairs else None
    if len({count.quantity.start for _, count in pairs}) < len(pairs):
        return None

    def score(pair: Pair, whole: Pair | None) -> float:
        above = "".join(figure.context for figure in whole) if whole else ""
        said = _SHARED_OUT.sub(" ", normalise(question).replace(pair[0].kind, " "))
        return max(match(said, f"{figure.context}{above}", lexicon) for figure in pair)

    wholes = {pair: whole for pair in pairs if (whole := _whole_of(pair, pairs, figures))}
    scores = {pair: score(pair, wholes.get(pair)) for pair in pairs}
    meant = [pair for pair in pairs if pair not in wholes or scores[pair] - scores[wholes[pair]] >= MARGIN]
    first, *others = sorted(meant, key=lambda pair: -scores[pair])
    return None if others and scores[first] - scores[others[0]] < MARGIN else first


def _whole_of(pair: Pair, pairs: Sequence[Pair], figures: Sequence[Counted]) -> Pair | None:
    """Return the pair whose total the total of this one is a part of."""
    whole = total_of(pair[0], figures)
    return next((other for other in pairs if other[0] == whole and other != pair), None)
