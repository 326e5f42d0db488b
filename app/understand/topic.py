"""What a question is about, without what it asks: "Tam Đường trồng mấy ha hoa?" is about "Tam Đường trồng hoa".

Knows the language, nothing of the reports.
"""

import re

from app.understand.words import leading_nouns

_TAIL = re.compile(r"(?:[\s,]+(?:ạ|vậy|thế|nhỉ|hả|nhé|đấy|cơ|bạn|em|anh|chị))*[\s?.!…]*$", re.IGNORECASE)
_REQUEST = re.compile(
    r"^\W*(?:(?:thế còn|vậy còn|còn|thế thì|thế|vậy thì|vậy|rồi|và|xin|hãy|làm ơn|cho (?:tôi |mình |em )?(?:biết|hỏi)"
    r"|kể tên|liệt kê|nêu(?: tên)?|kể(?: ra)?)[\s,:]+)+(?=\w)",
    re.IGNORECASE,
)
_WHY = re.compile(r"^\W*(?:vì sao|tại sao|cớ sao|sao lại|lý do gì|do đâu(?: mà)?)\s+", re.IGNORECASE)
_WHETHER = re.compile(r"(?P<is>\bcó\b.+?)\s*,?\s*(?:hay\s+)?(?:không|chưa)$", re.IGNORECASE)
_CONFIRMED = re.compile(
    r"(?<!\s)(?:\s*,)?\s*(?:có )?(?:phải không|đúng không|hay không|được không|hay chưa)(?=\s*(?:,|$))", re.IGNORECASE
)
_UNITS = "kg|tấn|tạ|lít|ha|km|mét|đồng|triệu đồng|tỷ đồng|phần trăm|%"
# "…, bao nhiêu?", "… là bao nhiêu?", "… ở đâu?": the end asks; what is counted in it stays.
_END = re.compile(
    r"(?:\s*,)?\s*\b(?:(?:thì|là|được|hết|vào|đạt|tổng cộng)\s+)*"
    rf"(?:(?:bao nhiêu|mấy)(?: (?:{_UNITS}|người))?"
    r"|bao lâu|(?:ở |tại |từ |do )?đâu|(?:vào )?(?:khi|lúc|hôm) nào|bao giờ|(?:của |do |là |những )*ai"
    r"|(?:như )?thế nào|ra sao|sao|(?:là |gồm |có |làm )*(?:những )?gì)$",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"(?P<before>^\W*(?:(?:có|là|được)\s+)?)?\b(?:bao nhiêu|mấy)\s+"
    rf"(?:(?:{_UNITS})\s+)?(?=\w)",
    re.IGNORECASE,
)
_COUNTED_LAST = re.compile(r"(?<=\w)\s+(?:thì |có |là |được )*(?:bao nhiêu|mấy)\s+[^\W\d_]+$", re.IGNORECASE)
_WHICH = re.compile(r"\s+(?:nào|gì)(?=\s*(?:[,;?.]|$)|\s+\w)", re.IGNORECASE)
_WHO = re.compile(r"^\W*(?:những ai|ai)\s+(?:là\s+)?", re.IGNORECASE)
_YEAR_TOLD = re.compile(r"[\s,]*\b(?:(?:trong |vào )?(?:năm|đợt|kỳ|lần)\s+)?(?:19|20)\d\d\b", re.IGNORECASE)
_ADVERB = re.compile(r"\s+(?:rốt cuộc|cuối cùng|thực ra|thật ra|hiện nay|hiện tại|vừa rồi|vừa qua)$", re.IGNORECASE)
_NO_THING = re.compile(
    r"\b(?:nào|gì|ai|sao|đâu|bao nhiêu|mấy)\b|^(?:(?:mỗi|từng|trong|vào|\d+)\s+)+(?:ngày|tuần|tháng|quý|năm)\b|^\W*$",
    re.IGNORECASE,
)
LEAST = 2
"""Syllables that a topic has at least; a question with less left is its own topic."""


def topic_of(question: str) -> str:
    """Return what a question is about; the question itself where hardly anything is left without what asks."""
    bare = _TAIL.sub("", question.strip())
    said = _WHY.sub("", _REQUEST.sub("", bare))
    said = _CONFIRMED.sub("", said)
    whether = _WHETHER.fullmatch(said) or _WHETHER.search(said)
    if whether and whether.end() == len(said):
        said = f"{said[: whether.start()]}{whether['is']} hay không"
    else:
        said = _WHO.sub("", _WHICH.sub("", _COUNT.sub("", _END.sub("", _END.sub("", said)))))
    said = " ".join(said.split()).strip(" ,:;")
    if len(said.split()) < LEAST:
        return bare
    return said[:1].upper() + said[1:]


def aside_of(question: str) -> str:
    """Return what a question adds to a topic, without what is counted at its end: "mầm non" of "mầm non mấy người?"."""
    bare = _TAIL.sub("", question.strip())
    return topic_of(_COUNTED_LAST.sub("", bare) or bare)


def thing_of(question: str) -> str:
    """Return the thing that a question opens with, without its year, or "" where it opens otherwise.

    "Hội chợ Sâm năm 2022 có chủ đề gì?" opens with "Hội chợ Sâm"; one that opens with "Có bao nhiêu …" with no thing.
    """
    said = _REQUEST.sub("", _TAIL.sub("", question.strip()))
    opening = leading_nouns(said)
    if _WHICH.match(said[len(opening) :]):
        return ""
    thing = _ADVERB.sub("", " ".join(_YEAR_TOLD.sub("", opening).split()).strip(" ,"))
    return "" if _NO_THING.search(thing) else thing


def under(topic: str, asked: str) -> str:
    """Return one question that asks something of a topic: "Hội chợ Sâm: chủ đề là gì?"."""
    said = asked.strip().rstrip(" ?.!…")
    return f"{topic}: {_small(said)}?"


def _small(text: str) -> str:
    """Return a clause as it stands inside a sentence; a name keeps its capital."""
    first, _, rest = text.partition(" ")
    named = first[1:].lower() != first[1:] or rest[:1].isupper() or (len(first) < LEAST and first.isascii())
    return text if named else text[:1].lower() + text[1:]
