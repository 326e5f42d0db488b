"""Reads what an official document says of itself: number, date, issuer, subject, signatory, recipients.

Follows the components of Nghị định 30/2020/NĐ-CP, Điều 8. Blank fields stay None. Knows nothing of sections.
"""

import re

from corpus.models import Metadata, Paragraph, ParagraphRole, Plan

_NUMBER = re.compile(r"^Số\s*:\s*(?P<number>[\w.]*)\s*/\s*(?P<sign>[A-ZĐÐ][\w&-]*(?:/[\w&-]+)?)", re.UNICODE)
_PLACE_DATE = re.compile(
    r"^(?P<place>[^\d,]{2,40}),\s*ngày\s*(?P<day>\d{0,2})\s*tháng\s*(?P<month>\d{0,2})\s*năm\s*(?P<year>\d{4})\s*$",
    re.IGNORECASE,
)
_TYPE = re.compile(
    r"BÁO CÁO|NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|QUY CHẾ|QUY ĐỊNH|THÔNG CÁO|THÔNG BÁO|HƯỚNG DẪN|CHƯƠNG TRÌNH|KẾ HOẠCH"
    r"|PHƯƠNG ÁN|ĐỀ ÁN|DỰ ÁN|BIÊN BẢN|TỜ TRÌNH|CÔNG ĐIỆN|THÔNG TƯ|NGHỊ ĐỊNH"
)
_PLAN = re.compile(
    r"(?:Kế hoạch|Quyết định|Nghị quyết|Chương trình|Công văn)\s+số\s+(?P<number>\d+/[\w/&-]+)"
    r"(?:[^.;]{0,20}?ngày\s+(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4}))?",
    re.UNICODE,
)
_AUTHORITY = r"(?P<issuer>(?:Ủy ban|Uỷ ban|UBND|Sở|Bộ|Ban|Cục|Chi cục|HĐND)\s[^.;,]{2,60}?)"
_ISSUER_AT_END = re.compile(rf"\bcủa\s+{_AUTHORITY}\.?/\.\s*$")
_ISSUER_REPORTS = re.compile(rf"(?:^|[,;]\s){_AUTHORITY}\s+báo cáo\b")
_OUTLOOK = re.compile(r"\b(?:phương hướng|nhiệm vụ|kế hoạch|dự kiến)\b.*", re.IGNORECASE | re.DOTALL)
_YEARS = re.compile(r"\b(?:giai đoạn\s+)?(?P<years>\d{4}(?:\s*[-–]\s*\d{4})?)\b")
_FULL_END = re.compile(r"\./\.\s*$")
_RECIPIENTS = re.compile(r"^Nơi nhận\s*:?", re.IGNORECASE)
# "TM.", "KT." sign for another; who signs for himself opens with his office in capitals.
_SIGNATURE = re.compile(
    r"^(?:(?:TM|KT|TL|TUQ|Q)\.\s|(?:PHÓ |QUYỀN |Q\. )?(?:(?:TỔNG )?GIÁM ĐỐC|CHỦ TỊCH|CHỦ NHIỆM|"
    r"TRƯỞNG (?:PHÒNG|BAN|ĐOÀN)|(?:TỔNG |CHI )?CỤC TRƯỞNG|(?:VỤ|BỘ|THỦ|HIỆU|VIỆN) TRƯỞNG|THỨ TRƯỞNG|"
    r"CHÁNH (?:VĂN PHÒNG|THANH TRA)|BÍ THƯ)\b[A-ZÀ-ỸĐ ,-]*(?:\n|$))"
)


def header_role(text: str, previous: ParagraphRole | None) -> ParagraphRole:
    """Return which component a line before the first section is; the line after the type is the subject."""
    if _NUMBER.match(text):
        return "number"
    if _PLACE_DATE.match(text):
        return "place-date"
    if _TYPE.fullmatch(text.strip()):
        return "type"
    return "title" if previous == "type" else "body"


def is_end_of_body(text: str) -> bool:
    """Tell whether the paragraph carries the end mark of an official document, "./."."""
    return bool(_FULL_END.search(text))


def is_closing_formula(text: str) -> bool:
    """Tell whether the paragraph is the closing formula of a report: "Trên đây là báo cáo … ./."."""
    return text.startswith("Trên đây") and is_end_of_body(text)


def opens_recipients(text: str) -> bool:
    """Tell whether the paragraph opens the list of recipients ("Nơi nhận:")."""
    return bool(_RECIPIENTS.match(text))


def opens_signature(text: str) -> bool:
    """Tell whether the paragraph opens the signature block ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "GIÁM ĐỐC")."""
    return bool(_SIGNATURE.match(text))


def _issued_on(text: str) -> str | None:
    match = _PLACE_DATE.match(text)
    if not match:
        return None
    parts = [match["year"], match["month"].zfill(2) if match["month"] else ""]
    if parts[1] and match["day"]:
        parts.append(match["day"].zfill(2))
    return "-".join(part for part in parts if part)


def _plan(text: str) -> Plan | None:
    match = _PLAN.search(text)
    if not match:
        return None
    issued = f"{match['year']}-{match['month'].zfill(2)}-{match['day'].zfill(2)}" if match["year"] else ""
    return Plan(match["number"].rstrip("-/"), issued)


def _issuer(texts: list[str]) -> str | None:
    for pattern in (_ISSUER_AT_END, _ISSUER_REPORTS):
        for text in texts:
            if match := pattern.search(text):
                return match["issuer"].strip()
    return None


def _period(title: str) -> str | None:
    """Return the last year that a title gives for what is reported; the year of the outlook is not reported on."""
    years = _YEARS.findall(_OUTLOOK.sub("", title)) or _YEARS.findall(title)
    return years[-1] if years else None


def read_metadata(text: str, paragraphs: tuple[Paragraph, ...], fallback_title: str) -> Metadata:
    """Collect the metadata from the header and the closing of a report."""

    def of_role(role: ParagraphRole, section: str | None = None) -> list[str]:
        return [text[p.start : p.end] for p in paragraphs if p.role == role and section in (None, p.section)]

    header = of_role("body", "header")
    title = next(iter(of_role("title")), fallback_title)
    number = _NUMBER.match(next(iter(of_role("number")), ""))
    signature = [line.strip() for block in of_role("signature") for line in block.split("\n")]
    recipients = [line.rstrip(";. ").removeprefix("Nơi nhận:").strip() for line in of_role("recipients")]
    return Metadata(
        title=title,
        number=(number["number"] or None) if number else None,
        sign=number["sign"] if number else None,
        issuer=_issuer([*of_role("body", "closing"), *header]),
        issued_on=next((date for line in of_role("place-date") if (date := _issued_on(line))), None),
        period=_period(title),
        plan=next((plan for line in header if (plan := _plan(line))), None),
        signatory=next((line for line in reversed(signature) if line and not line.isupper()), None),
        recipients=tuple(line for line in recipients if line),
    )
