"""What a report is called where it stands among others: type, number or subject, and year. Knows no question."""

from app.across.facets import kind_of, number_of
from app.messages import Language, say
from corpus.library import Library
from corpus.models import Report

SUBJECT_LENGTH = 90
"""Characters of a subject that name a report without a number."""


def report_name(report: Report, library: Library, language: Language = "vi") -> str:
    """Return the short name of a report, as no other report of the library is called.

    "Báo cáo số 15/BC-UBND năm 2021"; without a number by its subject; who issued it where that tells two apart.
    """
    name = _name(report, language)
    namesakes = [other for other in library.reports if other is not report and _alike(other, report)]
    if not any(_name(other, language) == name for other in namesakes):
        return name
    beside = report.metadata.issuer or (_subject(report) if report.metadata.number else report.id)
    return f"{name} ({beside})"


def named_among(report: Report, library: Library, language: Language = "vi") -> str:
    """Return the name that is shown beside a quote: "" where there is only one report, which needs none."""
    return report_name(report, library, language) if len(library.reports) > 1 else ""


def _alike(one: Report, other: Report) -> bool:
    """Tell whether two reports can have the same name, before it is made for each of a large library."""
    first, second = one.metadata, other.metadata
    return (first.number, first.sign, first.period) == (second.number, second.sign, second.period)


def _name(report: Report, language: Language) -> str:
    metadata = report.metadata
    number, year = number_of(report), metadata.period or (metadata.issued_on or "")[:4]
    kind = kind_of(report) or say("decree.report", language)
    if number:
        name = say("across.numbered", language, kind=kind, number=number)
    else:
        subject = _subject(report)
        name = f"{kind} {subject[:1].lower()}{subject[1:]}"
    return name if not year or year in name else say("across.of-year", language, name=name, year=year)


def _subject(report: Report) -> str:
    title = " ".join(report.title.split()).rstrip(" .")
    if len(title) <= SUBJECT_LENGTH:
        return title
    return title[:SUBJECT_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + "…"
