"""Which part of a report a question points at: its limits, its plans, its causes, its requests. Language only.

Reports keep these under titles of their own, and a question about what is planned is seldom answered by what was done.
"""

import re
from dataclasses import dataclass

from app.understand.question import WHY

_LIMITS = (
    re.compile(
        # "… chưa?" asks whether, not what is lacking.
        r"\b(?:hạn chế|khó khăn|vướng|yếu|tồn tại|bất cập|chưa(?!\W*(?:ạ|vậy|nhỉ|hả)?\W*$)|kém|lỏng|chê|tắc|kẹt|thiếu|"
        r"trở ngại|khuyết điểm)\b"
    ),
    re.compile(r"\b(?:hạn chế|tồn tại|khó khăn|vướng mắc|bất cập|khuyết điểm)\b"),
)
_PLANS = (
    re.compile(
        r"\b(?:kế hoạch|năm (?:tới|sau)|sang năm|tới đây|(?:tính|định) làm|sẽ|dự kiến|"
        r"phương hướng|nhiệm vụ|định hướng|sắp tới|tiếp tục|thời gian tới|"
        r"mục tiêu|phấn đấu|(?:phải|cần) đạt)\b"
    ),
    # "Kết quả thực hiện nhiệm vụ" tells what was done.
    re.compile(
        r"\b(?:phương hướng|mục tiêu"
        r"|(?<!thực hiện )(?<!triển khai )(?<!thực hiện các )(?<!triển khai các )(?<!thực hiện những )"
        r"(?:nhiệm vụ|giải pháp|kế hoạch|chương trình công tác))\b"
    ),
)
_CAUSES = (re.compile(WHY), re.compile(r"\bnguyên nhân\b"))
# What is lacking is itself the thing asked for: "còn vướng gì", "những hạn chế nào", "phần tồn tại nói gì".
_ASKS_LIMITS = re.compile(
    r"\b(?:hạn chế|khó khăn|vướng mắc|vướng|yếu kém|tồn tại|bất cập|trở ngại|khuyết điểm|nhược điểm"
    r"|(?:mặt|điểm|chỗ|khâu) (?:còn )?(?:yếu|chưa (?:làm )?được|chưa tốt))"
    r"(?: [^\W\d_]+){0,4} (?:gì|nào|ra sao|thế nào|đâu)\b"
    r"|\b(?:phần|mục|những|các) (?:tồn tại|hạn chế|khó khăn|bất cập)\b"
)
_REQUESTS = (re.compile(r"\b(?:đề nghị|kiến nghị|đề xuất|xin)\b"), re.compile(r"\b(?:kiến nghị|đề xuất|đề nghị)\b"))
# What is done already ("đã trồng …", "làm mấy đợt rồi"), which no plan tells.
_DONE = re.compile(r"\b(?:đã|rồi|vừa qua|xong chưa|(?<!thực )(?<!thể )hiện (?:nay|tại|giờ|đang|có|đạt|còn|ở|là))\b")
# "sang năm", "tỉnh tính xử lý thế nào": what comes next, and no plan that was followed.
_NEXT = re.compile(
    r"\b(?:sang năm|năm (?:tới|sau)|sắp tới|tới đây|thời gian tới|phương hướng|định hướng|(?:tính|định|sẽ) làm"
    r"|phấn đấu|muốn (?:đạt|nâng|đưa|kéo|hạ|giảm|tăng|còn)|(?:có|còn|cũng|vẫn) (?:định|dự định|tính)\b"
    r"|(?:tỉnh|huyện|xã|thành phố|sở|ngành|địa phương|bên|họ) (?:tính|định|sẽ|dự kiến))\b"
)
# Beside what was reached, an aim is of the time to come: "hiện đạt bao nhiêu, cuối năm phải đạt bao nhiêu".
_AIMED = re.compile(
    r"\b(?:phải|cần|sẽ) (?:đạt|xong|hoàn thành|có|giảm|tăng|nâng)\b"
    r"|\b(?:kế hoạch|mục tiêu|chỉ tiêu)(?: (?:đặt ra|đề ra))?(?: (?:cho|của|đến|trong))?(?: cuối)? (?:năm )?20\d\d"
    r"(?! (?:đã|được|có|đạt|là)\b)"
)
NOT_DONE = -2.0
"""A passage under "Phương hướng" when what has been done is asked."""
LIMITS_ASKED = 5.0
"""A passage under "Hạn chế" when just the limits are asked for, more than 1 for those that are only hinted at."""
NOT_ASKED = -0.5
"""A passage under "Hạn chế" or "Phương hướng" when nothing of the kind is asked."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a report that answers some questions and no others; both patterns are matched on normalised text."""

    asked: re.Pattern[str]
    titles: re.Pattern[str]


# "xin tỉnh bao nhiêu tiền", "đề nghị gì": what is asked of those above.
_ASKED_ABOVE = re.compile(
    r"\b(?:xin|đề nghị|kiến nghị|đề xuất|nhờ|mong)(?: [^\W\d_]+){0,2}? "
    r"(?:tỉnh|huyện|thành phố|trung ương|chính phủ|bộ|sở|ngành|cấp trên|gì|bao nhiêu|những gì)\b"
)

PLANS = Part(_NEXT, _PLANS[1])
PARTS = (PLANS, Part(_LIMITS[1], _LIMITS[1]), Part(_ASKED_ABOVE, _REQUESTS[1]))
"""Plans, limits, requests: what is asked of them beside something else is told there, and the rest is not."""


def asks_aim(question: str) -> bool:
    """Tell whether a later part of a normalised question asks for an aim of the time to come."""
    return bool(_NEXT.search(question) or _AIMED.search(question))


def asks_plan(question: str) -> bool:
    """Tell whether a normalised question asks what is planned."""
    return bool(_PLANS[0].search(question))


def cue(question: str, titles: str) -> float:
    """Return 1 where the titles above a passage are of the part a question points at; both normalised.

    ``NOT_ASKED`` is added where they tell of limits or plans and the question does not, or ``NOT_DONE`` where they tell
    of plans and the question asks what was done.
    """
    pointed = any(ask.search(question) and told.search(titles) for ask, told in (_LIMITS, _PLANS, _CAUSES, _REQUESTS))
    astray = any(told.search(titles) and not ask.search(question) for ask, told in (_LIMITS, _PLANS))
    ask_plans, told_plans = _PLANS
    undone = bool(_DONE.search(question) and told_plans.search(titles)) and not ask_plans.search(question)
    if _ASKS_LIMITS.search(question) and _LIMITS[1].search(titles):
        return LIMITS_ASKED
    return float(pointed) + (NOT_DONE if undone else NOT_ASKED * astray)
