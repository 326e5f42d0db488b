"""What a report is called where it stands among others: type, number or subject, and year. Knows no question."""

import re

from app.across.called import kind_of
from app.across.facets import number_of
from app.messages import Language, say
from corpus.library import Library
from corpus.models import Report
from corpus.rules import is_attachment

SUBJECT_LENGTH = 90
"""Characters of a subject that name a report without a number."""
SHORT_SUBJECT = 60
"""A longer one is named by its first clause, where that says enough."""
_FIRST_CLAUSE = re.compile(r"(?:\S+\s+){2,}?\S+?(?=[,;.]\s)")
_LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
"""Known by what they are about, not by their number."""
_YEARLY = re.compile(r"/(?:19|20)\d\d/")


def report_name(report: Report, library: Library, language: Language = "vi") -> str:
    """Return the short name of a report, as no other report of the library is called.

    "Báo cáo số 15/BC-UBND năm 2021"; without a number by its subject; who issued it where that tells two apart.
    """
    name = _name(report, language)
    namesakes = (other for other in library.alike(report) if other is not report)
    if not any(_name(other, language) == name for other in namesakes):
        return name
    beside = report.metadata.issuer or (_subject(report) if report.metadata.number else report.id)
    return f"{name} ({beside})"


def named_among(report: Report, library: Library, language: Language = "vi") -> str:
    """Return the name that is shown beside a quote: "" where there is only one report, which needs none."""
    return report_name(report, library, language) if len(library.reports) > 1 else ""


def _name(report: Report, language: Language = "vi") -> str:
    metadata = report.metadata
    number, year = number_of(report), metadata.period or (metadata.issued_on or "")[:4]
    kind, subject = kind_of(report) or say("decree.report", language), _subject(report)
    if number and kind not in _LAWS:
        # A number that holds its year is whole: "Nghị định 15/2020/NĐ-CP"; another one begins anew every year.
        numbered = "across.numbered-whole" if _YEARLY.search(number) else "across.numbered"
        name = say(numbered, language, kind=kind, number=number)
    else:
        kind, subject = (kind, subject) if number else _issued_in(report, kind, subject)
        name = f"{kind} {_uncapitalised(_short(subject))}"
    return name if not year or year in name else say("across.of-year", language, name=name, year=year)


def _uncapitalised(subject: str) -> str:
    """Return a subject as it follows the type; an abbreviation stays in capitals."""
    return subject if subject[:2].isupper() else subject[:1].lower() + subject[1:]


def _issued_in(report: Report, kind: str, subject: str) -> tuple[str, str]:
    """Return type and subject, of a decision that only issues what is attached those of the attached: "Quy chế …"."""
    for section in report.sections:
        if is_attachment(section) and (
            told := re.match(rf"(?:về việc\s+)?ban hành\s+(?:kèm theo\s+)?{re.escape(section.label)}\s+", subject, re.I)
        ):
            return section.label, subject[told.end() :]
    return kind, subject


def _short(subject: str) -> str:
    clause = _FIRST_CLAUSE.match(subject) if len(subject) > SHORT_SUBJECT else None
    return clause[0] if clause else subject


def _subject(report: Report) -> str:
    title = " ".join(report.title.split()).rstrip(" .")
    if len(title) <= SUBJECT_LENGTH:
        return title
    return title[:SUBJECT_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + "…"
