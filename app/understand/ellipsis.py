"""What a follow-up leaves out, by its words alone: openings, pronouns, changes of topic, years told by other years.

Knows the language, nothing of the reports.
"""

import re

from app.understand.quantities import YEAR
from app.understand.words import opens_with_noun, opens_with_verb

_INTERJECTION = re.compile(
    r"^\W*(?:(?:à|ừ|ờ|ừm|ok|oke|okay|vâng|dạ|thôi|hay quá|được rồi|rồi|c[ảá]m ơn(?: bạn)?)[\s,.!…]+)+"
    r"(?=\w)",
    re.IGNORECASE,
)
_OTHER_TOPIC = re.compile(
    r"^\W*(?:mà\s+|nhân tiện\b|tiện(?: thể)?(?: cho)?(?: em| tôi| mình)? hỏi\b"
    r"|hỏi (?:sang )?(?:chuyện|việc|câu|cái) khác\b|(?:chuyển )?sang (?:mảng|phần|chuyện|lĩnh vực|vấn đề|câu)\b"
    r"|chuyển sang\b|by the way\b)[\s,.:]*",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^\W*(?:thế còn|vậy còn|còn|thế thì|thế|vậy thì|vậy|rồi|how about|what about|and)\b(?! nữa)\s*", re.IGNORECASE
)
_TAIL = re.compile(
    r"[\s,]*(?:\bthì\b)?\s*(?:\b(?:sao|thế nào|như thế nào|ra sao|bao nhiêu|mấy|là bao nhiêu"
    r"|có không|được bao nhiêu)\b)?"
    r"\s*(?:\b(?:ạ|nhỉ|vậy|thế|hả|nhé|đi)\b\s*)*\W*$",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\b(?:họ|nó|chúng|ở đó|tại đó|ở đấy|nơi đó|trong đó|\w+ (?:đó|này|ấy|kia|đấy)|\w+ trên(?=\W|$)"
    r"|it|they|them|there|that one|those)\b",
    re.IGNORECASE,
)
_SELF_POINTING = re.compile(r"\bnăm (?:này|trên|đó)\b", re.IGNORECASE)
# Who asks about the document itself leaves nothing out.
_OF_DOCUMENT = re.compile(r"\b(?:báo cáo|văn bản|tài liệu)\b(?! thêm)|\bthis report\b", re.IGNORECASE)
_OF_WHAT = re.compile(r"^\W*(?:của|thuộc|do|cho|với|ở|tại|trong đó|trong số đó)\b", re.IGNORECASE)
_AMONG = re.compile(r"^\W*(?:(?:thế|vậy|còn|rồi|và|thì)\s+)*trong (?:số )?(?:đó|này|ấy|đấy)\b", re.IGNORECASE)
_FIGURE_TAIL = re.compile(r"\b(?:bao nhiêu|mấy)\W*$", re.IGNORECASE)
_COMPARED = re.compile(
    r"^\W*(?:(?:còn|thế|vậy)\s+)?so (?:với|sánh với)\s+(?P<then>"
    r"(?:năm (?:trước|ngoái|rồi|liền trước|kia)|cùng kỳ|kỳ trước|quý trước|tháng trước)(?: năm (?:trước|ngoái))?)\s*"
    r"(?:thì\s+)?(?:sao|thế nào|như thế nào|ra sao)\W*$",
    re.IGNORECASE,
)
_RISE_OR_FALL = "Tăng hay giảm thế nào so với"
_CHAT = re.compile(
    r"^\W*(?:(?:xin |xin được )?(?:chào|cảm ơn|cám ơn|tạm biệt)(?: (?:bạn|anh|chị|em|nhé|nhiều|rất nhiều|ạ))*\W*$"
    r"|(?:(?:hãy|bạn|giúp tôi|giúp mình) )?(?:viết|soạn|sáng tác|dịch|vẽ|lập trình|hát|kể chuyện)(?: \w+)* "
    r"(?:thơ|văn|nhạc|chuyện|truyện|mã|code|email|thư|tiếng \w+|hàm|chương trình|bài hát)\b"
    r"|thanks?\b|thank you\b|hello\b|hi\W*$)",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"^\W*(?:(?:nói |kể |nêu |cho biết )?(?:rõ|cụ thể|chi tiết)(?: hơn| ra)?(?: là(?: gì| sao)?)?"
    r"(?: (?:đi|ạ|xem|được không|nhé))*"
    r"|là gì|gồm gì|gồm những gì)\W*$",
    re.IGNORECASE,
)
_COUNTS_THINGS = re.compile(
    r"\b(?:bao nhiêu|mấy)\s+(?!tiền|đồng|triệu|tỷ|nghìn|ha\b|héc|kg|tấn|tạ|lít|km|mét|%|phần|con\b"
    r"|lượt|chuyến|liều|điểm|lần)[^\W\d_]",
    re.IGNORECASE,
)
_THEN_WHAT = re.compile(r"\bthì (?:sao|thế nào|như thế nào|ra sao)\b", re.IGNORECASE)
_CONTRAST = re.compile(r"\S\s+thì\s+\S", re.IGNORECASE)
_ASKING = re.compile(
    r"\b(?:bao nhiêu|mấy|nào|gì|ai|đâu|bao giờ|vì sao|tại sao|sao|kể tên|liệt kê|nêu tên"
    r"|what|which|who|when|why|how many|where)\b"
    r"|\b(?:không|chưa)\s*(?:ạ|vậy|nhỉ|hả)?\W*$|^\W*(?:kể|nêu)\b",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"\b(?:trước đ(?:ó|ấy) (?:một|1) năm|(?:một|1) năm (?:trước đó|về trước)|năm (?:trước đó|liền trước|kề trước)"
    r"|the year before)\b",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(
    r"\b(?:sau đó (?:một|1) năm|(?:một|1) năm sau(?: đó)?|năm (?:sau đó|liền sau|kế tiếp|kế đó)|the year after)\b",
    re.IGNORECASE,
)


_ANNOUNCED = re.compile(
    r"^\W*(?:mà\s+|(?:hỏi (?:sang )?(?:chuyện|việc|câu|cái) khác|nhân tiện"
    r"|tiện(?: thể)?(?: cho)?(?: em| tôi| mình)? hỏi(?: luôn| thêm| chút)*)\s*[,.:…]\s*"
    r"|(?:chuyển )?sang [^,.:?]{2,40}:\s*)(?=\w)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:nó|họ|chúng|(?:cái|việc|vụ|khoản|nơi|chỗ|sự kiện) (?:đó|này|ấy))\b", re.IGNORECASE)
_EXISTS = re.compile(r"^\W*có\b.*\b(?:nào|gì|ai)\b", re.IGNORECASE)
_LINK = re.compile(
    r"^\W*(?:(?:thế|vậy) còn(?=\s+[^\W\d_])|(?:thế thì|thế|vậy thì|vậy|rồi|còn(?= [^?]*\bthì\b)))\s+(?!nào|còn)(?=\w)",
    re.IGNORECASE,
)
# "còn đợt 2022 thì khảo sát những đâu?": what was asked of one year is asked of another.
_OF_YEAR = re.compile(
    r"^\W*(?:(?:thế|vậy|còn|rồi|sang|đến|vào|trong)\s+)*(?:(?:năm|đợt|kỳ|lần|vụ|mùa)\s+){0,2}(?:19|20)\d\d(?:\s+thì)?\s+"
    r"(?=(?:có|được|đã|sẽ|bị|do|là)?\b)",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"^\W*còn\s+(?!bao nhiêu|mấy|\d|gì|ai|nào|những|các)(?=\w)", re.IGNORECASE)
_HOW_MANY = re.compile(r"\b(?:bao nhiêu|mấy)(?: [^\W\d_]+)?\W*$", re.IGNORECASE)


def without_interjection(text: str) -> tuple[str, bool]:
    """Return a question without "À", "ok" before it, and whether it announces another topic."""
    said = _INTERJECTION.sub("", text)
    changed = _OTHER_TOPIC.match(said)
    said = _ANNOUNCED.sub("", said)
    return (_opened(said) if said != text else text), bool(changed)


def without_link(text: str) -> str:
    """Return a question that stands alone without the "thế", "vậy" that tied it to the one before."""
    said = _LINK.sub("", text)
    beside = _BESIDE.match(said)
    said = said[beside.end() :] if beside and opens_with_noun(said[beside.end() :]) else said
    return _opened(said) if said != text else text


def without_opening(text: str) -> str:
    """Return a question without the "còn", "thế" that sets it beside the one before."""
    return _OPENING.sub("", text)


def asked_of_year(text: str) -> bool:
    """Tell whether a question names a year and then only what is done: "đợt 2022 thì khảo sát những đâu?"."""
    match = _OF_YEAR.match(text)
    return bool(match) and opens_with_verb(text[match.end() :]) if match else False


def with_figure_asked(text: str, before: str) -> str:
    """Return a bare thing with the figure that was asked of another one ("thế lớp 7?" → "lớp 7 mấy người?"), or ""."""
    slot = bare_slot(text)
    if not slot or asks(slot) or not asks_figure(before) or not opens_with_noun(slot):
        return ""
    if asks(_THEN_WHAT.sub("", text)) or points_back(text) or contrasts(slot):
        return ""
    figure = _HOW_MANY.search(before)
    return f"{slot} {figure.group().rstrip(' ?.!') if figure else 'bao nhiêu'}?"


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]


def with_pronoun_named(text: str, named: str) -> str | None:
    """Return a question with its last pronoun exchanged for what is named, or None where it has none."""
    pronouns = list(_PRONOUN.finditer(text))
    return text[: pronouns[-1].start()] + named + text[pronouns[-1].end() :] if pronouns else None


def asks_whether_there_is(text: str) -> bool:
    """Tell whether a question only asks if there is one: "có khoản nào mua máy không?"."""
    return _EXISTS.match(text) is not None


def opens_as_follow_up(text: str) -> bool:
    """Tell whether a question opens with "còn", "thế", "vậy"."""
    return _OPENING.match(text) is not None


def points_back(text: str) -> bool:
    """Tell whether a question has a pronoun for something said before."""
    return _POINTING.search(_SELF_POINTING.sub(" ", text)) is not None


def is_of_document(text: str) -> bool:
    """Tell whether a question is about the report as a document."""
    return _OF_DOCUMENT.search(text) is not None


def asks_among(text: str) -> bool:
    """Tell whether a question is for a part of what was counted last: "trong số đó mấy vụ …?"."""
    return _AMONG.match(text) is not None


def adds_of_what(text: str) -> bool:
    """Tell whether a question opens with a preposition: "của ai?"."""
    return _OF_WHAT.match(text) is not None


def asks_figure(text: str) -> bool:
    """Tell whether a question asks for a figure."""
    return bool(re.search(r"\b(?:bao nhiêu|mấy)\b", text, re.IGNORECASE))


def asks_figure_of_its_own(text: str) -> bool:
    """Tell whether a question is a clause about a figure ("Trễ hạn bao nhiêu?"), not a thing set beside another."""
    return bool(_FIGURE_TAIL.search(text)) and not opens_as_follow_up(text) and not contrasts(text)


def is_chat(text: str) -> bool:
    """Tell whether a text thanks, greets or wants something written; it leaves nothing out."""
    return _CHAT.match(text) is not None


def asks_more(text: str, before: str) -> str:
    """Return "Cụ thể?" after a count of things as the question for their names; others as they are."""
    return "Kể tên cụ thể?" if _MORE.match(text) and _COUNTS_THINGS.search(before) else text


def compared(text: str) -> str:
    """Return "So với năm trước thế nào?" as the question for a rise or fall that it is; others as they are."""
    match = _COMPARED.match(text)
    return f"{_RISE_OR_FALL} {match['then']}?" if match else text


def compares(text: str) -> bool:
    """Tell whether a question is for the rise or fall since another year, as ``compared`` words it."""
    return text.startswith(_RISE_OR_FALL)


def sets_beside(text: str) -> bool:
    """Tell whether a question only sets something beside what was asked: "còn ngô?", "vụ Mùa thì sao?"."""
    return opens_as_follow_up(text) or bool(_THEN_WHAT.search(text))


def contrasts(text: str) -> bool:
    """Tell whether a question sets a topic off by "thì" from another one."""
    return _CONTRAST.search(text) is not None


def asks(text: str) -> bool:
    """Tell whether a text has a question word."""
    return _ASKING.search(text) is not None


def bare_slot(text: str) -> str:
    """Return what is left without the opening and the closing words: "Tân Uyên" of "còn Tân Uyên thì sao?"."""
    return _TAIL.sub("", _OPENING.sub("", text)).strip(" ,?.!")


def with_year_spoken_of(text: str, spoken_of: str) -> str:
    """Put the year before or after the one spoken of in place of "trước đó một năm"; unchanged without a year."""
    years = YEAR.findall(spoken_of)
    if not years:
        return text
    before = _YEAR_BEFORE.sub(f"năm {int(years[-1]) - 1}", text)
    return _YEAR_AFTER.sub(f"năm {int(years[-1]) + 1}", before)
