"""Tells a question for all that was done or is planned about a thing. Knows the language, nothing of the reports.

"Kết quả về y tế gồm những gì?" is answered by every sentence about it, "Ai làm?" by one.
"""

import re

from app.understand.words import Word

_NOUNS = (
    "nội dung|việc|công việc|nhiệm vụ|kết quả|hoạt động|giải pháp|biện pháp|phương hướng|định hướng|chủ trương|"
    "kế hoạch|thay đổi|thành tích|thành tựu"
)
_ALL = re.compile(
    rf"\b(?:những|các|gồm|có) (?:{_NOUNS})\b[^?,;]{{0,40}}\b(?:nào|gì)\b"
    rf"|\b(?:nêu|liệt kê|kể|tóm tắt|trình bày|tổng hợp|cho biết)\b[^?,;]{{0,20}}\b(?:các|những) (?:{_NOUNS})\b"
    rf"|\b(?:{_NOUNS})\b[^?]*\b(?:gồm|là|có|làm) những (?:\w+ ){{0,2}}(?:gì|nào)\b"
    rf"|\blàm (?:tiếp )?những (?:việc )?gì\b"
)
# "Phương hướng hợp tác về giáo dục năm 2023?": a heading with a question mark.
_HEADING = re.compile(
    rf"^\W*(?:các |những )?(?:{_NOUNS})\b"
    r"(?!.*\b(?:gì|nào|ai|đâu|sao|bao nhiêu|mấy|không|chưa|bao giờ)\b)[^,;?]*\W*$"
)
_SAID_OF_ALL = frozenset(f"{_NOUNS}|hợp tác|phối hợp|thực hiện|triển khai|công tác|lĩnh vực|chính|tiếp tục".split("|"))


def asks_deeds(asked: str) -> bool:
    """Tell whether a canonical question wants all that was done, or is to be done, about a thing."""
    return bool(_ALL.search(asked) or _HEADING.match(asked))


def topic(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words of such a question that say about what, without "kết quả", "nhiệm vụ"."""
    return tuple(word for word in words if word.text not in _SAID_OF_ALL)
