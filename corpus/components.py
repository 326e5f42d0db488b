"""Recognises the components of an official document by their lines (Nghị định 30/2020/NĐ-CP, Điều 8).

Real files type them in many ways: letterheads in lower case, where a legacy font drew the capitals; any dash; "V/v :".
Knows nothing of sections, and nothing of what the components say.
"""

import re
from collections.abc import Sequence

from corpus.letterhead import LONGEST, is_motto
from corpus.models import ParagraphRole

DASHES = "‐‑‒–—―"
"""U+2010 to U+2015, any of which stands for the hyphen of a sign."""

_DASH = f"[-{DASHES}]"
_NORMATIVE = r"(?:(?:Bộ )?luật|Pháp lệnh|Nghị quyết|Lệnh)"
# "Số: 15/BC-SNN", "Luật số: 61/2020/QH14"; the Party and papers before 1997 write "Số 12-NQ/TU", "Số: 14-CP".
NUMBER = re.compile(
    rf"^(?:{_NORMATIVE}\s+)?Số\s*(?:(?P<colon>:)|(?=\d))\s*(?P<number>[\w.…]*)\s*(?:/|(?<=\d)\s?{_DASH}(?=\s?[A-ZĐ]))\s*"
    rf"(?P<sign>(?:\d{{4}}\s*/\s*)?[A-ZĐÐƉ][\w&]*(?:\s?[./{DASHES}-]\s?[\w&]+)*)\s*(?(colon)|$)",
    re.IGNORECASE,
)
PLACE_DATE = re.compile(
    r"^(?P<place>[^\d,]{2,40}),\s*ngày[\s.…]*(?P<day>\d{0,2})(?:[\s.…]*tháng[\s.…]*|\s?[/.-]\s?)"
    r"(?P<month>\d{0,2})(?:[\s.…]*năm\s*|\s?[/.-]\s?)(?P<year>\d{4})[\s.]*$",
    re.IGNORECASE,
)
_KINDS = (
    r"BÁO CÁO|NGHỊ QUYẾT(?: LIÊN TỊCH)?|QUYẾT ĐỊNH|CHỈ THỊ|QUY CHẾ|QUY ĐỊNH|THÔNG CÁO|THÔNG BÁO|HƯỚNG DẪN"
    r"|CHƯƠNG TRÌNH|KẾ HOẠCH|PHƯƠNG ÁN|ĐỀ ÁN|DỰ ÁN|BIÊN BẢN|TỜ TRÌNH|CÔNG ĐIỆN|THÔNG TƯ(?: LIÊN TỊCH)?|NGHỊ ĐỊNH"
    r"|LUẬT|PHÁP LỆNH|LỆNH|HỢP ĐỒNG|BẢN GHI NHỚ|BẢN THỎA THUẬN|GIẤY MỜI|GIẤY ỦY QUYỀN|ĐIỀU LỆ|NỘI QUY|KẾT LUẬN"
)
_TYPE = re.compile(rf"(?P<kind>{_KINDS})(?:\s+CỦA\s+[^\W\d][^\d.;:]{{2,60}})?\s*:?")
_ANY_CASE_TYPE = re.compile(_TYPE.pattern, re.IGNORECASE)
_SLASH = r"(?:\s?[/.-]\s?|\s+{}\s+)"
_ABOUT = (
    r"về|quy định|hướng dẫn|ban hành|sửa đổi|bổ sung|thay thế|bãi bỏ|kèm theo|phê duyệt|công bố|điều chỉnh|thành lập"
    r"|giao|tổ chức|triển khai|thực hiện|thi hành|tăng cường|đẩy mạnh"
)
LONG_TITLE = re.compile(
    rf"^(?P<kind>{_KINDS})(?:\s+của\s+(?P<issuer>[^\d]{{3,60}}?))?\s+số\s*:?\s*(?P<number>\d+)\s*(?:/|{_DASH})\s*"
    rf"(?P<sign>[\w/{DASHES}-]+)"
    rf"(?:[\s,]+ngày\s+(?P<day>\d{{1,2}}){_SLASH.format('tháng')}(?P<month>\d{{1,2}}){_SLASH.format('năm')}(?P<year>\d{{4}}))?"
    rf"(?:\s+của\s+(?P<by>[^\d;:]{{3,80}}?))?\s*,?\s*(?P<about>(?:{_ABOUT})\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""Type, number, date and subject in one: "Nghị định của Chính phủ số 14/2003/NĐ-CP ngày 10/10/2003 về việc …"."""
_LONGEST_TITLE = 4
"""Lines that such a title may take up to where its subject begins."""
SUBJECT = re.compile(r"^V\s?/\s?v\s*:?\s*", re.IGNORECASE)
_ORGAN = re.compile(
    r"^(?:bộ|sở|ủy ban|uỷ ban|ubnd|hđnd|hội đồng|chính phủ|quốc hội|thủ tướng|chủ tịch nước|văn phòng|tổng cục|cục"
    r"|chi cục|ban|bql|(?:tỉnh|thành|huyện|quận|thị|đảng) (?:ủy|uỷ)|đảng|trường|đại học|học viện|viện|bệnh viện"
    r"|trung tâm|công ty|tổng công ty|tập đoàn|tòa án|toà án|kiểm toán|ngân hàng|bảo hiểm|liên đoàn|liên hiệp|hội|đoàn"
    r"|thanh tra|phòng|kho bạc|công an|mặt trận|đài|báo|tổ)\b",
    re.IGNORECASE,
)
_OPENS_BODY = re.compile(r"(?:Căn cứ|Theo đề nghị|Xét|Thực hiện|Để|Kính gửi|Sau khi)\b")
_FULL_END = re.compile(r"\./\.\s*$")
_RECIPIENTS = re.compile(r"^Nơi nhận\s*:?", re.IGNORECASE)
_OFFICES = (
    r"(?:TỔNG )?GIÁM ĐỐC|CHỦ TỊCH|CHỦ NHIỆM|TRƯỞNG (?:PHÒNG|BAN|ĐOÀN)|(?:TỔNG |CHI )?CỤC TRƯỞNG"
    r"|(?:VỤ|BỘ|THỦ|HIỆU|VIỆN) TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|CHÁNH (?:VĂN PHÒNG|THANH TRA)|BÍ THƯ"
)
# "TM.", "KT." sign for another; who signs for himself opens with his office in capitals.
_SIGNATURE = re.compile(
    rf"^(?:(?:TM|KT|TL|TUQ|Q)\.\s|(?:PHÓ |QUYỀN |Q\. )?(?:{_OFFICES})\b[A-ZÀ-ỸĐ ,-]*(?:\n|$))"
    r"|^(?i:(?:T\s?/?\s?M|K\s?/?\s?T|TL|TUQ)\s?[./]\s?(?=\w{2,} \w{2,}).{0,60}(?:\n|$))"
)
_SIGNS_FOR = re.compile(r"(?:TM|KT|TL|TUQ)\.\s[^\W\d]")
_OFFICE = re.compile(rf"^(?:(?:phó|quyền)\s+)?(?:{_OFFICES})\b|^\W*(?:đã ký|ký tên|signed)", re.IGNORECASE)
_ATTACHED = re.compile(
    r"^(?:\(\s*(?:Ban hành\s+)?kèm theo\s|(?:Ban hành\s+)?kèm theo\s+(?:[^\W\d]+\s+){1,4}(?:số|ngày)\b)", re.IGNORECASE
)


def type_of(text: str, *, any_case: bool = False) -> str | None:
    """Return the type that a line names and nothing else, "Nghị định" for "NGHỊ ĐỊNH CỦA CHÍNH PHỦ"; else None."""
    if len(text) > LONGEST:
        return None
    match = (_ANY_CASE_TYPE if any_case else _TYPE).fullmatch(" ".join(text.split()))
    return match["kind"].capitalize() if match else None


def header_role(text: str, previous: ParagraphRole | None) -> ParagraphRole:
    """Return which component a line before the first section is; the line after the type is the subject."""
    if len(text) > LONGEST:
        return "title" if previous == "type" else "body"
    if is_motto(text):
        return "motto"
    if NUMBER.match(text):
        return "number"
    if PLACE_DATE.match(text):
        return "place-date"
    if type_of(text):
        return "type"
    return "title" if previous == "type" else "body"


def header_roles(texts: Sequence[str]) -> list[ParagraphRole]:
    """Return which component each line before the first section is."""
    roles: list[ParagraphRole] = []
    any_case = not any(type_of(text) for text in texts)
    named = ended = False  # the type stood there; the subject is over
    for index, text in enumerate(texts):
        if index < len(roles):
            continue
        previous = roles[-1] if roles else None
        if not named and (lines := _long_title(texts, index)):
            roles.append("type" if type_of(text) else "title")
            roles.extend("title" for _ in range(lines - 1))
            named = True
            continue
        role = header_role(text, previous)
        if role == "title" and _OPENS_BODY.match(text):
            role = "body"
        if role in ("type", "body") and not named and (type_of(text, any_case=any_case)):
            role = "type"
        elif not named and SUBJECT.match(text):
            role, named = "title", True
        elif role == "type" and named:
            role = "body"
        elif role == "body" and previous == "title" and not ended and _goes_on(texts[index - 1], text):
            role = "title"
        named = named or role == "type"
        ended = ended or (previous == "title" and role != "title")
        roles.append(role)
    return _with_issuers(texts, roles)


def _long_title(texts: Sequence[str], index: int) -> int:
    """Return over how many lines a title with type and number stands from a line on; 0 for none."""
    for lines in range(1, _LONGEST_TITLE + 1):
        joined = " ".join(texts[index : index + lines])
        if len(joined) < 2 * LONGEST and LONG_TITLE.match(joined):
            return min(lines, len(texts) - index)
    return 0


def _goes_on(title: str, text: str) -> bool:
    """Tell whether a line goes on with the subject above it."""
    if title.rstrip().endswith((".", ":")) or _OPENS_BODY.match(text) or is_office(text) or len(text) > 300:
        return False
    # "…, ngày" may go on with "01/09/1997 của Bộ …" on the next line.
    return (
        text[:1].islower()
        or bool(re.match(r"\d{1,2}/\d", text))
        or (title.isupper() and text.isupper() and not _ORGAN.match(text))
    )


def _with_issuers(texts: Sequence[str], roles: list[ParagraphRole]) -> list[ParagraphRole]:
    """Mark the lines of the issuing body: they stand above the type, among number, date and Quốc hiệu if any."""
    letterhead = [i for i, role in enumerate(roles) if role in ("motto", "number", "place-date")]
    first_type = next((i for i, role in enumerate(roles) if role in ("type", "title")), 0)
    end = min(letterhead[-1] + 2, first_type or len(roles)) if letterhead else first_type
    named = False
    for index in range(end):
        line = texts[index]
        if roles[index] == "body" and len(line) < 160 and (_ORGAN.match(line) or (named and line.isupper())):
            roles[index], named = "issuer", True
    return roles


def opens_organ(text: str) -> bool:
    """Tell whether a line begins with what bodies are called: "Bộ", "Sở", "Ủy ban"."""
    return bool(_ORGAN.match(text))


def opens_basis(text: str) -> bool:
    """Tell whether a line of the head says what the document is based on, or why it is issued: "Căn cứ …"."""
    return bool(_OPENS_BODY.match(text)) and not text.startswith("Kính gửi")


def is_subject(text: str) -> bool:
    """Tell whether a line is the subject of an official letter: "V/v …"."""
    return bool(SUBJECT.match(text))


def is_component(text: str) -> bool:
    """Tell whether a line of a letterhead is a component by itself: number, date, Quốc hiệu, type in any case."""
    return header_role(text.strip(), None) != "body" or type_of(text, any_case=True) is not None


def stands_alone(text: str) -> bool:
    """Tell whether a line anywhere is a paragraph by itself: the type in capitals."""
    return type_of(text.strip().strip("*")) is not None


def opens_component(text: str) -> bool:
    """Tell whether a line anywhere opens a paragraph: recipients, a basis, "(Ban hành kèm theo …)", a signature."""
    bare = text.lstrip(" \t*")
    return (len(text) < LONGEST and is_motto(text)) or bool(
        _RECIPIENTS.match(bare) or _ATTACHED.match(bare) or _SIGNS_FOR.match(bare) or bare.startswith("Theo đề nghị ")
    )


def is_attached(text: str) -> bool:
    """Tell whether a line says what the text around it is attached to: "(Ban hành kèm theo Quyết định số …)"."""
    return bool(_ATTACHED.match(text)) and len(text) < 400


def is_end_of_body(text: str) -> bool:
    """Tell whether the paragraph carries the end mark of an official document, "./."."""
    return bool(_FULL_END.search(text))


def closing_role(text: str, *, listed: bool, previous: ParagraphRole | None, recipients: bool) -> ParagraphRole:
    """Return which component a paragraph after the body is. ``listed`` for a bullet; ``recipients`` once they began.

    Where recipients and signature stood side by side, their lines come mixed.
    """
    if opens_recipients(text):
        return "recipients"
    if listed and recipients:
        return "recipients"
    if opens_signature(text) or (len(text) < 80 and _OFFICE.match(text)):
        return "signature"
    if previous == "signature" or (recipients and is_name(text)):
        return "signature"
    return "recipients" if previous == "recipients" else "body"


def is_office(text: str) -> bool:
    """Tell whether a line of a signature gives an office or an authority, or "(đã ký)", and no name."""
    return bool(_OFFICE.match(text)) or opens_signature(text)


def is_name(text: str) -> bool:
    """Tell whether a text may be the name of a person: two to five words, each with a capital and no other sign."""
    words = text.split()
    return 2 <= len(words) <= 5 and all(w.isalpha() and w.istitle() for w in words) and not _OFFICE.match(text)


def is_closing_formula(text: str) -> bool:
    """Tell whether the paragraph is the closing formula of a report: "Trên đây là báo cáo … ./."."""
    return text.startswith("Trên đây") and is_end_of_body(text)


def opens_recipients(text: str) -> bool:
    """Tell whether the paragraph opens the list of recipients ("Nơi nhận:")."""
    return bool(_RECIPIENTS.match(text))


def opens_signature(text: str) -> bool:
    """Tell whether the paragraph opens the signature block ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "GIÁM ĐỐC")."""
    return bool(_SIGNATURE.match(text))
