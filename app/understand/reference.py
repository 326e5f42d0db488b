"""What "huyện đó", "công ty này" refers to: the only such thing that an answer or a question named. Language only."""

import re
from itertools import takewhile

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
