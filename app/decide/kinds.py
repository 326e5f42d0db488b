"""Does a text hold the kind of thing a question asks for: a figure, a date, a reason, a list, a name? Language only."""

import re
from collections.abc import Callable
from itertools import pairwise

from app.understand.function_words import FUNCTION_WORDS
from app.understand.quantities import quantities
from app.understand.question import Kind, Question
from index.syllables import normalise

_NAMING_FIGURE = re.compile(r"\b(?:số|lớp|thứ|khóa|quý|tháng|đề án|kế hoạch số) (?:mấy|bao nhiêu|nào)\b")
_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|\b(?:năm|tháng|quý)\s+(?:\d+|[ivx]+)\b|\b(?:19|20)\d\d\b", re.IGNORECASE)
_REASON = re.compile(r"\b(?:do|vì|bởi|nhờ|nhằm|để|căn cứ|theo nhu cầu|từ đó|qua đó)\b", re.IGNORECASE)
# What a sentence says that an action led to, or was to lead to.
_EFFECT = re.compile(
    r"\b(?:từ đó|qua đó|nhờ (?:đó|vậy)|kết quả|góp phần|nhằm|giúp|tạo điều kiện|nâng cao|tăng cường|thu hút|đáp ứng|"
    r"giảm|tiết kiệm)\b",
    re.IGNORECASE,
)
_LIST = re.compile(r"[,;][^,;]+[,;]|:\s|\bvà\b")
_NUMBER_LINE = re.compile(r"^Số\s*:.{0,20}/")
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_ORGANISATION_HEADS = frozenset({"cơ quan", "đơn vị", "tổ chức", "ngành", "ai"})
_PLACE_HEADS = frozenset({"xã", "huyện", "quận", "tỉnh", "phường", "bản", "thôn"})
_PLURAL_PLACES = re.compile(r"\b(?:xã|huyện|quận|tỉnh|phường|bản|thôn|địa phương)\s*:\s")
_ORGANISATION = re.compile(
    r"\b(?:Trung tâm|Sở|Bộ|Ban|Cục|Chi cục|Tổng cục|Phòng|Công an|UBND|Ủy ban|Hiệp hội|Hội|Trường|Bệnh viện|Viện|Đài|"
    r"Công ty|Tổng Công ty|Nhà xuất bản|Ngành|ngành|Quỹ|Ngân hàng|Chi nhánh)\s+\w"
)


def enumerates(text: str) -> bool:
    """Tell whether a text lists things."""
    return bool(_LIST.search(text))


def holds_name(text: str) -> bool:
    """Tell whether a text has two capitalised words side by side."""
    words = list(_WORD.finditer(text))
    return any(
        left.group()[0].isupper() and right.group()[0].isupper() and text[left.end() : right.start()].isspace()
        for left, right in pairwise(words)
    )


_TESTS: dict[Kind, Callable[[str], bool]] = {
    "effect": lambda text: bool(_EFFECT.search(text)),
    "date": lambda text: bool(_DATE.search(text)),
    "reason": lambda text: bool(_REASON.search(text)),
    "list": enumerates,
    "entity": holds_name,
}


def holds_kind(question: Question, text: str) -> bool:
    """Tell whether a text holds the first kind of thing asked for; a figure must count something, not only name it."""
    first = next((kind for kind in question.kinds if kind != "yes-no"), None)
    if first is None:
        return True
    if first == "figure" and _NUMBER_LINE.match(text):
        return True  # a blank number is an answer too: the original leaves it blank
    if first == "figure":
        naming = _NAMING_FIGURE.search(question.asked)
        return any(char.isdigit() for char in text) if naming else bool(quantities(text))
    return _TESTS[first](text)


def kind_fit(question: Question, text: str) -> float:
    """Return 1 where a text holds what is asked for, a half where it names none of it: "huyện nào" wants a district."""
    fits = float(holds_kind(question, text))
    if question.heads and question.asks_names:
        named = any(_names_head(head, text) for head in question.heads)
        return (fits + float(named)) / 2
    return fits


def names_no_place(question: Question, text: str) -> bool:
    """Tell whether "xã nào", "huyện nào" is asked of a text that names no such place, nor any place in a list."""
    heads = [_without_function_word(head) for head in question.heads]
    heads = [head for head in heads if head in _PLACE_HEADS]
    return bool(heads) and not any(_names_head(head, text) or _PLURAL_PLACES.search(text) for head in heads)


def _without_function_word(head: str) -> str:
    """Return "xã" for "tại xã"."""
    first, _, rest = head.partition(" ")
    return rest if rest and first in FUNCTION_WORDS else head


def _names_head(head: str, text: str) -> bool:
    """Tell whether a text names a thing of this kind: "huyện Tam Đường", or an organisation for "cơ quan nào"."""
    if head in _ORGANISATION_HEADS:
        return bool(_ORGANISATION.search(text))
    spelled = normalise(text)
    places = [m.end() for m in re.finditer(rf"\b{re.escape(head)}\s+[“\"]?", spelled)]
    return len(spelled) == len(text) and any(end < len(text) and text[end].isupper() for end in places)
