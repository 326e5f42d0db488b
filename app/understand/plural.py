"""Tells the "mấy" that means "những" from the one that asks how many. Knows the language, nothing of the reports.

"Có mấy chợ?" counts; "Cho xin mấy trang web bán chè" and "Mấy chợ xây mới là những chợ nào?" want names.
"""

import re

_MEASURE = (
    r"(?:giờ|ngày|tuần|tháng|năm|phần|ha|kg|tấn|tạ|km|mét|tỷ|tỉ|triệu|nghìn|ngàn|đồng|lần|lượt|tuổi|bên|là)\b|%|\W"
)
_WANTED = re.compile(
    r"^(?P<request>\W*(?:(?:dạ|vui lòng|làm ơn|hãy|nhờ|giúp|thử) )*"
    r"(?:cho (?:tôi |em |mình |anh |chị |chúng tôi )?xin|xin|kể|nêu|liệt kê|điểm)"
    r"(?: (?:giúp|hộ|ra|lại|cho|tôi|em|mình|luôn|thử|rõ))*)(?P<named> tên(?: của)?)? mấy (?!" + _MEASURE + ")",
    re.IGNORECASE,
)
_OTHER_WORD = r"(?:nào|gì|ai|đâu|thế nào|ra sao|vì sao|tại sao|khi nào|bao giờ)\b"
# No seam between: "có mấy chợ, ở đâu?" asks twice.
_SUBJECT = re.compile(
    rf"^(?P<before>\W*(?:(?:ở|tại|trong|của|tên|cho hỏi|cho biết) )?)mấy (?!{_MEASURE})"
    rf"(?=[^,;?]*?\b{_OTHER_WORD}|[^,;?]*\b(?:không|chưa)\W*$)(?![^,;?]*\b(?:và|rồi) [^,;?]*{_OTHER_WORD})",
    re.IGNORECASE,
)
_ASKED_BEFORE = re.compile(
    rf"^(?P<before>\W*(?:vì sao|tại sao|khi nào|bao giờ|ai)\b[^,;?]*?) mấy (?!{_MEASURE})", re.IGNORECASE
)
# "làm gì với mấy tuyến xe?"
_ASKED_OF = re.compile(
    rf"^(?P<before>[^,;?]*\b(?:gì|nào|sao|đâu)\b[^,;?]*?\b(?:với|cho|về|ở|từ|của|đối với)) mấy (?!{_MEASURE})",
    re.IGNORECASE,
)
# "dùng vào mấy việc gì, mỗi việc bao nhiêu?"
_WHICH = re.compile(
    rf"\bmấy (?!{_MEASURE})(?=(?:(?!(?:và|hay|rồi|ở|tại|trong|của|thuộc|do|từ|đạt|đi)\b)[^\W\d_]+ ){{1,2}}(?:gì|nào)\b"
    r"(?! (?:đó|ấy|đấy)\b))",
    re.IGNORECASE,
)
_RECENT = re.compile(
    r"\bmấy (?=(?:năm|tháng|tuần|ngày) (?:qua|nay|gần đây|vừa qua|vừa rồi|trước đây)\b)", re.IGNORECASE
)


def with_plural_told(text: str) -> str:
    """Return a question with the "mấy" that asks for no number as "những", or as "tên những" where a list is wanted."""
    text = _RECENT.sub("những ", text)
    text = _WANTED.sub(lambda match: f"{match['request']} tên những ", text)
    text = _WHICH.sub("những ", text)
    text = _SUBJECT.sub(r"\g<before>những ", text)
    text = _ASKED_OF.sub(r"\g<before> những ", text)
    return _ASKED_BEFORE.sub(r"\g<before> những ", text)
