"""Which item of the list that was answered last is meant by "cái thứ hai", "khoản sau". Knows answers, no report."""

import re
from collections.abc import Sequence

from app.understand.ellipsis import asks, bare_slot

_KINDS = (
    r"cái|khoản|mục|ý|điểm|việc|nhiệm vụ|nội dung|nơi|chỗ|bên|nguồn|nước|nhóm|loại|dự án|công trình|xã|huyện|tỉnh|vụ"
    r"|sự cố|sự kiện|bệnh viện|công ty|đơn vị|trường|lớp|tuyến|người|mặt hàng|số|lý do|nguyên nhân|giải pháp"
)
_PLACES = {"nhất": 0, "đầu": 0, "hai": 1, "nhì": 1, "ba": 2, "tư": 3, "bốn": 3, "năm": 4, "sáu": 5, "sau": -1}
_ORDINAL = re.compile(
    rf"\b(?P<kind>{_KINDS})\s+(?:(?:thứ|số)\s+(?P<nth>nhất|hai|nhì|ba|tư|bốn|năm|sáu|[1-9])"
    r"|(?P<first>đầu(?: tiên)?|trước(?= (?:thì|tiên)))|(?P<last>cuối(?: cùng)?|sau(?: cùng)?|còn lại))(?!\s*\d)"
    r"(?=\s*(?:\W|$)|\s+\w)",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"“([^”]+)”")
_PLACE_TOLD = re.compile(r"\s*(?:\[\d+\]|\((?:mục|chú thích)[^)]*\))", re.IGNORECASE)
# What introduces a list; the first of these that stands in a sentence does.
_LEADS = tuple(re.compile(rf"^.*?{lead}") for lead in (r":\s", r"\bgồm(?: có)? ", r"\btrong đó(?: có)? ", r"\blà "))
_SEAM = re.compile(r",\s+(?=\S)|\s+và\s+(?=[A-ZĐÀ-Ỹ\d])")
_NAMED = frozenset(("nước", "xã", "huyện", "tỉnh", "công ty", "bệnh viện", "trường", "đơn vị"))
_CAPITAL = re.compile(r"(?<=\s)[A-ZĐÀ-Ỹ]")
_TELLS_ON = re.compile(
    r"(?:dự kiến|trong đó|với|đạt|chiếm|tăng|giảm|so với|bằng|để|nhằm|từ đó|qua đó|đồng thời|hiện|đến|nên|do|vì|đã"
    r"|sẽ)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"(?:Năm|Trong|Đến|Ngày|Tháng|Quý|Từ|Sau|Trước|Theo|Qua|Hiện|Ngoài)\b")
# "với tổng kinh phí 320 triệu đồng, dự kiến …": what is told of an item, not what it is.
_TOLD_OF_IT = re.compile(
    r",?\s+(?:với|dự kiến|trị giá|hết|trong đó)\s|\s*\(|(?<=\w\w)(?<!^)\s+\d[\d.,/]*(?:%|\s+[^\W\d_]+){0,2}$",
    re.IGNORECASE,
)
MOST, SHORT = 16, 10
"""Syllables of an item at most: of one that is introduced or set off by semicolons, and of any other."""


def with_item_named(text: str, replies: Sequence[str], before: str) -> str | None:
    """Return a question with "cái thứ hai" exchanged for the second thing of the last list in the answers, or None.

    Where that is all it says, what was asked ``before`` of another thing of the list is asked of this one.
    """
    match = _ORDINAL.search(text)
    listed = next((found for reply in reversed(replies) if (found := items_of(reply))), []) if match else []
    if not match or not -len(listed) <= _position(match) < len(listed):
        return None
    if match["kind"].lower() in _NAMED and not all(_CAPITAL.search(one) for one in listed):
        return None
    item = listed[_position(match)]
    if not asks(bare_slot(text)):
        for other in listed:
            at = before.lower().find(other.lower())
            if at >= 0 and other != item:
                return _opened(f"{before[:at]}{item}{before[at + len(other) :]}")
    return _opened(f"{text[: match.start()]}{item}{text[match.end() :]}")


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]


def _position(match: re.Match[str]) -> int:
    if match["last"]:
        return -1
    if match["first"]:
        return 0
    nth = match["nth"].lower()
    return int(nth) - 1 if nth.isdigit() else _PLACES[nth]


def items_of(reply: str) -> list[str]:
    """Return the things that an answer lists, each as it is called; [] where it lists none.

    Quotes beside one another are items; so are the parts of one sentence between semicolons, or else commas.
    """
    quotes = _QUOTE.findall(reply)
    if len(quotes) > 1 and all(len(quote.split()) > 1 for quote in quotes):
        return [_called(quote) for quote in quotes]
    said = _PLACE_TOLD.sub("", quotes[0] if len(quotes) == 1 and len(quotes[0]) > len(reply) / 2 else reply)
    lines = [_enumerated(line) for line in re.split(r"(?<=[.!?])\s+", said)]
    return max(lines, key=len, default=[])


def _enumerated(sentence: str) -> list[str]:
    inner = re.search(r"\(([^()]*[,;][^()]*)\)\s*[.…]*$", sentence)
    led = next((told for lead in _LEADS if (told := lead.search(sentence)) and _parted(sentence[told.end() :])), None)
    listed = inner[1] if inner else sentence[led.end() :] if led else sentence
    clause = listed.partition(";")[0]
    if led and ":" not in led.group() and "," in clause:
        listed = clause
    set_off = [part for part in re.split(r"\s*;\s*", listed.rstrip(" .…")) if part]
    parts = set_off if len(set_off) > 1 else [part for part in _SEAM.split(listed.rstrip(" .…")) if part]
    called = [_called(part) for part in parts]
    most = MOST if inner or led or len(set_off) > 1 else SHORT
    alike = all(1 <= len(one.split()) <= most and not (_WHEN.match(one) or _TELLS_ON.match(one)) for one in called)
    return called if len(called) > 1 and alike else []


def _parted(text: str) -> bool:
    return "," in text or ";" in text


def _called(item: str) -> str:
    """Return what an item is called: "huyện Mường Tà" of "huyện Mường Tà 07 bản"."""
    said = re.sub(r"^(?:\(?\d+\)|[-–+]|[a-zđ]\))\s*", "", item.strip(" .,;"))
    cut = _TOLD_OF_IT.search(said)
    named = said[: cut.start()] if cut and cut.start() else said
    return named.strip(" .,;()")
