"""Cause, purpose and effect in Vietnamese: what a question wants and whether a text shows a sign of it. Language only.

"Vì sao ít?" wants a cause; a purpose ("nhằm", "để") explains only what somebody does on purpose.
"""

import re

_ASKS_CAUSE = re.compile(r"\b(?:vì sao|tại sao|lý do|nguyên nhân|do đâu|vì đâu|vì chuyện gì|why)\b")
# A state or a loss is caused; nobody means it.
_STATE = re.compile(
    r"\b(?:ít|giảm|chậm|thấp|hạn chế|chưa|không|bị|khó|khó khăn|thiếu|yếu|kém|vướng|tồn tại|sụt|mất|chết|lỗ|trễ|muộn|"
    r"tăng chậm|ùn|ế|hạ|tạm dừng|dừng|hoãn|hủy)\b"
)
_CAUSE = re.compile(
    r"\b(?:do|vì|bởi|nên|dẫn đến|dẫn tới|khiến|làm cho|nhờ|nguyên nhân|lý do|xuất phát từ|bắt nguồn từ|căn cứ|"
    r"theo nhu cầu|trước tình hình|ảnh hưởng|tác động|trong khi|trong điều kiện)\b"
)
# Who is arrested or punished has done what the text calls an offence.
_OFFENCE = re.compile(
    r"\b(?:trái phép|trái pháp luật|bất hợp pháp|vi phạm|xâm phạm|lừa đảo|trộm|cướp|gian lận|phạm tội)\b"
)
_PURPOSE = re.compile(r"\b(?:để|nhằm|mục đích|phục vụ|góp phần|giúp|tạo điều kiện|hướng tới|từ đó|qua đó)\b")


def reason_missing(question: str, text: str, after: str, above: str) -> bool:
    """Tell whether a question asks for a cause of which a text shows no sign.

    ``after`` is the sentence after it, which may hold the cause; ``above`` the titles over it. All canonical.
    """
    said = f"{text} {after}"
    if not _ASKS_CAUSE.search(question) or "nguyên nhân" in above:
        return False
    explained = _CAUSE.search(said) or _OFFENCE.search(said)
    return not explained and (bool(_STATE.search(question)) or not _PURPOSE.search(said))
