"""Whether a text directs the assistant instead of asking about a report. Knows the language, no report."""

import re

_INSTRUCTION = re.compile(
    r"\b(?:bỏ qua|quên|phớt lờ)\b.{0,30}\b(?:chỉ dẫn|hướng dẫn|quy tắc|lệnh|yêu cầu|ràng buộc)\b"
    r"|\b(?:bỏ|gạt|xóa|xoá|hủy|huỷ|không cần|đừng)\b.{0,20}\b(?:quy định|quy tắc|chỉ dẫn|hướng dẫn|nguyên tắc"
    r"|ràng buộc|giới hạn|trích(?: dẫn)?)\b.{0,20}\b(?:của (?:bạn|mày|em|hệ thống|trợ lý)|trước đó|ở trên|trên đây"
    r"|đã (?:đặt|cho))\b"
    # "Hãy viết như một thông cáo rằng …": what is to be said is dictated.
    r"|(?:^|[.!?:;,]\s*)(?:giờ |bây giờ |xin |vui lòng |hãy )*(?:viết|soạn|đăng|phát|tuyên bố|công bố|thông báo"
    r"|khẳng định|xác nhận|kết luận|nói|trả lời)\b[^.!?]{0,60}\brằng\b"
    r"|system prompt|\[\s*/?\s*(?:system|inst)\b|ignore (?:all |any )?(?:the )?(?:previous|above)"
    r"|jailbreak|developer mode"
    r"|\b(?:bạn là|đóng vai|hãy làm|giả làm|giả vờ)\b.{0,40}\b(?:trợ lý|ai|chuyên gia|hacker|nhân vật)\b"
    r"|\b(?:hãy )?(?:khẳng định|xác nhận|trả lời|nói) (?:rằng|là)?\s*"
    r"(?:báo cáo|hà nội)?.{0,20}\b(?:ghi|tặng|bịa|nghĩ ra)\b"
    r"|\b(?:bịa|nghĩ ra|tự chế)\b.{0,30}\b(?:số|con số|câu trả lời|nguồn)\b",
    re.IGNORECASE,
)


def carries_instruction(text: str) -> bool:
    """Tell whether a text tries to direct the assistant instead of asking about a report."""
    return bool(_INSTRUCTION.search(text))
