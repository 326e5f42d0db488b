"""In which reports a question is looked up, and in which order. Knows what questions say of reports; finds nothing.

What a question names for certain ("theo báo cáo năm 2021", a number) is the only place to look; a year or a place that
tells some reports from others is looked at first, and all of them where those do not answer.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from app.across.facets import Facets, Facetted, folded_number
from app.decide.cues import asks_plan
from app.understand.followup import Standalone
from app.understand.quantities import YEAR
from app.understand.which_report import Reference, reference_in, without_reference
from corpus.models import Report
from index.syllables import fold, normalise

ReportIds = tuple[str, ...] | None
"""The reports to look in; None for all."""
NamesOf = Callable[[str], Collection[str]]
"""The folded names that stand in a question."""
IsSaid = Callable[[str], bool]
"""Tells whether a report says something, word for word but for case."""

SHORTEST_OFFICE = 3
"""Fewest letters of a sign that tell an office: "SYT"; fewer tell what kind of document it is."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to look: ``tried`` one after another. ``asked`` is the question without what names the report.

    ``absent`` is what a question refers to and is not there, as typed; then nothing is to be looked up.
    """

    asked: Standalone
    tried: tuple[ReportIds, ...]
    absent: str = ""


class Scoping:
    """Tells the reports of a library apart. Holds nothing of any question."""

    def __init__(self, reports: Sequence[Report], names_of: NamesOf, is_said: IsSaid) -> None:
        self._facetted = Facetted(reports)
        self._names_of = names_of
        self._is_said = is_said

    def pool(self, report_ids: ReportIds) -> Sequence[Facets]:
        """Return the facets of the given reports."""
        return [one for one in self._facetted.all if report_ids is None or one.report_id in report_ids]

    def by_names(self, text: str, report_ids: ReportIds) -> Sequence[Facets]:
        """Return those of the given reports that the names in a question tell from the others."""
        return self._of_names(text, self.pool(report_ids))

    def resolve(self, standalone: Standalone, report_ids: ReportIds) -> Scope:
        """Return where to look for what a question asks, among the given reports."""
        pool = self.pool(report_ids)
        said = reference_in(standalone.text)
        if len(pool) < 2 or (said is None and not self._differ(pool)):
            return Scope(standalone, (report_ids,))
        if said is None:
            return Scope(standalone, self._in_order(standalone.text, pool, report_ids))
        meant = [one for one in pool if self._fits(one, said)]
        if meant:
            asked = _without(standalone, said)
            return Scope(asked, self._in_order(asked.text, meant, _ids(meant)))
        told_of = bool(said.number) and self._is_said(said.number)  # a report may tell of a document that is not here
        subject = not standalone.text[: said.start].strip()  # "Báo cáo của Sở X nêu …"
        if told_of or not said.certain or not (said.by or subject or said.number or said.year):
            return Scope(standalone, self._in_order(standalone.text, pool, report_ids))
        return Scope(standalone, (), standalone.text[said.noun : said.end].strip())

    @staticmethod
    def _differ(pool: Sequence[Facets]) -> bool:
        return any((one.years, one.subject) != (pool[0].years, pool[0].subject) for one in pool[1:])

    def _in_order(self, text: str, pool: Sequence[Facets], everything: ReportIds) -> tuple[ReportIds, ...]:
        """Return the reports that a place and a year in the question tell from the others, then all of them."""
        likely = self._of_years(text, self._of_names(text, pool))
        return (everything,) if len(likely) == len(pool) else (_ids(likely), everything)

    def _of_names(self, text: str, pool: Sequence[Facets]) -> Sequence[Facets]:
        names = self._names_of(text)
        held = [sum(f" {name} " in one.subject for name in names) for one in pool]
        return [one for one, count in zip(pool, held, strict=True) if count == max(held)]

    @staticmethod
    def _of_years(text: str, pool: Sequence[Facets]) -> Sequence[Facets]:
        """Return the reports on the years that a question names; what is planned for a year stands in another one."""
        if asks_plan(normalise(text)):
            return pool
        years = frozenset(YEAR.findall(normalise(text)))
        return [one for one in pool if one.years & years] or pool

    def _fits(self, one: Facets, said: Reference) -> bool:
        if said.year and said.year not in one.years:
            return False
        if said.issuer and not self._issued(one, said.issuer):
            return False
        return not said.number or _numbered(one, said)

    def _issued(self, one: Facets, issuer: str) -> bool:
        """Tell whether a report is of an office: its name, a part of it, or its letters in the sign ("BC-SYT")."""
        phrase = self._facetted.phrase(issuer)
        if set(phrase.split()) <= set(one.issuer.split()) or phrase in one.subject:
            return True
        words = fold(issuer).split()
        initials = "".join(word[0] for word in words)
        return not one.issuer.strip() and any(
            len(part) >= SHORTEST_OFFICE
            and initials.startswith(part)
            and set(words[len(part) :]) <= set(one.subject.split())
            for part in one.sign
        )


def _without(standalone: Standalone, said: Reference) -> Standalone:
    """Return a question without what names the report, in all of it and in the part that is asked now."""
    inside = reference_in(standalone.focus)
    focus = without_reference(standalone.focus, inside) if inside else standalone.focus
    return Standalone(without_reference(standalone.text, said), focus)


def _numbered(one: Facets, said: Reference) -> bool:
    """Tell whether a report has a number as cited, whole or up to a slash; without a sign its kind must be named."""
    number = folded_number(said.number)
    if one.number == number:
        return True
    return one.number.startswith(f"{number}/") and one.kind == fold(said.kind)


def _ids(pool: Sequence[Facets]) -> tuple[str, ...]:
    return tuple(one.report_id for one in pool)
