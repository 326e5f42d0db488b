"""Splits a question that asks two things into its parts. Knows the language, nothing of the reports.

"Đã có mấy nhà đầu tư quan tâm, và năm 2023 tỉnh định hướng ra sao?" asks twice; each part is answered on its own, the
later ones about the subject of the first where they name none.
"""

import itertools
import re

from app.understand.coordination import distribute, now_and_next, two_sides
from app.understand.followup import Standalone
from app.understand.reference import with_bare_kind_named
from app.understand.topic import under
from app.understand.words import content_words, opens_with_noun

_ASKING = (
    r"(?:bao nhiêu|bn|mấy|nào|gì|ai|đâu|bao giờ|vì sao|tại sao|ra sao|sao (?=lại|không|chưa|mà|cứ|vẫn)"
    r"|(?:nhiều hay ít|ít hay nhiều|tăng hay giảm|giảm hay tăng|cao hay thấp|thấp hay cao|lớn hay (?:nhỏ|bé)"
    r"|có hay không|đủ hay thiếu|nhanh hay chậm)|how many|what|which|who|when)\b"
    r"|(?:không|chưa)(?=\s*(?:[,;.?!]|$|và\b|còn\b|nhỉ|ạ|vậy|hả|rồi\b))"
)
_INTERROGATIVE = re.compile(rf"\b(?:{_ASKING})", re.IGNORECASE)
_HOW_MANY = re.compile(r"bao nhiêu|\bbn\b|mấy|how many", re.IGNORECASE)
# "có mấy câu lạc bộ, kể tên giúp": a request for the names of what was counted.
_NAMES_TOO = re.compile(r"\b(?:kể|nêu|ghi|cho biết) (?:rõ |cụ thể |đủ )?tên\b|\bliệt kê\b", re.IGNORECASE)
_SEAM = re.compile(
    r"\s*[,;?]\s*(?:và|còn|rồi|sang(?! năm)|đồng thời|so với)?\s+|\s+(?:và|còn|rồi|đồng thời|so với)\s+", re.IGNORECASE
)
# Of several seams between two question words: ", và", "; còn" open a clause where a comma may only go on with a list.
_OPENS_CLAUSE = re.compile(r"\s*(?:[;?]|,\s*(?:và|còn|rồi|đồng thời)\b)", re.IGNORECASE)
_TELLING = re.compile(
    r"^\W*(?:xin |hãy |đề nghị |kính đề nghị |vui lòng )*(?:cho (?:tôi |chúng tôi )?biết|nêu|kể|liệt kê)\b",
    re.IGNORECASE,
)
# "chủ đề của hội chợ và chủ đề của tuần du lịch": what is told of the first is told of the second.
_TOLD_AGAIN = re.compile(r"\b(?P<noun>[^\W\d_]+ [^\W\d_]+)\b[^,;?]*?(?P<seam>\s+và\s+)(?P=noun)\b", re.IGNORECASE)
# A subject, a colon and the things that are asked of it.
_HEADED = re.compile(r"^(?P<subject>[^:?]{4,80}):\s(?P<things>[^:?]+)$")
_SAID_OF = re.compile(
    r"\s+(?:được|có|đã|trong|nêu|nói|ra sao|thế nào|như thế nào|là gì|những gì|gồm|xuất hiện)\b.*$"
    r"|^\s*(?:về|ở|tại|với)\s+",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"(?:\s+và\s+|\s*[,;]\s+(?:và\s+)?)(?=(?:số|tên|diện tích|kinh phí|những|các|tổng|nơi|ngày|lý do)\b)", re.IGNORECASE
)
# "Tình hình chăn nuôi năm nay và kế hoạch năm sau": what was done and what is planned.
_AND_PLAN = re.compile(
    r"(?<!\s)(?P<seam>(?:\s*,)?\s+(?:và|cùng|với)\s+)(?=(?:kế hoạch|phương hướng|định hướng|nhiệm vụ|mục tiêu|dự kiến)"
    r" (?:(?:của|cho|trong|sang|đến) )?(?:(?:năm )?(?:19|20)\d\d|(?:năm|thời gian) (?:tới|sau))\W*$)",
    re.IGNORECASE,
)
# "Ai là giám đốc, tên gì?" asks once.
_NAME_TOO = re.compile(r"\bai\b[^;?]*[,\s]tên (?:họ )?(?:là )?gì$", re.IGNORECASE)
SHORTEST, SHORTEST_FIRST = 2, 4
"""Fewest words of a part, and of the first one, which must name the subject."""


def _pieces(question: str) -> list[str]:
    """Cut between two question words, at the last seam before the second one's clause."""
    asking = list(_INTERROGATIVE.finditer(question))
    if asking and _HOW_MANY.fullmatch(asking[-1].group()):
        asking += list(_NAMES_TOO.finditer(question, asking[-1].end()))
    if len(asking) < 2:
        if planned := _AND_PLAN.search(question):
            return [question[: planned.start()], question[planned.end("seam") :]]
        if not _TELLING.match(question):
            return [question]
        again = _TOLD_AGAIN.search(question)
        return [question[: again.start("seam")], question[again.end("seam") :]] if again else _TOLD.split(question)
    asking = [
        word for word in asking if not (word.start() > asking[0].start() and _NAME_TOO.search(question[: word.end()]))
    ]
    pieces, start = [], 0
    for left, right in itertools.pairwise(asking):
        seams = [m for m in _SEAM.finditer(question, left.end()) if m.end() <= right.start()]
        if seams:
            seam = next((one for one in seams if _opens_clause(question, one)), seams[0])
            pieces.append(question[start : seam.start()])
            start = seam.end()
    return [*pieces, question[start:]]


# What all parts are about: "Về dược liệu: …", "Ở Phong Thổ, …".
_LEAD = re.compile(
    r"^\s*(?:[^,:;?]{2,60}:|(?:về|ở|tại|với|đối với|riêng|liên quan (?:đến|tới))\s[^,:;?]{2,60},)\s+", re.IGNORECASE
)
# "Kế hoạch 2024 nâng lên bao nhiêu": a plan or an aim says when, not what.
_AIM = r"(?:theo )?(?:kế hoạch|mục tiêu|chỉ tiêu|dự kiến)(?: (?:đặt ra|đề ra))?"
_WHEN = re.compile(
    rf"^\W*(?:{_AIM}\s+)?"
    r"(?:(?:(?:cho|của|trong|sang|đến|vào) )*(?:(?:cuối|hết|đầu|giữa) )?(?:năm )?(?:19|20)\d\d"
    r"|(?:cuối|hết) năm(?: nay)?|(?:sang )?năm (?:sau|tới|nay|mới|ngoái)|sắp tới|tới đây"
    r"|hiện nay|hiện|trước đó|sau đó|thời gian tới)\b[\s,]*(?:thì\s+)?",
    re.IGNORECASE,
)


def _opens_clause(question: str, seam: re.Match[str]) -> bool:
    """Tell whether a clause begins after a seam for sure: by its conjunction, or since it opens with a time."""
    return bool(_OPENS_CLAUSE.match(seam.group()) or _WHEN.match(question[seam.end() :]))


OWN_WORDS = 3
"""Fewest content words of a later part that can stand without the first one."""


def _stands_alone(piece: str) -> bool:
    """Tell whether a later part names its own subject: it opens with a noun and says enough."""
    said = _WHEN.sub("", piece)
    return opens_with_noun(said) and len(content_words(said)) >= OWN_WORDS


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('?.! ')}?"


def split(question: str) -> list[tuple[Standalone, ...]]:
    """Return the parts of a question in order, each with the ways to read it, the likeliest first.

    A question that asks one thing is its only part, with one reading. A later part is read as it stands (after the
    lead that all parts share, where there is one) or as said of the first part.
    """
    if headed := now_and_next(question) or two_sides(question) or _under_one_head(question):
        return [(Standalone(one, one),) for one in headed]
    pieces = [piece.strip(" ,;") for piece in _pieces(question)]
    pieces = [piece for piece in pieces if len(piece.split()) >= SHORTEST]
    if len(pieces) < 2 or (len(pieces[0].split()) < SHORTEST_FIRST and not all(map(_stands_alone, pieces[1:]))):
        return [(Standalone(one, one),) for one in distribute(question)]
    first = pieces[0].rstrip("?.! ") + "?"
    lead = _LEAD.match(question)
    return [
        (Standalone(first, first),),
        *(_readings(first, piece, lead.group() if lead else "") for piece in pieces[1:]),
    ]


def under_topic(followup: Standalone) -> list[tuple[Standalone, ...]]:
    """Return the parts of a follow-up in order, each asked of what all of it is about; it alone where it is one."""
    parts = split(followup.focus) if followup.topic else []
    if len(parts) < 2:
        return [(followup,)]
    return [(Standalone(under(followup.topic, part[-1].focus), part[-1].focus),) for part in parts]


def _readings(first: str, piece: str, lead: str) -> tuple[Standalone, ...]:
    piece = with_bare_kind_named(piece, first)
    alone = _sentence(f"{lead}{piece}" if lead else piece)
    with_first = Standalone(f"{first} {_sentence(piece)}", piece)
    if lead or _stands_alone(piece):
        return Standalone(alone, alone), with_first
    return (with_first,)


def _under_one_head(question: str) -> list[str]:
    """Return "diện tích hoa hồng của Tân Uyên?" for each thing that a question only names after its subject."""
    match = _HEADED.match(question.strip().rstrip("?. "))
    if not match or _INTERROGATIVE.search(match["things"]):
        return []
    subject = _SAID_OF.sub("", _SAID_OF.sub("", match["subject"])).strip()
    things = [thing.strip() for thing in re.split(r"\s+(?:và|lẫn|cùng)\s+|\s*[,;]\s+", match["things"])]
    if len(things) < 2 or not all(opens_with_noun(thing) and len(thing.split()) >= SHORTEST for thing in things):
        return []
    return [_sentence(f"{thing} của {subject}") for thing in things]
