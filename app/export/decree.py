"""Names a place of a report as official documents cite it (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3).

The first mention gives type, number and sign, date, issuer and subject; a later one type, number and sign. Vietnamese
whatever the page speaks, since what is cited this way goes into Vietnamese documents. Knows nothing of answers.
"""

import re
from collections.abc import Iterable, Iterator

from app.across.called import kind_of
from app.across.facets import number_of
from app.messages import say
from app.models import Citation
from app.write.places import label, part_at, table_at
from corpus.assemble import CLOSING, HEADER
from corpus.library import Library
from corpus.models import Report

_ITEM = re.compile(r"(?P<part>[IVXL]+|\d+)(?:\.(?P<item>\d+))?")
"""The codes of reports, "I.3"; sections of other documents are named by their labels."""

BLANK = "…"
"""What stands where the document leaves its number or day blank."""


def _date(issued_on: str | None) -> str:
    """Return "ngày 05 tháng 02 năm 2023" for an ISO date, a blank for a day that it lacks; "" for no date."""
    if not issued_on:
        return ""
    year, month, day = (*issued_on.split("-"), "", "")[:3]
    if not month:
        return f" năm {year}"
    # Days below 10 and the months 1 and 2 carry a zero, so that nothing can be put in front.
    shown_month = month if int(month) < 3 else str(int(month))
    return f" ngày {day or BLANK} tháng {shown_month} năm {year}"


def short_form(report: Report) -> str:
    """Return type, number and sign: "Báo cáo số 15/BC-UBND"."""
    number, sign = report.metadata.number, report.metadata.sign
    kind = kind_of(report) or say("decree.report")
    if not number and not sign:
        return kind
    return f"{kind} số {number_of(report) or f'{BLANK}/{sign}'}"


def full_form(report: Report) -> str:
    """Return the form of the first mention."""
    issuer = f" của {report.metadata.issuer}" if report.metadata.issuer else ""
    title = report.title.rstrip(" .")
    subject = title[:1].lower() + title[1:]
    about = "" if subject.startswith("về ") else "về "
    return f"{short_form(report)}{_date(report.metadata.issued_on)}{issuer} {about}{subject}"


def unit(report: Report, section: str, footnote: str | None, part: str = "", table: str = "") -> str:
    """Return the place inside the document, smallest unit first: "khoản 3 mục I, chú thích 4", "điểm a Điều 5"."""
    item = _ITEM.fullmatch(section)
    if item is None:
        place = label(report, section, footnote, part=part, table=table)
        # The official form of the others is written as it stands: "Điều 5", "khoản 2 Điều 5".
        return place[:1].lower() + place[1:] if section in (HEADER, CLOSING) or section.startswith("m") else place
    part = " ".join(filter(None, (table and say("label.table", caption=table), part)))
    place = (
        say("decree.item", item=item["item"], part=item["part"])
        if item["item"]
        else say("decree.part", part=item["part"])
    )
    place = f"{part} {place}" if part else place
    return say("label.footnote", section=place, number=footnote) if footnote else place


def places(citations: Iterable[Citation], library: Library) -> Iterator[str]:
    """Yield the form of each citation, in order: full for the first mention of a report, short after.

    A report that is no longer there is named by its title, all that a citation knows of it.
    """
    reports = {report.id: report for report in library.reports}
    mentioned: set[str] = set()
    for citation in citations:
        report = reports.get(citation.report_id)
        if report is None:
            yield f"{citation.report_title}, {citation.label}"
            continue
        # Two reports without a number have the same short form, which then names neither.
        again = report.id in mentioned and (report.metadata.number or len(mentioned) == 1)
        name = short_form(report) if again else full_form(report)
        mentioned.add(report.id)
        part, table = part_at(report, citation.start), table_at(report, citation.start)
        yield f"{name}, {unit(report, citation.section, citation.footnote, part, table)}"
