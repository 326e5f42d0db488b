"""Cause, purpose and effect in Vietnamese: what a question wants and whether a text shows a sign of it. Language only.

"Vì sao ít?" wants a cause; a purpose ("nhằm", "để") explains only what somebody does on purpose.
"""

import re

from app.understand.question import WHY

_ASKS_CAUSE = re.compile(WHY)
_ASKS_PURPOSE = re.compile(r"\b(?:để làm gì|mục đích|nhằm (?:điều |việc |cái |mục tiêu )?gì|làm gì(?=\W*$))")
_OPENS_WITH_CONSEQUENCE = re.compile(r"(?:từ đó|qua đó|nhờ (?:đó|vậy)|do đó|kết quả|góp phần|trên cơ sở đó)\b")
_OPENS_WITH_CAUSE = re.compile(r"(?:(?:một trong )?(?:những |các )?nguyên nhân|lý do|sở dĩ)\b")
# A state or a loss is caused; nobody means it.
_STATE = re.compile(
    r"\b(?:ít|giảm|chậm|thấp|hạn chế|chưa|không|bị|khó|khó khăn|thiếu|yếu|kém|vướng|tồn tại|sụt|mất|chết|lỗ|trễ|muộn|"
    r"tăng chậm|ùn|ế|hạ|tạm dừng|dừng|hoãn|hủy)\b"
)
_CAUSE = re.compile(
    r"\b(?:do|vì|bởi|nên|dẫn đến|dẫn tới|khiến|làm cho|nhờ|nguyên nhân|lý do|xuất phát từ|bắt nguồn từ|căn cứ|"
    r"theo nhu cầu|trước tình hình|ảnh hưởng|tác động|trong khi|trong điều kiện|"
    # Where a loss mostly lies is told for its reason: "giảm chủ yếu ở khâu tiếp nhận".
    r"(?:chủ yếu|tập trung) (?:ở|tại|vào|là))\b"
)
# Who is arrested or punished has done what the text calls an offence.
_OFFENCE = re.compile(
    r"\b(?:trái phép|trái pháp luật|bất hợp pháp|vi phạm|xâm phạm|lừa đảo|trộm|cướp|gian lận|phạm tội)\b"
)
_PURPOSE = re.compile(r"\b(?:để|nhằm|mục đích|phục vụ|góp phần|giúp|tạo điều kiện|hướng tới|từ đó|qua đó)\b")
# What opens a clause that states the purpose or the cause, not only a trace of one.
_STATED_PURPOSE = re.compile(r"\b(?:để|nhằm|mục đích|phục vụ|góp phần)\b")
_STATED_CAUSE = re.compile(r"\b(?:do|vì|bởi|nhờ|nguyên nhân|lý do|nên)\b")
STATED_REASON = re.compile(f"{_STATED_CAUSE.pattern}|{_STATED_PURPOSE.pattern}")
"""The words that open either, matched on normalised text."""


def asks_cause(question: str) -> bool:
    """Tell whether a normalised question wants to know what brought something about."""
    return bool(_ASKS_CAUSE.search(question))


def opens_with_cause(text: str) -> bool:
    """Tell whether a normalised sentence opens by giving the cause of what the one before it tells."""
    return bool(_OPENS_WITH_CAUSE.match(text))


def opens_with_consequence(text: str) -> bool:
    """Tell whether a normalised sentence opens by telling what came of the one before it."""
    return bool(_OPENS_WITH_CONSEQUENCE.match(text))


def reason_words(question: str) -> re.Pattern[str]:
    """Return the words that bring what a normalised question wants: a purpose, a cause, or where unclear either."""
    if _ASKS_PURPOSE.search(question):
        return _STATED_PURPOSE
    return _STATED_CAUSE if asks_cause(question) else STATED_REASON


def reason_missing(question: str, text: str, after: str, above: str) -> bool:
    """Tell whether a question asks for a cause of which a text shows no sign.

    ``after`` is the sentence after it, which may hold the cause; ``above`` the titles over it. All canonical.
    """
    said = f"{text} {after}"
    if not asks_cause(question) or "nguyên nhân" in above:
        return False
    explained = _CAUSE.search(said) or _OFFENCE.search(said) or opens_with_consequence(text)
    return not explained and (bool(_STATE.search(question)) or not _PURPOSE.search(said))
