"""Does a question want something worked out, and what? Knows how Vietnamese asks for it; nothing of any text."""

import re
from typing import Literal

from app.understand.plural import with_plural_told
from app.understand.quantities import YEAR
from index.syllables import normalise

Operation = Literal["difference", "sum", "ratio", "average", "share", "change", "remainder", "rest", "earlier"]
"""``change`` is a change in percent; ``earlier`` is the value of another year, from a change that is stated.

``remainder`` is what is left of a plan or a whole, ``rest`` a whole without a part that is named.
"""

HOW_MANY = r"(?:bao nhiêu|mấy)"
_ASKS_FIGURE = re.compile(rf"\b(?:{HOW_MANY}|chênh|how many|how much)\b")
_PERCENT = re.compile(rf"\b{HOW_MANY}\s*(?:phần trăm\b|%)|\b(?:phần trăm|tỷ lệ|tỉ lệ)\b.*\b{HOW_MANY}\b")
_PART = re.compile(rf"\bchiếm\b[^?]{{0,30}}\b{HOW_MANY}(?:\s*(?:phần\b|%|trong\b|trên\b)|\s*[?.]?$)")
_COUNTS = ("không", "một", "hai", "ba", "bốn")
_DECIMALS = re.compile(
    rf"\b(?P<count>[1-4]|{'|'.join(_COUNTS[1:])})\s+(?:chữ )?số\s+(?:lẻ|thập phân|sau dấu phẩy|(?:ở )?phần thập phân)"
)
_ROUNDED = re.compile(r"\blàm tròn(?: đến| tới)?(?: hàng| số)?(?: đơn vị| nguyên)?\s*\W*$|\bsố nguyên\b")
_CHANGING = re.compile(r"\b(?:tăng|giảm|thay đổi|biến động)\b")
_AVERAGE = re.compile(r"\b(?:trung bình|bình quân|chia đều)\b")
# "Thu nhập bình quân đầu người" is the name of a figure, nothing that is to be shared out.
_NAMED_AVERAGE = re.compile(
    r"\b(?:thu nhập|năng suất|(?:đơn )?giá|điểm|lương|tuổi|nhiệt độ|lượng mưa)(?: [^\W\d_]+){0,3}?"
    r" (?:trung bình|bình quân)"
    r"|\bbình quân đầu người\b|\btrung bình nhiều năm\b"
)
_FOR_EACH = re.compile(r"\bmỗi\s+(?!ngày|tuần|tháng|quý|năm)[^?]{3,60}\b(?:bao nhiêu|mấy)\b")
_RATIO = re.compile(rf"\b(?:gấp|bằng|hơn|kém|cao gấp|lớn gấp)\s+(?:khoảng\s+)?{HOW_MANY}\s+lần\b|\bgấp\s+{HOW_MANY}\b")
_COMPARED_TIMES = re.compile(rf"\b(?:gấp|hơn|kém)\b[^?]{{1,60}}\b{HOW_MANY} lần\b")
# "Còn ế", "còn tồn": a word that says how what is left stands.
_HOW_LEFT = r"(?:lại|thiếu|hụt|ế|tồn|tồn đọng|đọng|nợ|dư|sót|trống|vướng|treo|chờ)"
_LEFT = re.compile(
    rf"\b(?:còn|còn {_HOW_LEFT})\s+(?:khoảng\s+)?{HOW_MANY}\b|{HOW_MANY}\b[^?]*\bchưa\s+\w"
    rf"|\bchưa\s+\w[^?]*\b{HOW_MANY}\b|\b(?:thiếu|hụt)\s+(?:mất\s+)?{HOW_MANY}\b"
)
_DIFFERENCE = re.compile(
    r"\b(?:hơn|kém)\b|\b(?:tăng|giảm)(?: thêm| lên| đi)?\b[^?]{0,20}\b(?:bao nhiêu|mấy)\b"
    r"|\bchênh(?: lệch| nhau)?\b|\bcách biệt\b"
)
_GAINED = re.compile(
    rf"\b(?:thêm|bớt|ít đi|nhiều lên)\s+(?:được\s+|mất\s+|khoảng\s+)?{HOW_MANY}\b|\bmất\s+(?:đi\s+)?{HOW_MANY}\b"
)
_THAN_BEFORE = re.compile(r"\bso với\b|\bnăm (?:trước|ngoái)\b|\btrước (?:đây|đó|kia)\b")
_GATHERED = re.compile(r"\b(?:cộng lại|gộp lại|cộng chung|tổng cộng|cả thảy)\b")
_LEFT_OUT = re.compile(
    r"(?:(?:^\W*|[,;:] )(?:(?:nếu|tính|vậy|thế) )*ngoài(?! ra\b| trời\b| tỉnh\b| nước\b| việc\b)"
    r"|(?<!phòng )(?<!loại )(?<!diệt )(?<!khấu )(?<!bài )\b(?:ngoại )?trừ(?: đi| bớt)?(?! khi\b| phi\b)"
    r"|\b(?:không|chưa|chẳng) (?:kể|tính|gồm|bao gồm)(?: đến| tới| cả)?|\bkhông thuộc)\s+"
    rf"(?P<part>.+?)(?=\s+ra\b|\s+thì\b|,|\s+(?:còn|có|các|những|ước|là)\s+(?:[^?]*\s)?{HOW_MANY}\b|\s+{HOW_MANY}\b|\W*$)"
)
_NOT_SO = re.compile(
    rf"\b{HOW_MANY}\s+(?:[^\W\d_]+\s+){{1,4}}?không\s+(?!kể|tính|thuộc|còn)(?:được\s+|phải\s+(?:là\s+)?)?(?P<part>[^?.,;]{{6,}})"
)
_PLACE_OF_PART = re.compile(r"^(?:phần|số|khoản|tiền|nguồn|của)(?:\s(?:của|vốn|tiền))?\s+(?=\S)")
_RATE_ASKED = re.compile(r"\btheo (?:định mức|đơn giá|mức|giá|suất)\b")
_BEFORE_NOW = re.compile(r"\b(?:năm ngoái|(?:năm|năm học|kỳ|vụ) trước|cùng kỳ)\b")
_SUM = re.compile(
    r"\b(?:tổng|cộng|cả thảy|tất cả|gộp|gom|dồn)\b|\bcả\b.{1,60}\b(?:và|lẫn)\b|\b(?:và|lẫn)\b.{1,60}\bcả thảy\b"
)


def asked_operation(question: str) -> Operation | None:
    """Return what a question wants worked out, or None. A question for the figure of a year may be ``earlier``."""
    text = normalise(with_plural_told(question))
    if not _ASKS_FIGURE.search(text):
        return "average" if re.search(r"\b(?:trung bình|bình quân)\s+(?:mỗi|một)\b", text) else None
    if _PERCENT.search(text) or _PART.search(text):
        return "change" if _CHANGING.search(text) else "share"
    if _RATIO.search(text) or _COMPARED_TIMES.search(text):
        return "ratio"
    if left_out(text):
        return "rest"
    if _AVERAGE.search(_NAMED_AVERAGE.sub(" ", text)):
        return "average"
    return _added_or_taken(text)


def _added_or_taken(text: str) -> Operation | None:
    if _LEFT.search(text) and not (_GATHERED.search(text) and not re.search(r"\bcòn\b", text)):
        return "remainder"
    if _DIFFERENCE.search(text):
        return "difference"
    if _SUM.search(text) or _RATE_ASKED.search(text):
        return "sum"
    if _GAINED.search(text) and _THAN_BEFORE.search(text):
        return "difference"
    if _FOR_EACH.search(text):
        return "average"
    return "earlier" if YEAR.search(text) or _BEFORE_NOW.search(text) else None


def left_out(question: str) -> str:
    """Return, normalised, the part that a question leaves out of what it asks for ("trừ Tân Uyên ra"), or ""."""
    text = normalise(question)
    found = _LEFT_OUT.search(text) or _NOT_SO.search(text)
    return _PLACE_OF_PART.sub("", found["part"].strip()) if found else ""


def asked_decimals(question: str) -> int | None:
    """Return how many decimals a question wants of a result ("lấy một số lẻ", "làm tròn"); None where it says none."""
    text = normalise(question)
    if match := _DECIMALS.search(text):
        said = match["count"]
        return _COUNTS.index(said) if said in _COUNTS else int(said)
    return 0 if _ROUNDED.search(text) else None


def asks_percent(question: str) -> bool:
    """Tell whether a share or change in percent is asked for, which a text need not state to answer."""
    return asked_operation(question) in ("share", "change")
