"""What is asked of the last two things together: "chênh nhau bao nhiêu?", "cả hai cộng lại?". Language only."""

import re

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
_FIGURE = re.compile(r"\b(?:là )?(?:bao nhiêu|mấy)\b", re.IGNORECASE)


def asked_of_both(text: str, earlier: str, latest: str) -> str | None:
    """Return the question for a sum or difference of the two things asked about last; None where it asks for none.

    The last two questions must differ in one thing alone ("… ở Tam Đường …", "… ở Tân Uyên …") and ask for a figure.
    """
    if not _OF_BOTH.match(text) or not _FIGURE.search(latest):
        return None
    first, second = _differing(earlier.rstrip(" ?.!").split(), latest.rstrip(" ?.!").split())
    if not first or not second:
        return None
    wanted = "chênh nhau" if _APART.search(text) else "cộng lại" if _ADDED.search(text) else ""
    joined = latest.rstrip(" ?.!").replace(second, f"{first} và {second}", 1)
    asked, found = _FIGURE.subn(f"{wanted} bao nhiêu", joined, count=1)
    return f"{asked}?" if wanted and found else None


def _differing(earlier: list[str], latest: list[str]) -> tuple[str, str]:
    """Return the runs of words in which two questions differ, with the same words before and after; else empty."""
    before = 0
    while before < min(len(earlier), len(latest)) and earlier[before].lower() == latest[before].lower():
        before += 1
    after = 0
    while after < min(len(earlier), len(latest)) - before and earlier[-1 - after].lower() == latest[-1 - after].lower():
        after += 1
    alike = before + after
    if alike < max(len(earlier), len(latest)) / 2:
        return "", ""
    return " ".join(earlier[before : len(earlier) - after]), " ".join(latest[before : len(latest) - after])
