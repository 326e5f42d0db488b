"""Whether a reply is asked about of which a text tells only the request: "Bộ đã đồng ý hỗ trợ chưa?". Language only.

What was asked for is not granted by being asked for, and no "có" answers for the one who was asked.
"""

import re

_REQUESTS = re.compile(r"\W*(?:đề nghị|kiến nghị|đề xuất|kính đề nghị|xin)\b")
_PART_OF_REQUESTS = re.compile(r"\b(?:kiến nghị|đề xuất|đề nghị)\b")
_REPLY = re.compile(
    r"\b(?:đồng ý|chấp thuận|chấp nhận|phê duyệt|trả lời|phản hồi|nhất trí|cho phép|đáp ứng|giải quyết|duyệt)\b"
)
_GRANTED = re.compile(r"\b(?:đồng ý|chấp thuận|chấp nhận|phê duyệt|nhất trí|duyệt)\b")
_WITHIN = re.compile(r"\b(?:đề nghị|kiến nghị)\b")
_ASKS_REQUEST = re.compile(
    r"\b(?:đề nghị|kiến nghị|đề xuất|xin|mong|nhờ|yêu cầu)(?! (?:đó|này|trên)\b)(?=[^?]*\b(?:gì|nào)\b)"
)
_WHETHER = re.compile(r"\b(?:không|chưa)\s*(?:ạ|vậy|nhỉ|hả)?\W*$")


def reply_missing(question: str, text: str, titles: str) -> bool:
    """Tell whether it is asked what became of a request and a text only makes it. All canonical."""
    if _GRANTED.search(question) and _WITHIN.search(text) and not _REPLY.search(text):
        return True
    if not (_REQUESTS.match(text) or _PART_OF_REQUESTS.search(titles)) or _ASKS_REQUEST.search(question):
        return False
    if _REPLY.search(question) and not _REPLY.search(text):
        return True
    return bool(_WHETHER.search(question))
