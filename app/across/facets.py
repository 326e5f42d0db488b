"""By what a report is told from others: its years, who issued it, its number. Knows metadata, nothing of questions."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.across.called import kind_of
from app.messages import say
from corpus.models import Report
from corpus.rules import is_attachment, lays_down_rules
from index.syllables import fold, syllables
from index.variants import Variants

_YEAR = re.compile(r"(?:19|20)\d\d")
_DASHES = re.compile(r"[‐-―−]")
LONGEST_PERIOD = 20
"""A period of more years is a misprint; only its first and last year count."""


@dataclass(frozen=True, slots=True)
class Facets:
    """What one report can be asked for by. All but id, years and ``kind`` is folded; phrases are padded with spaces."""

    report_id: str
    years: frozenset[str]  # reported on; the year of issue where the document reports on none
    kind: str  # as it is written, "Nghị định"; "" where it has none
    kinds: frozenset[str]  # its own and those of what is attached: "quyet dinh", "quy che"; none where it names none
    number: str  # number and sign: "45/bc-ubnd"; "" where the document leaves its number blank
    sign: frozenset[str]  # the parts of the sign: "bc", "syt"
    issuer: str
    subject: str  # title and issuer
    titles: str  # its own and those of what is attached
    issued: str  # year, "" where unknown
    rules: bool  # it says what is to be done at any time, so that its year tells nothing of what is asked
    is_table: bool  # figures in rows, without a type of its own


def years_of(report: Report) -> frozenset[str]:
    """Return the years that a report is about: "2021-2023" is three; where it says none, the year of issue."""
    told = report.metadata.period or (report.metadata.issued_on or "")[:4]
    years = sorted({int(year) for year in _YEAR.findall(told)})
    if len(years) == 2 and years[1] - years[0] <= LONGEST_PERIOD:
        years = list(range(years[0], years[1] + 1))
    return frozenset(map(str, years))


def number_of(report: Report) -> str:
    """Return number and sign as they are cited, "15/BC-UBND"; "" where the document has no number."""
    number, sign = report.metadata.number, report.metadata.sign
    if not number:
        return ""
    return number if "/" in number or not sign else f"{number}/{sign}"


def folded_number(written: str) -> str:
    """Return a number as it is compared: no spaces, one dash, no diacritics."""
    return fold(_DASHES.sub("-", "".join(written.split())))


class Facetted:
    """The facets of some reports, in their order. Built once; holds nothing of any question."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._variants = Variants(())
        self.all = tuple(self._facets(report) for report in reports)

    def phrase(self, text: str) -> str:
        """Return a text as it is compared: abbreviations written out, folded, padded with spaces."""
        return f" {' '.join(syllables(fold(self._variants.canonical(text))))} "

    def _facets(self, report: Report) -> Facets:
        issuer = report.metadata.issuer or ""
        kind = kind_of(report)
        attached = {section.label: section.title for section in report.sections if is_attachment(section)}
        return Facets(
            report_id=report.id,
            years=years_of(report),
            kind=kind,
            kinds=frozenset(fold(each) for each in (kind, *attached) if each),
            number=folded_number(number_of(report)),
            sign=frozenset(re.split(r"[-/]", folded_number(report.metadata.sign or ""))) - {""},
            issuer=self.phrase(issuer),
            subject=self.phrase(f"{report.title}. {issuer}"),
            titles=" ; ".join(self.phrase(title) for title in (report.title, *attached.values())),
            issued=(report.metadata.issued_on or "")[:4],
            rules=lays_down_rules(report),
            is_table=kind == say("called.table"),
        )
