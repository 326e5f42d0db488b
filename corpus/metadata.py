"""Reads what an official document says of itself: number, date, issuer, subject, signatory, recipients.

Follows the components of Nghị định 30/2020/NĐ-CP, Điều 8. Blank fields stay None. Knows nothing of sections.
"""

import re
from collections import Counter, defaultdict

from corpus.components import DASHES, LONG_TITLE, NUMBER, PLACE_DATE, SUBJECT, is_name, is_office, opens_organ, type_of
from corpus.models import Metadata, Paragraph, ParagraphRole, Plan

_PLAN = re.compile(
    r"(?:Kế hoạch|Quyết định|Nghị quyết|Chương trình|Công văn)\s+số\s+(?P<number>\d+/[\w/&-]+)"
    r"(?:[^.;]{0,20}?ngày\s+(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4}))?",
    re.UNICODE,
)
_AUTHORITY = r"(?P<issuer>(?:Ủy ban|Uỷ ban|UBND|Sở|Bộ|Ban|Cục|Chi cục|HĐND)\s[^.;,]{2,60}?)"
_ISSUER_AT_END = re.compile(rf"\bcủa\s+{_AUTHORITY}\.?/\.\s*$")
_ISSUER_REPORTS = re.compile(
    rf"(?:^|[,;]\s){_AUTHORITY}\s+(?:(?:xin|kính)\s+)?(?:báo cáo|tổng hợp|đánh giá|thông báo|trình bày|tổng kết)\b"
)
_RECIPIENTS = re.compile(r"^Nơi nhận\s*:?|\s{3,}.*$", re.IGNORECASE)
_OUTLOOK = re.compile(r"\b(?:phương hướng|nhiệm vụ|kế hoạch|dự kiến)\b.*", re.IGNORECASE | re.DOTALL)
_YEARS = re.compile(r"\b(?<!/)(?:giai đoạn\s+)?(?P<years>\d{4}(?:\s*[-–]\s*\d{4})?)\b(?!/)")


def _issued_on(match: re.Match[str] | None) -> str | None:
    if not match or not match["year"]:
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


def _as_in_text(name: str, text: str) -> str:
    """Return a name of a letterhead as the text writes it most often: capitals there, or a lost font, say little."""
    words = r"\s+".join(re.escape(word) for word in name.split())
    spelt = Counter(" ".join(found.split()) for found in re.findall(words, text, re.IGNORECASE))
    mixed = {each: count for each, count in spelt.items() if not each.isupper() and each != name}
    return max(mixed, key=lambda each: mixed[each]) if mixed else name


def _letterhead(lines: list[str], text: str) -> tuple[str | None, str | None]:
    """Return the issuing body and the one above it; a line that opens with no such name goes on with the one before."""
    names: list[str] = []
    for line in (part.strip(" -*") for block in lines for part in block.split("\n")):
        if names and not opens_organ(line):
            names[-1] = f"{names[-1]} {line}"
        elif line:
            names.append(line)
    spelt = [_as_in_text(" ".join(name.split()), text) for name in names]
    return (spelt[-1] if spelt else None), (spelt[-2] if len(spelt) > 1 else None)


def _period(title: str) -> str | None:
    """Return the last year that a title gives for what is reported; the year of the outlook is not reported on."""
    years = _YEARS.findall(_OUTLOOK.sub("", title)) or _YEARS.findall(title)
    return years[-1] if years else None


def _signatory(signature: list[str], closing: list[str]) -> str | None:
    """Return who signed: the last line of the signature that is no office; else a name alone in the closing."""
    lines = [line.strip() for block in signature for line in block.split("\n")]
    said = [line for line in lines if line and not line.isupper() and not is_office(line)]
    # Where two columns stood side by side, the name is what many spaces part from the recipients.
    alone = [name for line in closing if is_name(name := re.split(r"\s{3,}", line)[-1].strip())]
    capitals = [line for line in lines[1:] if 2 <= len(line.split()) <= 5 and not is_office(line)]
    return next(iter([*said[-1:], *alone[-1:], *capitals[-1:]]), None)


def _sign(sign: str) -> str:
    """Return a sign with plain hyphens and Đ, without the spaces that typing left in it."""
    plain = re.sub(rf"[{DASHES}]", "-", sign).replace("Ð", "Đ").replace("Ɖ", "Đ")
    return re.sub(r"\s+", "", plain)


def _title(subject: str, fallback: str) -> str:
    """Return the subject as one line, without "V/v" and the full stop of a whole sentence."""
    title = " ".join(SUBJECT.sub("", subject.strip()).split()).rstrip(" .")
    return title[:1].upper() + title[1:] if title else fallback


def read_metadata(text: str, paragraphs: tuple[Paragraph, ...], fallback_title: str) -> Metadata:
    """Collect the metadata from the header and the closing of a report."""
    said: dict[tuple[str, ParagraphRole], list[str]] = defaultdict(list)
    for paragraph in paragraphs:
        said[paragraph.section, paragraph.role].append(text[paragraph.start : paragraph.end])
    header, titles = said["header", "body"], said["header", "title"]
    types = said["header", "type"]
    long = LONG_TITLE.match(" ".join(titles)) or LONG_TITLE.match(" ".join([*types[:1], *titles]))
    number = next((found for line in said["header", "number"] if (found := NUMBER.match(line))), long)
    dates = [found for line in said["header", "place-date"] if (found := PLACE_DATE.match(line))]
    issuer, superior = _letterhead(said["header", "issuer"], text)
    closing = said["closing", "body"]
    recipients = [_RECIPIENTS.sub("", line).strip(";. ") for line in said["closing", "recipients"]]
    title = _title(long["about"] if long else " ".join(titles), fallback_title)
    kinds = [kind for line in types if (kind := type_of(line, any_case=True))]
    return Metadata(
        title=title,
        number=(number["number"].strip(".…") or None) if number else None,
        sign=_sign(number["sign"]) if number else None,
        issuer=_issuer([*closing, *header]) or issuer or ((long["issuer"] or long["by"]) if long else None),
        issued_on=next((date for found in [*dates, long] if (date := _issued_on(found))), None),
        period=_period(title),
        plan=next((plan for line in header if (plan := _plan(line))), None),
        signatory=_signatory(said["closing", "signature"], [*said["closing", "recipients"], *closing]),
        recipients=tuple(line for line in recipients if line),
        kind=next(iter(kinds), long["kind"].capitalize() if long else None),
        superior=superior,
    )
