"""Works out the value of a year before from a change that a sentence tells: 236 + 41 = 277. Knows figures and years."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.decide.measures import measure_missing
from app.understand.lexicon import Lexicon
from app.understand.quantities import YEAR, scaled
from app.understand.words import content_words
from app.write.computing.computation import Computation, Operand, difference_of, quotient, sum_of
from app.write.computing.operands import PERSONS, Counted, is_money, kinds_asked
from app.write.computing.told_changes import BEFORE, SCHOOL_YEAR, Change, changes_in
from corpus.models import Report
from index.syllables import fold, normalise, syllables

_MEASURES = {"ha": "diện tích", "tấn": "sản lượng", "đồng": "số tiền kinh phí"}
_ASKING = re.compile(
    rf"{YEAR.pattern}|phần trăm|so với|cùng kỳ|\b(?:tăng|giảm)\b"
    r"|\b(?:năm học|năm|kỳ) (?:trước|ngoái|nay)\b|\b(?:cuối|đầu) năm\b"
    r"|\b\d{1,2} tháng(?: đầu| cuối)?(?: năm(?: ngoái| trước| nay)?)?\b|\bnăm\b"
    r"|\b(?:xảy ra|(?:hứng |gánh )?chịu|ghi nhận|phát sinh|xuất hiện|diễn ra|toàn|cả|tỉnh|huyện|xã|địa bàn)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:năm ngoái|(?:năm|kỳ|vụ) trước|cùng kỳ)\b")
_SCHOOL = re.compile(r"\bnăm học (?:trước|ngoái)\b")
_CAPITAL = r"[A-ZÀ-ỸĐ][^\W\d_]*"
_NAME = re.compile(rf"(?<=\s){_CAPITAL}(?:\s{_CAPITAL})+")
_PART_OF_YEAR = re.compile(r"\b(?:tháng|quý|tuần|cùng kỳ)\b")
_NEXT_FIGURE = re.compile(r"(?<!\w)\d[\d.,]*(?!\w)")
_OUTLOOK = re.compile(r"[,;]?\s(?:và\s)?(?:phương hướng|nhiệm vụ|kế hoạch|dự kiến|chương trình)\b.*$")
LEAST_SHARED = 0.5
"""Which share of the question's words, by rarity, must stand around a figure whose earlier value is asked for."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a report says once for all its sentences: its year, whether it tells of months of it only, and its subject.

    ``year`` is "" where it names none, ``own`` its title and who issued it, as folded syllables.
    """

    year: str
    part: bool
    own: str


NO_FRAME = Frame("", part=False, own="")
"""Of no report that is known."""


def frame_of(report: Report) -> Frame:
    """Return what time a report is about; its title says so."""
    told = _OUTLOOK.sub("", normalise(report.title))
    own = " ".join(filter(None, (report.title, report.metadata.issuer, report.metadata.superior)))
    part = bool(re.search(r"\b(?:tháng|quý|tuần)\b", told))
    return Frame(report.metadata.period or "", part, f" {' '.join(syllables(fold(own)))} ")


def earlier(
    question: str, figures: Sequence[Counted], lexicon: Lexicon, when: Frame, least: float = LEAST_SHARED
) -> Computation | None:
    """Return the value of another time from a change since then; None where none, or several may be meant.

    A change since "cùng kỳ" in a report on months tells of those months, and of no whole year.
    """
    asked = _moments(question, when)
    partly = not when.part or bool(_PART_OF_YEAR.search(normalise(question)))
    changes = changes_in(figures)
    kinds = kinds_asked(question, [one.value.kind for one in changes])
    since = [
        one
        for one in changes
        if one.value.kind in kinds and one.since in asked and (partly or not (one.same_time or one.since == BEFORE))
    ]
    told = asked_about(question, since, figures, lexicon, when, least)
    if told is None:
        return None
    if told.by.kind == "%":
        return _before_percent(told)
    operands = (told.value.operand, _in_its_unit(told))
    if not told.rose:
        return sum_of(operands)
    return difference_of(*operands) if told.value.value >= told.by.value else None


def _in_its_unit(told: Change) -> Operand:
    """Return by how much a figure changed, in its unit: of "86 gian hàng" 31 "gian" are told; money has scales."""
    by, unit = told.by.operand, told.value.quantity.unit
    alike = is_money(told.by.kind) or told.value.kind in PERSONS
    return by if alike else replace(by, quantity=replace(by.quantity, unit=unit))


def _moments(question: str, when: Frame) -> set[str]:
    """Return what a change must be since, to tell of the time that a question names; nothing where it names several."""
    text = normalise(question)
    years = set(YEAR.findall(text))
    last = str(int(when.year) - 1) if when.year.isdigit() else ""
    if _SCHOOL.search(text):
        return {SCHOOL_YEAR}
    if years:
        return {*years, BEFORE} if years == {last} else years if len(years) == 1 else set()
    return {BEFORE, last} - {""} if _RELATIVE.search(text) else set()


def _before_percent(told: Change) -> Computation | None:
    """Return the value before a change in percent; it is only as exact as the percentage."""
    by = told.by.quantity.value
    base = 100 + by if told.rose else 100 - by
    if base <= 0:
        return None
    value = told.value.quantity.value * Decimal(100) / base
    operands = (told.value.operand, told.by.operand)
    return quotient("before-rise" if told.rose else "before-fall", operands, value, told.value.quantity.unit)


def told_words(question: str, when: Frame) -> set[str]:
    """Return the syllables of what a question is about: no time, no word that only says that something is there.

    Names of the report itself need not be told again.
    """
    subject = _ASKING.sub(" ", question)
    own = [name for name in _NAME.findall(subject) if set(syllables(fold(name))) <= set(when.own.split())]
    for name in own:
        subject = subject.replace(name, " ")
    return {part for word in content_words(subject) for part in word.syllables}


def asked_about(
    question: str,
    changes: Sequence[Change],
    figures: Sequence[Counted],
    lexicon: Lexicon,
    when: Frame,
    least: float = LEAST_SHARED,
) -> Change | None:
    """Return the one change that the question is about: its figure stands among the words of the question."""
    words = told_words(question, when)
    most = sum(lexicon.idf(part) for part in words)
    scored = [
        (_told(words, one, figures, lexicon), one)
        for one in changes
        if scaled(one.value.quantity)
        and not measure_missing(normalise(_ASKING.sub(" ", question)), f"1 {one.value.quantity.unit}")
    ]
    near = [one for score, one in scored if score >= least * most and score == max(other for other, _ in scored)]
    return near[0] if len(near) == 1 else None


def _told(words: set[str], change: Change, figures: Sequence[Counted], lexicon: Lexicon) -> float:
    """Return how many of some syllables are told of a changed figure, by rarity.

    What its sentence says elsewhere counts half, unless it is said of another figure that counts the same.
    """
    named, value = _named(change), change.value
    quote = f" {' '.join(syllables(fold(value.citation.quote)))} "
    others = [one.context for one in figures if one.kind == value.kind and one not in (value, change.by)]
    held = 0.0
    for part in words:
        said = f" {fold(part)} "
        elsewhere = said in quote and not any(said in other for other in others)
        held += lexicon.idf(part) * (1.0 if said in named else 0.5 if elsewhere else 0.0)
    return held


def _named(told: Change) -> str:
    """Return, folded, what the changed figure counts: its clause since the figure before, up to the next one."""
    text, value = told.value.citation.quote, told.value.quantity
    before = re.split(r"\d[\d.,]*|[;:()]|\.\s", text[: value.start])[-1]
    end = told.by.quantity.start if told.by.citation == told.value.citation else len(text)
    after = re.sub(r"^/\d[\d.,]*", "", text[value.start + len(value.written) : end])
    words = [*syllables(before), *syllables(_NEXT_FIGURE.split(after)[0])]
    return fold(f" {' '.join(words)} {_MEASURES.get(told.value.kind, '')} ")
