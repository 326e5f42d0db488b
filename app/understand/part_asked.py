"""Tells which part of a report is asked for as a whole: its limits, causes, aims, requests. Language only.

"Còn những hạn chế gì?", "Nguyên nhân của tồn tại là gì?", "Nêu các kiến nghị". Reports give each a section of its own.
"""

import re
from dataclasses import dataclass

from app.understand.words import Word
from index.syllables import syllables

_LIMITS = (
    r"hạn chế|tồn tại|khó khăn|vướng mắc|vướng|bất cập|khuyết điểm|nhược điểm|yếu kém|trở ngại"
    r"|(?:mặt|điểm|việc|chỗ|khâu) (?:còn )?(?:chưa (?:làm )?được|chưa tốt|yếu kém|yếu|hạn chế|tồn tại|vướng)"
)
_MERITS = (
    r"ưu điểm|thuận lợi|thành tích|thành tựu|kết quả (?:đạt được|nổi bật)"
    r"|(?:mặt|điểm|việc) (?:làm )?(?:được|tốt|mạnh|tích cực|sáng)"
)
_CAUSES = r"nguyên nhân(?: (?:khách quan|chủ quan))?"
_AIMS = r"mục tiêu|chỉ tiêu"
_TASKS = r"nhiệm vụ|giải pháp|phương hướng|định hướng"
_REQUESTS = r"kiến nghị|đề xuất|đề nghị"
_LESSONS = r"bài học(?: kinh nghiệm)?"
_KINDS = (_CAUSES, _LIMITS, _MERITS, _AIMS, _TASKS, _REQUESTS, _LESSONS)
_ANY = "|".join(_KINDS)
_KIND_OF_ALL = r"chính|chủ yếu|cụ thể|lớn|cơ bản|trọng tâm|nổi bật|quan trọng|chung|khách quan|chủ quan"
_WHICH = r"(?:(?:những|các|điều|việc|nội dung|vấn đề) )*(?:gì|nào)"
_IS_WHAT = (
    rf"(?:là|bao gồm|gồm)(?: có)? {_WHICH}|(?:là |nằm )?(?:ở|do) (?:chỗ nào|đâu|những đâu)|(?:như )?thế nào|ra sao"
)
_TELL = r"(?:nêu|liệt kê|kể|tóm tắt|trình bày|cho biết|tổng hợp|điểm)(?: [^\W\d_]+){0,3}?"
_NAMED = re.compile(rf"\b(?:{_ANY})(?: (?:{_KIND_OF_ALL}))*(?!\w)")
_ELSE = re.compile(
    r"\b(?:bao nhiêu|mấy|ai|khi nào|bao giờ|lúc nào|vì sao|tại sao|nhất|không|chưa)(?!\w)(?! (?:được|tốt|làm))"
    r"|\b(?:cơ quan|đơn vị|sở|ngành|địa phương|huyện|xã|tỉnh|nơi) nào\b"
)
_REACHED = re.compile(r"\b(?:đạt|vượt|hoàn thành)\b")


@dataclass(frozen=True, slots=True)
class PartAsked:
    """A part of a report: ``titles`` matches the titles of such parts, normalised."""

    titles: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Kind:
    asked: re.Pattern[str]
    part: PartAsked


def _kind(nouns: str) -> _Kind:
    some = rf"(?:{nouns})(?:(?:\s*,\s*|\s+và\s+|\s+cũng như\s+)(?:{_ANY}))*(?: (?:{_KIND_OF_ALL}))*"
    between = r"[^?;]{0,60}?" if nouns == _REQUESTS else ""
    asked = (
        rf"\b{some}{between} {_WHICH}(?!\w)"
        rf"|\b(?<!khắc phục )(?<!tháo gỡ ){some}\b[^?;]{{0,80}}? (?:{_IS_WHAT})(?!\w)"
        rf"|\b{_TELL} (?:(?:các|những|mấy) )?{some}(?!\w)"
        rf"|^\W*(?:(?:các|những) )?{some}(?!\w)(?![^?]*\b(?:gì|nào|sao|đâu)\b)"
    )
    titles = rf"^(?:\W|(?:về|các|những|một số|và|đánh giá(?: chung)?|{_ANY})\b)*?\b(?:{nouns})(?!\w)"
    return _Kind(re.compile(asked), PartAsked(re.compile(titles)))


_PARTS = tuple(_kind(nouns) for nouns in _KINDS)


def part_asked(question: str) -> PartAsked | None:
    """Return the part that a normalised question asks for, the first that it names; None where it asks for none."""
    if _ELSE.search(question):
        return None
    found = [(match.start(), kind.part) for kind in _PARTS if (match := kind.asked.search(question))]
    part = min(found, key=lambda one: one[0])[1] if found else None
    # "Chỉ tiêu nào đạt?" asks for results.
    return None if part and part.titles.search("chỉ tiêu") and _REACHED.search(question) else part


def parts_named(text: str) -> set[str]:
    """Return the syllables by which a normalised text names parts of reports; causes are named beside the limits."""
    return set(syllables(" ".join(match.group() for match in _NAMED.finditer(text))))


_FRAME = frozenset(
    # Who tells or sets it, and how much of it is wanted.
    "báo cáo|tài liệu|văn bản|thừa nhận|tự|nhận|tự nhận|nhìn nhận|chỉ|chỉ ra|rõ|đánh giá|xác định|đặt|đặt ra|đề|đề ra"
    "|đưa|đưa ra|nêu|trình bày|tóm tắt|tổng hợp|liệt kê|đầy đủ|cụ thể|chi tiết|chung|chính|chủ yếu|cơ bản|lớn|nổi bật"
    "|quan trọng|trọng tâm|khách quan|chủ quan|dẫn|dẫn đến|gây|gây ra|gặp|gặp phải|nằm|phấn đấu|hướng|hướng tới|sắp"
    "|sắp tới|thời gian|kỳ|đầu|cuối|nửa|năm|tháng|quý|giai đoạn|hết|công tác|việc|phần|mục|thực hiện|triển khai"
    "|tổ chức|quá trình|lĩnh vực|tỉnh|huyện|xã|thành phố|thị xã|địa phương|ủy ban|nhân dân|ủy ban nhân dân|hai|bên"
    "|cấp|cấp trên|trung ương|bộ|ngành|bộ ngành|khắc phục|hiện nay|vừa|vừa qua|tới|anh|chị".split("|")
)


def narrows(word: Word) -> bool:
    """Tell whether a word of a question for a whole part narrows it down: to a field of work, a body, a thing."""
    return word.text not in _FRAME and not all(syllable in _FRAME for syllable in word.syllables)


def side_of_causes(question: str) -> str:
    """Return "khách quan" or "chủ quan" where a normalised question asks for causes of that side alone, else ""."""
    said = [side for side in ("khách quan", "chủ quan") if side in question]
    return said[0] if len(said) == 1 else ""
