"""What is asked of the last two things together: "chênh nhau bao nhiêu?", "cả hai cộng lại?", "vậy tăng bao nhiêu?".

Language only.
"""

import re

from app.understand.quantities import YEAR

_APART = re.compile(r"\b(?:chênh|cách biệt|hơn kém)(?: lệch)?\b", re.IGNORECASE)
_ADDED = re.compile(
    r"\b(?:cộng lại|cộng vào|gộp lại|tổng cộng|cộng)\b|\b(?:cả|tổng) hai\b|\bhai (?:cái|nơi|bên|số|chỗ)\b",
    re.IGNORECASE,
)
_OF_BOTH = re.compile(
    r"^\W*(?:(?:thế|vậy|còn|thì|và)\s+)*(?:(?:cả |tổng )?hai\s+(?:[^\W\d_]+\s+){0,2}?)?(?:này |đó |ấy )?(?:thì\s+)?"
    r"(?:chênh(?: lệch)?(?: nhau)?|hơn kém nhau|cộng lại|gộp lại|tổng cộng|cả hai|cộng vào)\b[^,]{0,30}$",
    re.IGNORECASE,
)
# "vậy con số này tăng thêm bao nhiêu?": of what was told of two years.
_GROWN = re.compile(
    r"^\W*(?:(?:thế|vậy|còn|thì|và|như vậy|tức là|là)\s+)*(?:(?:con )?số (?:này|đó|ấy|liệu này)\s+|nó\s+)?(?:đã\s+)?"
    r"(?P<grown>(?:tăng|giảm|nhiều hơn|ít hơn|hơn|bớt)(?:\s+(?:thêm|lên|đi|được|bớt|xuống)){0,2})\s+"
    r"(?:là\s+)?(?:bao nhiêu|mấy)(?:\s+[^\W\d_]+){0,3}\W*$",
    re.IGNORECASE,
)
# "Cộng thêm Tân Uyên nữa thì được bao nhiêu?": to what was asked about last.
_ADDING = re.compile(
    r"^\W*(?:(?:thế|vậy|còn|thì|và|giờ|nếu|rồi)\s+)*(?:cộng|gộp|tính|gom|kể)\s+(?:thêm|cả|luôn)(?:\s+(?:cả|số|phần|của))*\s+"
    r"(?P<thing>[^,?]+?)(?:\s+(?:nữa|vào|luôn))*"
    r"(?=\s+thì\b|,|\s+(?:là|được|hết|có)\s|\s*(?:bao nhiêu|mấy)\b)[^?]*\b(?:bao nhiêu|mấy)\b",
    re.IGNORECASE,
)
_IS_FIGURE = re.compile(r"\b(?:là |đạt |có )?(?P<how>bao nhiêu|mấy)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\b(?:là )?(?:bao nhiêu|mấy)\b", re.IGNORECASE)

HALF, QUARTER = 0.5, 0.25
"""Share of the words that two questions have in common at least; less where they are asked of one subject."""


def asked_of_both(text: str, earlier: str, latest: str, share: float = HALF) -> str | None:
    """Return the question for a sum or difference of the two things asked about last; None where it asks for none.

    The last two questions must differ in one thing alone ("… ở Tam Đường …", "… ở Tân Uyên …") and ask for a figure.
    """
    if not _OF_BOTH.match(text) or not _FIGURE.search(latest):
        return None
    joined = _joined(earlier, latest, share)
    return _together(text, joined) if joined else None


def thing_added(text: str) -> str:
    """Return what a follow-up adds to the thing asked about last ("cộng thêm Tân Uyên nữa …"), or ""."""
    found = _ADDING.match(text)
    return found["thing"].strip() if found else ""


def added_to(latest: str, known: str, added: str) -> str | None:
    """Return the question before for the sum of one of its names and another; None where it asks for no figure."""
    joined = latest.rstrip(" ?.!").replace(known, f"{known} và {added}", 1)
    return _together("cộng lại", joined) if joined != latest.rstrip(" ?.!") else None


def subject_of_both(text: str, earlier: str, latest: str, asked: str) -> tuple[str, str] | None:
    """Return the same for two subjects of which one thing was asked: the joined subject and what is asked of it."""
    if not _OF_BOTH.match(text) or not (joined := _joined(earlier, latest)):
        return None
    together = _together(text, asked.rstrip(" ?.!"))
    return (f"{joined}?", together) if together else None


def _joined(earlier: str, latest: str, share: float = HALF) -> str:
    """Return a question with the one thing in which an earlier one differs named beside its own; "" for more."""
    first, second = _differing(earlier.rstrip(" ?.!").split(), latest.rstrip(" ?.!").split(), share)
    return latest.rstrip(" ?.!").replace(second, f"{first} và {second}", 1) if first and second else ""


def _together(text: str, joined: str) -> str | None:
    wanted = "chênh nhau" if _APART.search(text) else "cộng lại" if _ADDED.search(text) else ""
    asked, found = _FIGURE.subn(f"{wanted} bao nhiêu", joined, count=1)
    return f"{asked}?" if wanted and found else None


def grown_between(text: str, earlier: str, latest: str, share: float = HALF) -> str | None:
    """Return the question for the growth between the two years asked about last; None where it asks for none."""
    match = _GROWN.match(text)
    first, second = (
        _differing(earlier.rstrip(" ?.!").split(), latest.rstrip(" ?.!").split(), share) if match else ("", "")
    )
    years = YEAR.findall(first), YEAR.findall(second)
    if (
        not match
        or not _IS_FIGURE.search(latest)
        or len(years[1]) != 1
        or len(years[0]) > 1
        or (first and not years[0])
    ):
        return None
    # Without a year the report's own one was asked about.
    old = min(years[0] + years[1])
    later = earlier if years[1] == [old] else latest
    asked = _IS_FIGURE.sub(lambda how: f"{match['grown'].lower()} {how['how']}", later.rstrip(" ?.!"), count=1)
    return f"{asked[:1].upper()}{asked[1:].replace('Mấy', 'mấy').replace('Bao nhiêu', 'bao nhiêu')} so với năm {old}?"


def _differing(earlier: list[str], latest: list[str], share: float = HALF) -> tuple[str, str]:
    """Return the runs of words in which two questions differ, with the same words before and after; else empty."""
    before = 0
    while before < min(len(earlier), len(latest)) and earlier[before].lower() == latest[before].lower():
        before += 1
    after = 0
    while after < min(len(earlier), len(latest)) - before and earlier[-1 - after].lower() == latest[-1 - after].lower():
        after += 1
    alike = before + after
    if alike < max(len(earlier), len(latest)) * share:
        return "", ""
    return " ".join(earlier[before : len(earlier) - after]), " ".join(latest[before : len(latest) - after])
