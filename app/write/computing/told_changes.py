"""Reads the changes that a sentence tells: by how much a figure rose or fell, and since when. Knows no question.

"236 vụ, giảm 41 vụ so với năm 2023", "18 vụ …; so với cùng kỳ giảm 05 vụ", "46 tỷ đồng, nhiều hơn năm 2023 là 7 tỷ".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.understand.quantities import is_part_of_fraction
from app.write.computing.operands import PERSONS, Counted, total_of
from index.syllables import fold, normalise, syllables

_MORE = r"tăng|vượt|thêm|(?:nhiều|cao|lớn|rộng|đông|dài) hơn"
_LESS = r"giảm|bớt|hụt|kém|(?:ít|thấp|nhỏ|ngắn) hơn"
_PART = r"(?:cuối |đầu |giữa )?(?:năm học|năm|kỳ|vụ|quý|tháng|lần|đợt)(?! nay| này)(?:\s[^\W\d_]+){0,3}?"
SINCE = rf"(?:mức\s|kết quả\s|lần\s|đợt\s)?(?:cùng kỳ(?:\s(?:của\s)?{_PART}(?:\s(?:trước|ngoái|(?:19|20)\d\d)))?"
SINCE += rf"|{_PART}\s(?:trước|ngoái|(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?))(?!\w)"
# What stands before the figure of the change, up to that figure, and what stands right after it.
_BY = re.compile(rf"\b(?P<way>{_MORE}|{_LESS})(?:\s(?:thêm|lên|đi|được|là|tới|gần|khoảng))*\s+$")
_SINCE_THEN_BY = re.compile(
    rf"\b(?:so với\s(?P<first>{SINCE})(?:\sthì|,)?(?:\s[^\d;.]{{0,40}}?)?\s?(?P<way>{_MORE}|{_LESS})"
    rf"(?:\s(?:thêm|lên|đi|được|là))*"
    rf"|(?P<than>{_MORE}|{_LESS})(?:\sso)?(?:\svới)?\s(?P<then>{SINCE})(?:\s(?:là|tới|đến|khoảng|gần))*)\s+$"
)
_THEN_SINCE = re.compile(rf"^\s*(?:\([^)]*\)\s*)?(?:so với|so)\s(?P<since>{SINCE})")
_THAN_BEFORE = re.compile(rf"\b(?P<way>{_MORE}|{_LESS})\s(?P<since>{SINCE})\s+$")
_ALSO = re.compile(rf"^[^\d;.]{{0,12}}?(?:nhưng|và|,|song)\s(?P<way>{_MORE}|{_LESS})\s+$")
_STATED = re.compile(r"^[^\d;.]{0,20}\(\s*$")
_OPENS = re.compile(r"^\W*(?:tăng|giảm|thêm|nhiều hơn|ít hơn)\s+$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_A_PLAN = re.compile(r"\b(?:bằng|đạt)\s+$")
SCHOOL_YEAR = "học"
"""What stands for "năm học trước" among what a change is since."""
BEFORE = "trước"
"""What stands for "cùng kỳ", "năm trước", which name no year."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change as told: the value, by how much it changed, and since when: a year, ``BEFORE`` or ``SCHOOL_YEAR``.

    ``by`` counts what ``value`` counts, or is a percentage. ``same_time`` where it is since "cùng kỳ".
    """

    value: Counted
    by: Counted
    rose: bool
    since: str
    same_time: bool


def changes_in(figures: Sequence[Counted]) -> list[Change]:
    """Return the changes that quotes tell, but for those whose earlier value is told as well: "(năm 2023: 5 vụ)"."""
    found: list[Change] = []
    for at, by in enumerate(figures):
        told = _told(figures, at, found)
        if told is None or _earlier_is_stated(figures, at):
            continue
        way, since = told
        value = _changed(figures, by)
        if value is not None:
            rose = bool(re.fullmatch(_MORE, way))
            found.append(Change(value, by, rose, since_when(since), "cùng kỳ" in since))
    return found


def since_when(said: str) -> str:
    """Return the year that words name, or else ``SCHOOL_YEAR`` or ``BEFORE``."""
    year = _YEAR.findall(said)
    return year[-1] if year else SCHOOL_YEAR if "năm học" in said else BEFORE


def _told(figures: Sequence[Counted], at: int, found: Sequence[Change]) -> tuple[str, str] | None:
    """Return the word for rising or falling before a figure and what it is since; None where it tells no change."""
    by = figures[at]
    text = by.citation.quote
    before = normalise(re.split(r"[.;]\s(?=[^\d]{0,3}[A-ZĐ])", text[: by.quantity.start])[-1]).strip() + " "
    if turned := _SINCE_THEN_BY.search(before):
        return (turned["way"] or turned["than"]), (turned["first"] or turned["then"])
    way = _BY.search(before)
    since = _THEN_SINCE.match(normalise(text[by.quantity.end :]))
    if way and since:
        return way["way"], since["since"]
    last = found[-1] if found and at and found[-1].by == figures[at - 1] else None
    between = f"{normalise(text[last.by.quantity.end : by.quantity.start]).strip()} " if last else ""
    also = _ALSO.match(between)
    return (also["way"], _since_said(last)) if last and also else None


def _since_said(change: Change) -> str:
    said = "năm học trước" if change.since == SCHOOL_YEAR else change.since
    return f"cùng kỳ {said}" if change.same_time else said


def _earlier_is_stated(figures: Sequence[Counted], at: int) -> bool:
    """Tell whether the earlier value itself stands in brackets behind a change: "so với năm 2023 (41.350 lượt)"."""
    by, following = figures[at], figures[at + 1 : at + 2]
    text = by.citation.quote
    rest = text[by.quantity.end :]
    since = _THEN_SINCE.match(normalise(rest))
    if not since or not following or following[0].citation != by.citation:
        return False
    between = normalise(text[by.quantity.end : following[0].quantity.start])
    return bool(_STATED.match(between[since.end() :])) and following[0].kind != "%"


def _changed(figures: Sequence[Counted], by: Counted) -> Counted | None:
    """Return the figure that changed: the last of its kind before, and of several the one of the same thing."""
    own = _of_its_sentence(figures, by) or _of_the_sentence_with_its_mark(figures, by)
    if by.kind == "%":
        return _in_percent(own)
    alike = [one for one in own if _counts_alike(one, by) and not _tells_change(one)]
    alike = [one for one in alike if total_of(one, alike) not in alike]
    if len(alike) < 2:
        return alike[0] if alike else None
    named = [one for one in alike if _thing(one) and _thing(one) == _thing(by)]
    return named[0] if len(named) == 1 else alike[-1] if not _thing(by) else None


def _of_its_sentence(figures: Sequence[Counted], by: Counted) -> list[Counted]:
    """Return the figures before one in its sentence, without those in brackets and the wholes of "139/142 thôn"."""
    said = by.before
    start = len(said) - len(re.split(r"(?<=\D)[.]\s", said)[-1])
    own = [one for one in figures if one.citation == by.citation and start <= one.quantity.start < by.quantity.start]
    wholes = [two for one, two in pairwise(own) if is_part_of_fraction(one.quantity, two.quantity)]
    return [one for one in own if one not in wholes and _bracket(one) in (-1, _bracket(by))]


def _of_the_sentence_with_its_mark(figures: Sequence[Counted], by: Counted) -> list[Counted]:
    """Return the only figure of its kind elsewhere, for a footnote that opens with a change: "Tăng 04 vụ so với …"."""
    if by.citation.footnote is None or not _OPENS.match(normalise(by.before)):
        return []
    alike = [one for one in figures if one.citation != by.citation and _counts_alike(one, by)]
    return alike if len(alike) == 1 else []


def _counts_alike(one: Counted, by: Counted) -> bool:
    """Tell whether two figures count the same: "31,5 triệu đồng/năm, tăng 2,8 triệu đồng"; any person is one."""
    said, told = one.kind.split("/")[0], by.kind.split("/")[0]
    return said == told or (bool(told) and said.startswith(f"{told} ")) or (told == "người" and said in PERSONS)


def _in_percent(own: Sequence[Counted]) -> Counted | None:
    """Return the figure that rose by so many percent: the last one, but for what it is of a plan."""
    kept = list(own)
    while kept and kept[-1].kind == "%" and _OF_A_PLAN.search(normalise(kept[-1].before)):
        kept.pop()
    return kept[-1] if kept and kept[-1].kind not in ("%", "") else None


def _bracket(figure: Counted) -> int:
    """Return where the bracket opens that a figure stands in, -1 outside of any."""
    before = figure.before
    opened = before.rfind("(")
    return opened if opened > before.rfind(")") else -1


def _tells_change(figure: Counted) -> bool:
    before = f"{normalise(figure.before).strip()} "
    return bool(_BY.search(before) or _SINCE_THEN_BY.search(before))


def _thing(figure: Counted) -> str:
    """Return, folded, the word right behind a figure and its unit, if one follows: "01 người chết"."""
    following = re.match(r"\s+(?P<word>[^\W\d_]+)", figure.citation.quote[figure.quantity.end :])
    word = fold(" ".join(syllables(following["word"]))) if following else ""
    return "" if word in ("so", "va", "nhung", "trong", "la") else word
