"""When somebody corrects himself or takes up an earlier subject again. Knows the language, nothing of the reports."""

import re

_WHO = r"(?:mình|tôi|em|anh|chị|tớ)"
_CORRECTS = re.compile(
    rf"^\W*(?:(?:à|ừ|ờ|ấy|ơ)[\s,]+)*"
    rf"(?:(?:không|nhầm|lộn|khoan|đính chính|xin lỗi)(?:\s+(?:phải|rồi|mất|đã|ạ|nhé|{_WHO}))*[\s,.!;:]+)*"
    rf"(?:ý(?: của)? {_WHO}(?: (?:là|muốn|hỏi|nói))+|{_WHO} (?:(?:đang |muốn |định )*(?:hỏi|nói)(?: là| về| đến)?|nhầm)"
    rf"|(?:phải|đúng ra|đúng hơn|chính xác) là|ý là)[\s,:]+(?P<meant>.+)$",
    re.IGNORECASE,
)
_REJECTS = re.compile(
    r"^\W*(?:(?:à|ừ|ờ|ấy|ơ)[\s,]+)*(?:không phải|không|nhầm(?: rồi)?|à nhầm)\s*,\s*(?P<meant>[^,]{2,60})$",
    re.IGNORECASE,
)
_END = re.compile(r"\s*\b(?:cơ|kia|ấy|mà|chứ)(?:\s+(?:ạ|bạn|nhé))?\s*\W*$", re.IGNORECASE)
_RETURNS = re.compile(
    r"^\W*(?:(?:thôi|rồi|à|ok|vậy|thế|giờ|bây giờ|cho (?:tôi|mình|em))[\s,]+)*"
    r"(?:(?:quay|trở|quay trở) (?:lại|về)|hỏi lại)"
    r"(?: (?:với|về|cái|chuyện|việc|vụ|câu|câu hỏi|vấn đề|phần|chỗ|đoạn))*\s+(?P<of>[^,.:?]{2,60}?)"
    r"(?:\s+(?:lúc nãy|ban nãy|hồi nãy|khi nãy|vừa nãy|lúc đầu|ban đầu|ở trên|trước đó|đầu tiên|nhé|đi|ấy|đó))*"
    r"\s*(?:[,.:?]\s*(?P<asked>.*))?$",
    re.IGNORECASE,
)


def corrected(text: str) -> str | None:
    """Return what somebody says he meant instead ("à không, ý mình là X cơ"), or None where he corrects nothing."""
    match = _CORRECTS.match(text) or _REJECTS.match(text)
    return _END.sub("", match["meant"]).strip() if match else None


def taken_up_again(text: str) -> tuple[str, str] | None:
    """Return the subject that is taken up again and what is asked of it ("" for nothing); None where none is."""
    match = _RETURNS.match(text)
    return (match["of"].strip(), (match["asked"] or "").strip()) if match else None
