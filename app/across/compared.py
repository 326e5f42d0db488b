"""Sets the figures of two years beside each other, each from the report on its year. Knows how to look things up.

Code takes one figure from the other and shows the terms; where their units differ, or which figure is meant is in
doubt, nothing is worked out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.across.facets import Facets
from app.across.names import report_name
from app.decide.measures import measure_missing
from app.found import Found
from app.messages import say
from app.models import Citation
from app.understand.comparison import Comparison
from app.understand.lexicon import Lexicon
from app.understand.quantities import base_unit
from app.understand.question import Question
from app.write.citations import Quote, cite
from app.write.composer import Composed
from app.write.computing.computation import Computation, difference_of, quotient
from app.write.computing.operands import Counted, assign, figures_of, is_change, kinds_asked
from app.write.table import written
from corpus.library import Library
from corpus.models import Passage
from index.syllables import normalise, syllables

LookUp = Callable[[str, tuple[str, ...]], Found]
"""Looks a plain question up in some reports."""
PERCENT = "%"


@dataclass(frozen=True, slots=True)
class _Told:
    """What the report on one year says: the sentence, and in it the figure that is asked for, where that is clear."""

    year: str
    citation: Citation
    figure: Counted | None
    shown: str


def years_compared(comparison: Comparison, pool: Sequence[Facets]) -> tuple[str, str]:
    """Return the earlier and the later year; the newest that reports are about where the question names none."""
    newest = max((year for one in pool for year in one.years), default="")
    later = comparison.later or newest
    earlier = comparison.earlier or (str(int(later) - 1) if later else "")
    return min(earlier, later), max(earlier, later)


class Comparing:
    """Compares two years within one library. Holds nothing of any question."""

    def __init__(self, library: Library, lexicon: Lexicon, look_up: LookUp) -> None:
        self._library = library
        self._lexicon = lexicon
        self._look_up = look_up

    def table(self, comparison: Comparison, pool: Sequence[Facets]) -> Composed | None:
        """Return what two reports of one issuer say of two years; None where there are no two that both answer."""
        earlier, later = years_compared(comparison, pool)
        before = [one for one in pool if earlier in one.years and later not in one.years]
        after = [one for one in pool if later in one.years and earlier not in one.years]
        paired = [one for one in after if any(other.issuer == one.issuer for other in before)]
        found = self._found(comparison, later, paired)
        if found is None or found.verdict.passage is None:
            return None
        issuer = next(one.issuer for one in paired if one.report_id == found.verdict.passage.report_id)
        found_before = self._found(comparison, earlier, [one for one in before if one.issuer == issuer])
        if found_before is None or found_before.verdict.passage is None:
            return None
        passages = (found_before.verdict.passage, found.verdict.passage)
        sure = min(found_before.verdict.confidence, found.verdict.confidence)
        return self._written(comparison, (earlier, later), passages, found.question, sure)

    def _found(self, comparison: Comparison, year: str, pool: Sequence[Facets]) -> Found | None:
        """Return what the reports on a year answer; None where there are none, or they do not."""
        if not pool:
            return None
        found = self._look_up(comparison.of(year), tuple(one.report_id for one in pool))
        return found if found.answerable and found.verdict.passage else None

    def half(self, comparison: Comparison, pool: Sequence[Facets]) -> tuple[Found, str] | None:
        """Return what the one year is answered with that can be, and a sentence on why the other cannot."""
        years = years_compared(comparison, pool)
        reports = [[one for one in pool if year in one.years] for year in years]
        for at in (1, 0):
            found = self._found(comparison, years[at], reports[at])
            if found:
                other = years[1 - at]
                key = "across.year-silent" if reports[1 - at] else "across.year-missing"
                return found, say(key, year=other, years=years_listed(pool))
        return None

    def _written(
        self,
        comparison: Comparison,
        years: tuple[str, str],
        passages: tuple[Passage, Passage],
        question: Question,
        sure: float,
    ) -> Composed:
        citations = cite([Quote(one, one.start, one.end) for one in passages], self._library)
        figures = [
            self._figure(comparison.asked, citation, year) for citation, year in zip(citations, years, strict=True)
        ]
        told = [
            _Told(year, citation, figure, self._shown(figure, citation, question))
            for year, citation, figure in zip(years, citations, figures, strict=True)
        ]
        head = [say("across.column-year"), say("across.column-figure"), say("across.column-report")]
        rows = [
            [
                one.year,
                f"{one.shown} [{one.citation.marker}]",
                report_name(self._library.report(one.citation.report_id), self._library),
            ]
            for one in told
        ]
        text = f"{written([head, *rows])}\n{_difference(told)}"
        places = [(text.find(f"| {one.shown} [{one.citation.marker}]") + 2, one) for one in told if one.figure]
        return Composed(text, citations, tuple((at, at + len(one.shown)) for at, one in places), sure)

    def _figure(self, asked: str, citation: Citation, year: str) -> Counted | None:
        """Return the figure of a sentence that is asked for, or None where another may be meant as well."""
        measured = normalise(asked)
        figures = [
            one
            for one in figures_of(citation)
            if not is_change(one) and not measure_missing(measured, f"1 {one.quantity.unit}")
        ]
        kinds = kinds_asked(asked, [one.kind for one in figures])
        wanted = [one for one in figures if one.kind in kinds] or (figures if len(figures) == 1 else [])
        # "từ 27 chuyến năm 2021 lên 32 chuyến năm 2022": the year stands after its figure.
        dated = [one for one in wanted if f"năm {year}" in citation.quote[one.quantity.end :][:LOCAL]]
        if len(wanted) == 1 or len(dated) == 1:
            return (wanted if len(wanted) == 1 else dated)[0]
        chosen = [
            one
            for kind in dict.fromkeys(kinds)
            if (one := assign([asked], [w for w in wanted if w.kind == kind], self._lexicon))
        ]
        return chosen[0][0] if len(chosen) == 1 else None

    def _shown(self, figure: Counted | None, citation: Citation, question: Question) -> str:
        """Return a figure as its sentence writes it, with the noun that is asked for whole; else the whole sentence."""
        if figure is None:
            return citation.quote
        start, end = figure.quantity.start, figure.quantity.end
        following = citation.quote[end:].split()
        last = figure.quantity.unit.split()[-1:]
        if last and following:
            (word,) = syllables(following[0])[:1] or [""]
            noun = f" {normalise(last[0])} {word} "
            if self._lexicon.is_word(normalise(last[0]), word) and noun in f" {' '.join(syllables(question.asked))} ":
                end = citation.quote.index(following[0], end) + len(following[0].rstrip(".,;:"))
        return citation.quote[start:end]


LOCAL = 12
"""Letters after a figure in which its year can stand."""


def years_listed(pool: Sequence[Facets]) -> str:
    """Return the years that reports are about: "2021, 2022"."""
    return ", ".join(sorted({year for one in pool if not one.rules for year in one.years}))


def _difference(told: Sequence[_Told]) -> str:
    """Return the line on how much a figure rose or fell, with every term; or why nothing is worked out."""
    before, after = (one.figure for one in told)
    if before is None or after is None:
        return say("across.unclear")
    if before.kind != after.kind:
        return say("across.units", one=base_unit(before.kind) or "–", other=base_unit(after.kind) or "–")
    marks = " ".join(f"[{one.citation.marker}]" for one in told)
    if before.value == after.value:
        return say("across.same", later=told[1].year, earlier=told[0].year, marks=marks)
    way = "across.rose" if after.value > before.value else "across.fell"
    worked = "; ".join(str(one) for one in _computations(before, after))
    return say(way, later=told[1].year, earlier=told[0].year, computation=worked, marks=marks)


def _computations(before: Counted, after: Counted) -> list[Computation]:
    """Return the difference, and what it is of the earlier figure in percent; of two shares the difference alone."""
    smaller, larger = sorted((before, after), key=lambda one: one.value)
    difference = difference_of(larger.operand, smaller.operand)
    if before.kind == PERCENT:
        return [replace(difference, unit=say("across.points"))]
    if not before.value:
        return [difference]
    share = 100 * (larger.value - smaller.value) / before.value
    return [difference, quotient("change", (larger.operand, smaller.operand, before.operand), share, PERCENT)]
