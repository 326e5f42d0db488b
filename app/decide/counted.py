"""What a question counts ("bao nhiêu bác sĩ") and whether the figures of a text can count that. Language only.

A veto needs certainty: every figure of the text counts something known, and nothing of it can be what is asked for.
Nouns outside the table never veto.
"""

import re
from dataclasses import dataclass

from app.decide.nouns import nouns
from index.syllables import normalise

_WORDS = re.compile(r"[^\W\d_]+[23]?|[%=,;:()./–-]|\d+(?:[.,]\d+)*", re.UNICODE)
_ASKED = re.compile(r"\b(?:bao nhiêu|mấy)\s+(?P<rest>[^?.,;]+)")
_NUMBER_OF = re.compile(r"^\W*(?:tổng )?số (?:lượng )?(?P<rest>[^?.,;]+)")
_CLASSIFIERS = frozenset("lượt suất cái chiếc vị loại loài giống số tổng bộ đầu nhóm danh".split())
_MEASURES = frozenset({"share", "weight", "volume", "area", "length"})
_GENERAL_ASKED = frozenset({"share", "time"})  # told or worked out in too many ways
_FIGURE = re.compile(
    r"(?<![\w.,/-])(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?:/\d+(?:\.\d{3})*)?(?![\w]|[.,/]\d)(?!\s*/\s*[^\W\d_]{2,}-)"
    r"|(?<=[^\W\d_]/)\d+(?:[.,]\d+)*"
    r"|\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\b(?= [^\W\d_])"
)
_ANY_FIGURE = re.compile(r"\d|\b(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười)\b")
_NOT_A_COUNT = re.compile(r"\b(?:nào|gì|ai|đâu|không|chưa|sao|thế nào)\b")
_NUMERAL = re.compile(r"[^\W\d_]+")
_NAMING = re.compile(
    r"\b(?:năm|giai đoạn|tháng|ngày|quý|"
    # "Doanh số 132 tỷ" is no number of anything.
    r"(?<!tổng )(?<!doanh )(?<!dân )(?<!chỉ )(?<!hệ )(?<!tỷ )(?<!tỉ )(?<!con )số"
    r"|lớp|đề án|khoản|điều|mục|chuyên án|thứ|lần)\s+(?:\d+\s*[,-]\s*)*$"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"\d{1,2}/(?:\d{1,2}/)?\d{4}")
_SCALES = frozenset("nghìn ngàn triệu tỷ tỉ trăm".split())
BEFORE = 3
"""Words before a figure that may hold what it counts: "trâu 118.600 con"."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What the figures of a text count; ``certain`` is False where one of them counts something unknown."""

    kinds: frozenset[str]
    certain: bool


def asked_kinds(question: str) -> frozenset[str]:
    """Return the kinds of thing that "bao nhiêu", "mấy" count in a canonical question, most specific; or nothing."""
    found: set[str] = set()
    for match in [*_ASKED.finditer(question), *_NUMBER_OF.finditer(question)]:
        kind = _kind_after(_WORDS.findall(match["rest"]), 0)
        before = _WORDS.findall(question[: match.start()])[-BEFORE:]
        if kind is None or kind in _GENERAL_ASKED:
            return frozenset()
        found.add(_narrowed(kind, before))
    return frozenset(found)


def counts(text: str) -> Counts:
    """Return what the figures of a text (any writing) count; dates, years and numbers that only name are left out."""
    plain = _DATE.sub(" ", normalise(text))
    kinds: set[str] = set()
    certain = True
    for match in _FIGURE.finditer(plain):
        before = plain[: match.start()]
        if _YEAR.fullmatch(match[0]) or _NAMING.search(before):
            continue
        after = _WORDS.findall(plain[match.end() : match.end() + 60])
        kind = _kind_after(after, 0)
        if kind is None:
            # A written-out numeral is often no numeral: "ba", "năm" alone say nothing.
            certain = certain and bool(_NUMERAL.fullmatch(match[0]))
            continue
        kinds.add(_narrowed(kind, _WORDS.findall(before)[-BEFORE:]))
        if kind in _MEASURES:  # "747 kg sản phẩm" counts products too
            kinds.update(k for k in [_kind_after(after, 1)] if k)
    return Counts(frozenset(kinds), certain)


def _kind_after(words: list[str], position: int) -> str | None:
    """Return the kind of the noun at a position, classifiers and scales skipped, as specific as what follows."""
    words = ["phần", "trăm", *words[position + 1 :]] if words[position : position + 1] == ["%"] else words[position:]
    known = nouns()
    start = 0
    while start < len(words) and words[start] in _CLASSIFIERS | _SCALES and known.at(words, start) is None:
        start += 1
    found = known.at(words, start)
    if found is None:
        return None
    kind, length = found
    following = known.at(words, start + length)
    return following[0] if following and following[0] != kind and known.within(following[0], kind) else kind


def _narrowed(kind: str, before: list[str]) -> str:
    """Return the specific kind that stands right before a figure of a general one: "trâu 118.600 con"."""
    known = nouns()
    for start in range(len(before) - 1, -1, -1):
        if not before[start][0].isalpha() and before[start] not in (":", "(", "-", "–"):
            break
        found = known.at(before, start)
        if found and found[0] != kind and known.within(found[0], kind):
            return found[0]
    return kind


def cannot_count(question: str, text: str, around: str) -> bool:
    """Tell whether no figure of a text, nor of what is around it, can count what a question asks for."""
    asked = asked_kinds(question)
    if not asked:
        return False
    if _NUMBER_OF.search(question) and not _ASKED.search(question) and not _ANY_FIGURE.search(text):
        return not _NOT_A_COUNT.search(question)
    own, other = counts(text), counts(around)
    if not own.certain or not (own.kinds or other.kinds):
        return False
    known = nouns()
    return not any(known.may_be(one, kind) for one in asked for kind in own.kinds | other.kinds)
