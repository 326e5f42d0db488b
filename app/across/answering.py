"""Answers a question from one report or from several: where to look, what to compare, what to tell side by side.

Knows the stages of an answer, nothing of how each works. With one report it finds and composes, and that is all.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from app.across.called import Called, called, kind_of
from app.across.compared import Comparing, years_compared, years_listed
from app.across.facets import Facets
from app.across.names import report_name
from app.across.scope import ReportIds, Scope, Scoping
from app.across.several import MOST, side_by_side
from app.finder import Finder
from app.found import Found
from app.messages import say
from app.understand.comparison import Comparison, comparison_in
from app.understand.followup import Standalone
from app.understand.lexicon import Lexicon
from app.understand.quantities import YEAR
from app.understand.question import analyse
from app.write.composer import Composed, Composer
from corpus.library import Library
from corpus.models import Passage
from corpus.rules import lays_down_rules
from index.in_reports import InReports, in_reports
from index.syllables import normalise

LISTED = 5
"""Reports that a refusal names; of more it says how many."""
_SINCE = re.compile(r"\b(?:so với|cùng kỳ)\b", re.IGNORECASE)
Lap = Callable[[str], None]
"""Ends a stage of the answer, by its name: "find", "write"."""


@dataclass(frozen=True, slots=True)
class Declined:
    """That nothing answers: what was found nevertheless, if anything was looked up, and a sentence of its own."""

    found: Found | None
    sentence: str = ""
    years: str = ""  # of the reports that were asked, where there are several
    silent: Called = field(default_factory=lambda: called(()))  # the documents that do not say it


class Answering:
    """Answers within one library. Holds nothing of any question."""

    def __init__(
        self, library: Library, passages: Sequence[Passage], finder: Finder, composer: Composer, lexicon: Lexicon
    ) -> None:
        self._library = library
        self._finder = finder
        self._composer = composer
        self._scoping = Scoping(
            library.reports,
            lambda text: [name.key for name in analyse(text, lexicon).names],
            lambda phrase: _is_said(phrase, library, in_reports(passages)),
        )
        self._comparing = Comparing(library, lexicon, finder.answering)

    def answer(self, standalone: Standalone, report_ids: ReportIds, k: int, lap: Lap) -> Composed | Declined:
        """Return the answer from the given reports, or that there is none; ``k`` passages are looked at."""
        scope = self._scoping.resolve(standalone, report_ids)
        if not scope.tried:
            return self._absent(scope, report_ids)
        pool = self._scoping.by_names(standalone.text, report_ids)
        comparison = comparison_in(standalone.text) if len(self._library.reports) > 1 else None
        if comparison and (table := self._comparing.table(comparison, pool)):
            return table
        outcome = self._looked_up(scope, k, lap)
        if comparison is None or (isinstance(outcome, Composed) and _of_both(comparison, pool, outcome)):
            return outcome
        return self._half(comparison, pool) or outcome

    def _looked_up(self, scope: Scope, k: int, lap: Lap) -> Composed | Declined:
        first: Found | None = None
        for ids in scope.tried:
            found = self._finder.find(scope.asked, ids, k)
            lap("find")
            composed = self._composed(scope.asked.text, found, ids)
            lap("write")
            if composed and scope.told_of and not self._tell_of(scope.told_of, composed):
                return self._absent(scope, ids)
            if composed:
                return self._dated(scope.asked.text, composed)
            first = first or found[0]
        everything = scope.tried[-1]
        if scope.told_of:
            return self._absent(scope, everything)
        pool = self._scoping.pool(everything)
        silent = called([one.kind for one in pool])
        return Declined(first, years=years_listed(pool) if len(pool) > 1 else "", silent=silent)

    def _tell_of(self, number: str, composed: Composed) -> bool:
        """Tell whether what is cited speaks of the document with this number, which is not here itself."""
        reports = [(self._library.report(one.report_id), one) for one in composed.citations]
        return any(
            number in said
            for report, one in reports
            for paragraph in [report.paragraph_at(one.start)]
            for said in (report.text[paragraph.start : paragraph.end], one.quote, report.title)
        )

    def _dated(self, question: str, composed: Composed) -> Composed:
        """Return an answer with the date of the rules in it, where the question names a year that is not theirs."""
        reports = dict.fromkeys(one.report_id for one in composed.citations)
        asked = YEAR.findall(normalise(question))
        told = " ".join(one.quote for one in composed.citations)
        lines = [
            say("across.rule-of", report=report_name(report, self._library), date="/".join(reversed(date.split("-"))))
            for report in map(self._library.report, reports)
            if lays_down_rules(report) and (date := report.metadata.issued_on)
            if any(year not in told and year != date[:4] for year in asked)
        ]
        return replace(composed, text="\n".join([composed.text, *lines]))

    def _composed(self, question: str, found: Sequence[Found], ids: ReportIds) -> Composed | None:
        """Return the answer from what was found; from several reports where they answer differently."""
        beside = self._finder.in_other_reports(found[0], ids) if len(found) == 1 and _across(ids, self._library) else []
        if not beside:
            return self._composer.compose(question, found, lambda asked: self._finder.answering(asked, ids))
        told = [(one, self._alone(question, one)) for one in [found[0], *beside]]
        named = [(_report_of(one), composed) for one, composed in told if composed]
        years = {one.report_id: max(one.years, default="") for one in self._scoping.pool(ids)}
        newest = sorted(named, key=lambda one: years[one[0]], reverse=True)[:MOST]
        reports = [(self._library.report(at), one) for at, one in newest]
        noun = called([kind_of(report) for report, _ in reports]).noun
        return side_by_side([(report_name(report, self._library), one) for report, one in reports], noun)

    def _alone(self, question: str, found: Found) -> Composed | None:
        ids = (_report_of(found),)
        return self._composer.compose(question, [found], lambda asked: self._finder.answering(asked, ids))

    def _half(self, comparison: Comparison, pool: Sequence[Facets]) -> Composed | None:
        """Return the figure of the one year that is there, and say that the other is not."""
        half = self._comparing.half(comparison, pool)
        composed = half and self._alone(half[0].question.text, half[0])
        return replace(composed, text=f"{composed.text}\n{half[1]}") if half and composed else None

    def _absent(self, scope: Scope, report_ids: ReportIds) -> Declined:
        reports = self._library.among(report_ids)
        listed = "; ".join(report_name(one, self._library) for one in reports[:LISTED])
        noun = called([kind_of(one) for one in reports[LISTED:]]).noun
        more = say("across.more", count=len(reports) - LISTED, noun=noun) if len(reports) > LISTED else ""
        return Declined(None, say("across.absent", report=scope.absent, reports=f"{listed}{more}"))


def _is_said(phrase: str, library: Library, passages: InReports) -> bool:
    """Tell whether a passage says something; those of a report are looked at where its whole text says it."""
    wanted = phrase.lower()
    saying = (report.id for report in library.reports if wanted in report.text.lower())
    return any(wanted in passage.text.lower() for name in saying for passage in passages.report(name).passages)


def _across(ids: ReportIds, library: Library) -> bool:
    return len(library.reports if ids is None else ids) > 1


def _report_of(found: Found) -> str:
    passage = found.verdict.passage or found.overview[0].passage
    return passage.report_id


def _of_both(comparison: Comparison, pool: Sequence[Facets], composed: Composed) -> bool:
    """Tell whether an answer from one report speaks of the earlier year too, or of a change since."""
    earlier, _ = years_compared(comparison, pool)
    return any(earlier in citation.quote or _SINCE.search(citation.quote) for citation in composed.citations)
