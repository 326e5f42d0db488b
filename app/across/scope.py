"""In which reports a question is looked up, and in which order. Knows what questions say of reports; finds nothing.

What a question names for certain ("theo báo cáo năm 2021", a number) is the only place to look; a year or a place that
tells some reports from others is looked at first, and all of them where those do not answer.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from app.across.facets import Facets, Facetted
from app.across.naming import Naming, is_numbered
from app.decide.cues import asks_plan
from app.understand.followup import Standalone
from app.understand.quantities import YEAR
from app.understand.which_report import Reference, pointed_at, without_reference
from corpus.models import Report
from index.syllables import fold, normalise

ReportIds = tuple[str, ...] | None
"""The reports to look in; None for all."""
NamesOf = Callable[[str], Collection[str]]
"""The folded names that stand in a question."""
IsSaid = Callable[[str], bool]
"""Tells whether a report says something, word for word but for case."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to look: ``tried`` one after another. ``asked`` is the question without what names the report.

    ``absent`` is what a question refers to and is not there, as typed; then nothing is to be looked up, unless
    reports tell of it: ``told_of`` is its number then, and only what they say of it answers.
    """

    asked: Standalone
    tried: tuple[ReportIds, ...]
    absent: str = ""
    told_of: str = ""


class Scoping:
    """Tells the reports of a library apart. Holds nothing of any question."""

    def __init__(self, reports: Sequence[Report], names_of: NamesOf, is_said: IsSaid) -> None:
        self._facetted = Facetted(reports)
        self._naming = Naming(self._facetted)
        self._names_of = names_of
        self._is_said = is_said

    def pool(self, report_ids: ReportIds) -> Sequence[Facets]:
        """Return the facets of the given reports."""
        if report_ids is None:
            return self._facetted.all
        among = frozenset(report_ids)
        return [one for one in self._facetted.all if one.report_id in among]

    def by_names(self, text: str, report_ids: ReportIds) -> Sequence[Facets]:
        """Return those of the given reports that the names in a question tell from the others."""
        return self._of_names(text, self.pool(report_ids))

    def resolve(self, standalone: Standalone, report_ids: ReportIds) -> Scope:
        """Return where to look for what a question asks, among the given reports."""
        pool = self.pool(report_ids)
        named = self._naming.named(standalone.text, pool)
        if named and len(pool) == 1 and not named.said.number:
            named = None  # "theo báo cáo năm 2018" of the only report there is
        if named is None:
            alone = len(pool) < 2 or not self._differ(pool)
            pointed = [one for one in pool if pointed_at(standalone.text) & {fold(one.kind)}]
            if pointed and len(pointed) < len(pool):
                return Scope(standalone, (*self._in_order(standalone.text, pointed, _ids(pointed)), report_ids))
            return Scope(standalone, (report_ids,) if alone else self._in_order(standalone.text, pool, report_ids))
        if named.meant:
            asked = self._without(standalone, named.said, pool)
            return Scope(asked, self._in_order(asked.text, named.meant, _ids(named.meant)))
        return self._not_held(standalone, named.said, pool, report_ids)

    def _not_held(self, standalone: Standalone, said: Reference, pool: Sequence[Facets], ids: ReportIds) -> Scope:
        """Return where to look for what is asked of a document that is not there; others may tell of it."""
        # A number that a held document of another type has is that document's own, wherever it stands.
        name = standalone.text[said.noun : said.end].strip()
        told_of = self._told_of(said) and not any(is_numbered(one, said) for one in pool)
        subject = not standalone.text[: said.start].strip()  # "Báo cáo của Sở X nêu …"
        if told_of or not said.certain or not (said.by or subject or said.number or said.year):
            in_order = self._in_order(standalone.text, pool, ids)
            return Scope(standalone, in_order, *((name, said.number) if told_of and said.by else ()))
        return Scope(standalone, (), name)

    def _told_of(self, said: Reference) -> bool:
        """Tell whether a report tells of a document with this number; a bare number counts after its type only."""
        if not said.number.isdigit():
            return bool(said.number) and self._is_said(said.number)
        return any(
            self._is_said(f"{said.kind} {before}{said.number}{after}") for before in ("số ", "") for after in "/ ,;."
        )

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
        most = max(held)
        return [one for one, count in zip(pool, held, strict=True) if count == most]

    @staticmethod
    def _of_years(text: str, pool: Sequence[Facets]) -> Sequence[Facets]:
        """Return the reports on the years that a question names; what is planned for a year stands in another one."""
        if asks_plan(normalise(text)):
            return pool
        years = frozenset(YEAR.findall(normalise(text)))
        return [one for one in pool if one.years & years and not one.rules] or pool

    def _without(self, standalone: Standalone, said: Reference, pool: Sequence[Facets]) -> Standalone:
        """Return a question without what names the report, in all of it and in the part that is asked now."""
        inside = self._naming.named(standalone.focus, pool)
        focus = without_reference(standalone.focus, inside.said) if inside else standalone.focus
        return Standalone(without_reference(standalone.text, said), focus)


def _ids(pool: Sequence[Facets]) -> tuple[str, ...]:
    return tuple(one.report_id for one in pool)
