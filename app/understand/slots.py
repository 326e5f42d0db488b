"""Exchanges one slot of a question: its year, its plan, or the thing asked about. Knows no conversation."""

import re

from app.understand.lexicon import Lexicon
from app.understand.names import Name
from app.understand.parties import replace_last
from app.understand.words import noun_runs, opens_with_noun
from index.syllables import normalise, syllables

# What is asked about a thing, where the noun alone asks it.
_ATTRIBUTES = re.compile(
    r"^(?:tổng )?(?:kinh phí|số tiền|diện tích|doanh thu|sản lượng|năng suất|tỷ lệ|tỉ lệ|số lượng|khối lượng|giá trị"
    r"|quy mô|chi phí|giá|công suất|tổng mức đầu tư|số người|số hộ)$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"^(?:tên|chủ đề|mục đích|mục tiêu|nguyên nhân|lý do|thời gian|địa điểm|đơn vị (?:thực hiện|tổ chức)|chủ đầu tư"
    r"|nội dung|nguồn(?: vốn)?|kết quả)$",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:hiện giờ|hiện nay|hiện tại|bây giờ|năm nay)\b", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:bao nhiêu|mấy)\s+([^\W\d_]+)", re.IGNORECASE)
NEAR = 100
"""Letters of a sentence of the reports between two things that stand in parallel, at most."""


def attribute_question(slot: str) -> str:
    """Return the question that a bare attribute asks ("Kinh phí là bao nhiêu?"), or "" where it is none."""
    if _ATTRIBUTES.match(slot):
        return f"{slot[:1].upper()}{slot[1:]} là bao nhiêu?"
    return f"{slot[:1].upper()}{slot[1:]} là gì?" if _NAMED.match(slot) else ""


_OF_WHAT_THING = re.compile(
    r"^(?P<of>(?:chủ đề|tên|mục đích|mục tiêu|nội dung|thời gian|địa điểm|nguyên nhân|kết quả|(?:tổng )?kinh phí"
    r"|chi phí|diện tích|sản lượng|năng suất|doanh thu|quy mô|công suất|giá trị|tỷ lệ|số lượng|tổng mức đầu tư)"
    r"(?: của)?)\s+"
    r"(?P<thing>[^?,]{2,60}?)(?P<rest>\s+(?:ở|tại|năm|cả năm|trong|từ)\s?[^?,]{2,60}?)?\s+"
    r"(?P<asked>(?:là |được |vào )*(?:gì|ai|bao nhiêu|thế nào|ra sao|khi nào|ở đâu))\W*$",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"(?:toàn|cả|trong|ngoài|ở|tại|riêng|bên|phía|quý|tháng|năm|vụ|so|số|giá|tỷ lệ|tỉ lệ|với|về|cho|của)\b",
    re.IGNORECASE,
)


_OF_THING = re.compile(
    r"^(?P<thing>[^?,]{2,60}?)\s+(?P<asked>"
    r"(?:(?:có|lấy|mang) (?:chủ đề|tên|mục tiêu|mục đích|nội dung|quy mô|kinh phí|vốn)"
    r"|diễn ra|khai mạc|hoàn thành|thành lập|ban hành|ra đời|có hiệu lực)\b[^?,]*)\W*$",
    re.IGNORECASE,
)


def same_of_another(text: str, slot: str) -> str | None:
    """Return what is asked of one thing as asked of another ("Chủ đề … là gì?"), or None where the form is another."""
    match = _OF_WHAT_THING.match(text)
    if _SCOPE.match(slot) or not opens_with_noun(slot):
        return None
    if not match:
        other = _OF_THING.match(text)
        return f"{slot[:1].upper()}{slot[1:]} {other['asked']}?" if other else None
    return f"{match['of']} {slot}{match['rest'] or ''} {match['asked']}?"


def with_years(text: str, old: tuple[str, ...], new: tuple[str, ...], *, add: bool) -> str:
    """Return a question with its year exchanged, or added where it has none."""
    for year in new:
        if year not in text:
            if old and old[-1] in text:
                text = text.replace(old[-1], year)
            elif add and _NOW.search(text):
                text = _NOW.sub(f"năm {year}", text)
                text = text[:1].upper() + text[1:]
            elif add:
                text = f"{text.rstrip(' ?.!')} năm {year}?"
    return text


_SAME_PERIOD = re.compile(r"^cùng kỳ(?: (?:năm )?(?:trước|ngoái|20\d\d))?$", re.IGNORECASE)
_STEPS = {"ngoái": -1, "trước": -1, "trước đó": -1, "kia": -2, "sau": 1, "tới": 1, "sang": 1, "sau đó": 1}
_RELATIVE_YEAR = re.compile(
    r"^(?:vào |trong |ở |sang )?(?P<year>năm (?:nay|ngoái|trước(?: đó)?|kia|sau(?: đó)?|tới)|sang năm)$", re.IGNORECASE
)


def with_relative_year(text: str, old: tuple[str, ...], slot: str) -> str | None:
    """Return a question asked of "năm ngoái", "năm sau": the year before or after its own, or the report's own year.

    None where the slot says no such year. "Năm nay" is the report's own.
    """
    if _SAME_PERIOD.match(slot):
        return f"{text.rstrip(' ?.!')} {slot.lower()}?"
    match = _RELATIVE_YEAR.match(slot)
    if not match:
        return None
    said = match["year"].lower()
    if not old or old[-1] not in text:
        return f"{text.rstrip(' ?.!')} {said}?"
    year = said if said == "năm nay" else f"năm {int(old[-1]) + _STEPS[said.removeprefix('năm ').removesuffix(' năm')]}"
    changed = re.sub(rf"(?:\bnăm\s+)?{old[-1]}", year, text, flags=re.IGNORECASE)
    return changed[:1].upper() + changed[1:]


_PLANNED = re.compile(
    r"^(?P<plan>mục tiêu|kế hoạch|chỉ tiêu|dự kiến|định hướng|phương hướng)(?: đặt ra| đề ra)?(?: cho| của| đến| vào)? "
    r"(?P<when>sang năm|năm (?:sau|tới)|(?:năm )?20\d\d)$",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(r"\s*(?:(?:trong |vào )?năm (?:20\d\d|nay|ngoái|trước|qua|rồi))(?!\w)\s*", re.IGNORECASE)


def with_plan(text: str, slot: str) -> str | None:
    """Return a question for a figure as one for the plan of another year; None where the slot names no plan."""
    match = _PLANNED.match(slot)
    if not match:
        return None
    when = match["when"] if not match["when"][0].isdigit() else f"năm {match['when']}"
    asked = _IN_YEAR.sub(" ", text).strip(" ?.!")
    return f"{match['plan'].capitalize()} {when} {asked[:1].lower()}{asked[1:]}?"


def with_thing(text: str, slot: str, names: tuple[Name, ...], lexicon: Lexicon) -> str | None:
    """Return a question about another thing ("bò" for "trâu"), or None where the reports do not tell what it is for.

    Two things are exchanged that share their first or last word, or that a sentence of the reports counts side by side.
    """
    new = syllables(lexicon.variants.canonical(slot))
    named = frozenset(part for name in names for part in syllables(name.text))
    if not new or not opens_with_noun(slot):
        return None
    likest: tuple[int, int, str] | None = None
    for phrase in _phrases(text, named, lexicon):
        old = syllables(lexicon.variants.canonical(phrase))
        distance = _distance(old, new, lexicon)
        here = (distance, abs(len(old) - len(new)), phrase)
        if distance <= NEAR and (likest is None or here < likest):
            likest = here
    return replace_last(text, likest[2], slot) if likest else None


def _phrases(text: str, named: frozenset[str], lexicon: Lexicon) -> list[str]:
    """Return the nouns of a question, and runs of them, that may be exchanged: no names, units or attributes alone."""
    units = {normalise(unit) for unit in _COUNTED.findall(text)}
    phrases = [
        " ".join(run[i:j])
        for run in noun_runs(text, named)
        for i in range(len(run))
        for j in range(i + 1, len(run) + 1)
        if not (_cut(run, i, lexicon) or _cut(run, j, lexicon) or _opens_with_unit(run, i, j, units, lexicon))
    ]
    return [phrase for phrase in phrases if normalise(phrase) not in units and not attribute_question(phrase)]


def _opens_with_unit(run: list[str], i: int, j: int, units: set[str], lexicon: Lexicon) -> bool:
    """Tell whether a run is a unit and what is counted in it ("chuyến xe"); "con vật" is one word."""
    return j - i > 1 and normalise(run[i]) in units and not _cut(run, i + 1, lexicon)


def _cut(run: list[str], at: int, lexicon: Lexicon) -> bool:
    return 0 < at < len(run) and lexicon.is_word(normalise(run[at - 1]), normalise(run[at]))


def _distance(old: list[str], new: list[str], lexicon: Lexicon) -> int:
    """Return how near two things stand in a sentence of the reports, in letters; 0 where they share an outer word."""
    if old == new or set(old) < set(new):
        return NEAR + 1
    if len(new) > 1 and len(old) > 1 and (old[-1] == new[-1] or old[0] == new[0]):
        return 0
    one, another = f" {' '.join(old)} ", f" {' '.join(new)} "
    nearest = NEAR + 1
    for sentence in lexicon.passages.sentences_with(one.strip(), another.strip()):
        at, there = sentence.find(one), sentence.find(another)
        if _counted(sentence, one) & _counted(sentence, another):
            nearest = min(nearest, abs(at - there))
    return nearest


def _counted(sentence: str, thing: str) -> set[str]:
    """Return on which sides of a thing a figure stands: "trâu 118.600", "300 con dê"."""
    sides = set()
    for match in re.finditer(re.escape(thing.strip()), sentence):
        if re.match(r" \d", sentence[match.end() :]):
            sides.add("after")
        if re.search(r"\d(?: con| cây| chiếc| cái)? $", sentence[: match.start()]):
            sides.add("before")
    return sides
