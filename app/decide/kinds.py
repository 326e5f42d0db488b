"""Does a text hold the kind of thing a question asks for: a figure, a date, a reason, a list, a name? Language only."""

import re
from collections.abc import Callable
from itertools import pairwise

from app.understand.function_words import FUNCTION_WORDS
from app.understand.number_words import in_digits
from app.understand.quantities import quantities
from app.understand.question import Kind, Question
from index.syllables import normalise

_NAMING_FIGURE = re.compile(r"\b(?:số|lớp|thứ|khóa|quý|tháng|đề án|kế hoạch số) (?:mấy|bao nhiêu|nào)\b")
_DATE = re.compile(
    r"\d{1,2}/\d{1,2}/\d{4}|\bngày \d{1,2}/\d{1,2}\b|\b(?:năm|tháng|quý)\s+(?:\d+|[ivx]+)\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
# A moment told by another one: "sau 15 ngày kể từ ngày ký", "kể từ khi bắt đầu sản xuất".
_COUNTED_FROM = re.compile(
    r"\bkể từ (?:khi|ngày)\b|\btừ ngày ký\b"
    r"|\b(?:sau|trước|trong)(?: vòng| thời hạn| thời gian)? (?:ít nhất )?\d+ (?:ngày|tuần|tháng|năm|giờ)\b",
    re.IGNORECASE,
)
# "Khi nào … được thôi việc?" asks under which condition somebody may; what has a condition has no date.
_ASKS_WHEN_ALLOWED = re.compile(
    r"\b(?:khi nào|lúc nào|bao giờ)\b.*\b(?:được(?! (?:khởi|tổ chức|thành lập|ban hành|ký|xây))|phải|bị|có thể"
    r"|có quyền|cần|không)\b"
)
_CONDITION = re.compile(r"\b(?:trường hợp|nếu|điều kiện|khi(?! (?:nào|đó)))\b", re.IGNORECASE)
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
ANY_PLACE_HEADS = frozenset({"nơi", "chỗ", "điểm", "địa điểm", "địa phương", "địa bàn", "khu vực"})
"""The nouns of "những nơi nào", which wants places of whatever kind."""
_ANY_PLACE = re.compile(
    r"\b(?i:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|bản|thôn|khu(?: [^\W\d_]+){0,2})\s+[“\"]?"
    r"(?=[^\W\d_])(?P<first>\w)"
)
_PLURAL_PLACES = re.compile(r"\b(?:xã|huyện|quận|tỉnh|phường|bản|thôn|địa phương)\s*:\s")
_BODY = (
    r"\b(?:Trung tâm|Sở|Bộ|Ban|Cục|Chi cục|Tổng cục|Phòng|Công an|UBND|Ủy ban|Hiệp hội|Hội|Trường|Bệnh viện|Viện|Đài|"
    r"Công ty|Tổng Công ty|Nhà xuất bản|Ngành|ngành|Quỹ|Ngân hàng|Chi nhánh)\s+\w"
)
_ORGANISATION = re.compile(_BODY)
_ORGANISATIONS = re.compile(rf"(?:{_BODY}[^,;.:]*[,;]\s+){{2}}")


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


def lists_names(text: str) -> bool:
    """Tell whether an enumeration goes on with items that open with a capital: "Bệnh viện Nhi, Bệnh viện Mắt"."""
    _, *later = (item.strip() for item in re.split(r"[,;:]|\bvà\b", text))
    return any(" " in item and item[0].isupper() for item in later)


def lists_organisations(text: str) -> bool:
    """Tell whether a text lists three organisations or more: "Bệnh viện Nhi, Bệnh viện Mắt, Bệnh viện Tim"."""
    return bool(_ORGANISATIONS.search(text))


def asks_condition(question: str) -> bool:
    """Tell whether a canonical question asks when something is allowed or due, which a condition answers."""
    return bool(_ASKS_WHEN_ALLOWED.search(question))


def tells_moment(text: str) -> bool:
    """Tell whether a text dates something, or tells when by what it is counted from."""
    return bool(_DATE.search(text)) or counted_from(text)


def counted_from(text: str) -> bool:
    """Tell whether a text tells a moment by the time from another one: "sau mười lăm ngày, kể từ ngày ký"."""
    return bool(_COUNTED_FROM.search(in_digits(text)))


_ASKS_DEFINITION = re.compile(
    r"\b(?:thế nào (?:là|thì (?:gọi|coi) là|(?:thì )?được (?:gọi|coi|hiểu) là)|nghĩa là gì|được hiểu|định nghĩa"
    r"|khái niệm)\b"
    r"|^[^?,;]{2,60} là gì\W*$"
)
# Scanned "l" is read as "1".
_OPENS_DEFINITION = re.compile(r"\s*(?P<thing>(?:[^\W\d_]+ ){1,8}?)(?:là|1 ?à|được hiểu là|gồm|bao gồm) ")


_TESTS: dict[Kind, Callable[[str], bool]] = {
    "effect": lambda text: bool(_EFFECT.search(text)),
    "date": tells_moment,
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
        return any(char.isdigit() for char in text) if naming else bool(quantities(in_digits(text)))
    if first == "date" and asks_condition(question.asked) and _CONDITION.search(text):
        return True
    return _TESTS[first](text)


def holds_asked_figure(question: Question, text: str) -> bool:
    """Tell whether a figure or a date is what is asked for first, and a text holds one."""
    return question.kinds[:1] in (("figure",), ("date",)) and holds_kind(question, text)


def defines(question: Question, text: str) -> bool:
    """Tell whether it is asked what something is, and a text opens by saying so; ``text`` is canonical syllables."""
    told = _OPENS_DEFINITION.match(text) if _ASKS_DEFINITION.search(question.asked) else None
    return told is not None and any(f" {word.text} " in f" {told['thing']} " for word in question.words)


# "Do ai chi", "do tổ chức nào nhận".
_ASKS_AGENT = re.compile(r"\b(?:do|bởi) (?:ai|(?:[^\W\d_]+ ){1,2}nào) (?:đã |sẽ |đang )?(?P<deed>[^\W\d_]+)")
_TELLS_DOER = re.compile(r"\b(?:do|bởi) (?!đó\b|vậy\b)[^\W\d_]")
DOER_SAID = 1.5
"""What "do Sở Y tế chi trả" counts where it is asked who pays; a text that only has names counts a half."""


def agent_missing(question: Question, text: str) -> bool:
    """Tell whether it is asked by whom something is done, and a text names neither an organisation nor anybody.

    "Do cả hai địa phương tổ chức" tells by whom without a name.
    """
    if not _ASKS_AGENT.search(question.asked):
        return False
    return not (holds_name(text) or _ORGANISATION.search(text) or _TELLS_DOER.search(text))


def _agent_fit(deed: str, text: str) -> float:
    told = re.search(rf"\b(?:do|bởi) [^\W\d_][^,.;:]* {re.escape(deed)}\b", normalise(text))
    return DOER_SAID if told and holds_name(text) else float(holds_name(text)) / 2


def kind_fit(question: Question, text: str) -> float:
    """Return 1 where a text holds what is asked for, a half where it names none of it: "huyện nào" wants a district."""
    if question.kinds[:1] == ("entity",) and (agent := _ASKS_AGENT.search(question.asked)):
        return _agent_fit(agent["deed"], text)
    fits = float(holds_kind(question, text))
    if question.heads and question.asks_names:
        named = any(names_head(head, text) for head in question.heads)
        return (fits + float(named)) / 2
    return fits


def names_no_place(question: Question, text: str) -> bool:
    """Tell whether "xã nào", "huyện nào" is asked of a text that names no such place, nor any place in a list."""
    heads = [_without_function_word(head) for head in question.heads]
    heads = [head for head in heads if head in _PLACE_HEADS]
    return bool(heads) and not any(names_head(head, text) or _PLURAL_PLACES.search(text) for head in heads)


def _without_function_word(head: str) -> str:
    """Return "xã" for "tại xã"."""
    first, _, rest = head.partition(" ")
    return rest if rest and first in FUNCTION_WORDS else head


def names_head(head: str, text: str) -> bool:
    """Tell whether a text names a thing of this kind: "huyện Tam Đường", or an organisation for "cơ quan nào"."""
    if head in _ORGANISATION_HEADS:
        return bool(_ORGANISATION.search(text))
    if head in ANY_PLACE_HEADS:
        return any(match["first"].isupper() for match in _ANY_PLACE.finditer(text))
    spelled = normalise(text)
    places = [m.end() for m in re.finditer(rf"\b{re.escape(head)}\s+[“\"]?", spelled)]
    return len(spelled) == len(text) and any(end < len(text) and text[end].isupper() for end in places)
