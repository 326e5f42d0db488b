"""What "huyện đó", "công ty này" refers to: the only such thing that an answer or a question named. Language only."""

import re
from itertools import takewhile

from app.understand.ellipsis import asked_of_year, without_opening
from app.understand.topic import thing_of

_CLASSES = (
    "huyện|xã|tỉnh|thành phố|quận|phường|thị trấn|thị xã|bản|thôn|công ty|doanh nghiệp|hợp tác xã|htx|bệnh viện|trường|"
    "viện|trung tâm|sở|phòng|ban|hiệp hội|hội|ngân hàng|nhà máy|cơ quan|hồ|dự án|chương trình|mô hình|câu lạc bộ|hãng"
)
_REFERENCE = re.compile(rf"\b(?P<kind>{_CLASSES})\s+(?:đó|này|ấy|đấy|kia|trên)(?=\W|$)", re.IGNORECASE)
# "bản nào của huyện được khảo sát": the district named just before; "của tỉnh" is the one whose report it is.
_BARE = re.compile(
    rf"\b(?P<of>của|thuộc|ở|tại|trong)\s+(?P<kind>{_CLASSES})(?=\s+(?:được|có|đã|đang|sẽ|là|mở|do|gồm|thì)\b|\s*[,?.]|$)",
    re.IGNORECASE,
)
_OWN = "tỉnh"
_THERE = re.compile(r"\b(?:(?:ở|tại) (?:đó|đấy|chỗ ấy|nơi đó|nơi ấy)|nơi (?:đó|ấy|này))(?=\W|$)", re.IGNORECASE)
_EVENT = re.compile(
    r"\b(?:việc|sự kiện|chương trình|hội chợ|lễ hội|ngày hội|hoạt động|kế hoạch|đề án|mô hình|cuộc thi|giải"
    r"|chiến dịch|đợt|vụ) (?:đó|này|ấy|đấy|nói trên)(?=\W|$)",
    re.IGNORECASE,
)
_THAT = re.compile(r"\b(?<!trong )(?:cái|việc|khoản|vụ|(?:con )?số|số tiền) (?:này|đó|ấy|đấy)(?=\W|$)", re.IGNORECASE)
_QUOTE = re.compile(r"“([^”]+)”")
# A quote that begins so is a piece of a clause.
_PART = re.compile(r"(?:tại|ở|do|vì|và|với|từ|cho|của|để|nhằm|tuy nhiên|nên|trong|còn|đã|là|dự kiến)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"^\W*(?:họ|nó|chúng|bên (?:đó|ấy)|mấy (?:nơi|chỗ|bên) (?:đó|ấy))(?=\s)", re.IGNORECASE)
_ACTS = re.compile(
    rf"(?:các|những|mấy|hai|ba|cả|toàn|mỗi|\d+|{_CLASSES}|công an|ubnd|ủy ban|hđnd|bộ|cục|chi cục|báo|đài"
    r"|ngành|người|cán bộ)\b",
    re.IGNORECASE,
)
LEAST, FEW = 2, 8
"""Syllables of what an event is called, at least; of a quote that may stand for "cái này", at most."""
_PLACES = "huyện|xã|tỉnh|thành phố|quận|phường|thị trấn|thị xã|bản|thôn"
_ASKS_PLACE = re.compile(rf"\b(?:đâu|(?:nơi|chỗ|{_PLACES}) nào)\b", re.IGNORECASE)


def with_reference_named(text: str, reply: str, question: str) -> str | None:
    """Return a question with "huyện đó" exchanged for the only district that was named; None where none is sure.

    The answer counts before the question that it answers. "Ở đó" is a place only where the question asked for one.
    """
    match = _REFERENCE.search(text)
    if match:
        named = _only(match["kind"], reply) or _only(match["kind"], question)
        return _in_place(text, match, named) if named else None
    there = _THERE.search(text)
    if there and _ASKS_PLACE.search(question):
        named = _only(_PLACES, reply)
        return _in_place(text, there, f"ở {named}") if named else None
    return None


def with_thing_named(text: str, question: str) -> str | None:
    """Return a question with "việc đó", "sự kiện này" exchanged for what the question before opens with, or None.

    What opens with who acts ("Huyện Than Uyên mở …") or with several is not the event that is meant.
    """
    match = _EVENT.search(text)
    thing = thing_of(question) if match else ""
    if not match or len(thing.split()) < LEAST or _ACTS.match(thing) or thing.istitle():
        return None  # "Than Uyên" alone is who acts
    return _in_place(text, match, thing)


def with_agent_named(text: str, question: str) -> str | None:
    """Return a question that "họ", "nó" opens with those named whom the question before opens with, or None."""
    match = _SUBJECT.match(text)
    thing = thing_of(question) if match else ""
    return f"{thing[:1].upper()}{thing[1:]}{text[match.end() :]}" if match and len(thing.split()) >= LEAST else None


def with_year_of_thing(text: str, question: str) -> str | None:
    """Return "còn đợt 2022 thì khảo sát ở đâu?" as asked of the thing that the question before opens with, or None."""
    thing = thing_of(question) if asked_of_year(text) else ""
    return f"{thing} {without_opening(text)}" if thing else None


def with_quote_named(text: str, reply: str) -> str | None:
    """Return a question with "cái này", "số đó" exchanged for the few words that the answer quoted, or None."""
    quotes = _QUOTE.findall(reply)
    match = _THAT.search(text)
    if not match or len(quotes) != 1 or not LEAST <= len(quotes[0].split()) <= FEW or _PART.match(quotes[0]):
        return None
    return _in_place(text, match, quotes[0].strip(" .,;…"))


def with_bare_kind_named(text: str, before: str) -> str:
    """Return a later part of a question with "của huyện" as "của huyện Tam Đường", the only one named before."""

    def named(match: re.Match[str]) -> str:
        only = "" if match["kind"].lower() == _OWN else _only(match["kind"], before)
        return f"{match['of']} {only or match['kind']}"

    return _BARE.sub(named, text)


def _only(kinds: str, text: str) -> str:
    """Return the only thing of a kind that a text names, with its kind ("huyện Tam Đường"), or ""."""
    distinct: dict[str, str] = {}
    for match in re.finditer(rf"(?<!\w)(?P<kind>{kinds})\s+", text, re.IGNORECASE):
        run = takewhile(lambda word: word[0].isupper(), re.findall(r"[^\W\d_]+|\S", text[match.end() :]))
        name = " ".join(run)
        if name:
            distinct[name] = f"{match['kind'].lower()} {name}"
    return next(iter(distinct.values())) if len(distinct) == 1 else ""


def _in_place(text: str, match: re.Match[str], named: str) -> str:
    changed = text[: match.start()] + named + text[match.end() :]
    return changed[:1].upper() + changed[1:]
