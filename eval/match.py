"""Tells which gold evidence a hit or a citation holds, by overlap of character spans. Knows nothing of passages' ids.

The rule: a span *finds* evidence when it alone covers at least half of the characters of the quote, and *touches* it
when it covers any. Gold therefore outlives every change of how the report is cut. A span in another report, or
in another place that says the same, counts for nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.models import Citation
from corpus.library import Library
from eval.models import Evidence, GoldQuestion, Place
from index.models import Hit

COVERAGE = 0.5
"""The share of a quote's characters that a span must cover to find it."""


@dataclass
class EvidenceError(Exception):
    """Evidence that stands nowhere in the reports; ``eval.gold.check_gold`` finds all such at once."""

    question_id: str
    evidence: Evidence

    def __str__(self) -> str:
        place = f"{self.evidence.section}{f' fn{self.evidence.footnote}' if self.evidence.footnote else ''}"
        return f"{self.question_id}: not in {place}: {self.evidence.quote!r}"


def occurrences(evidence: Evidence, library: Library) -> tuple[Place, ...]:
    """Return every place where the quote stands in a paragraph of its section, or in the body of its footnote."""
    found = []
    for report in library.reports:
        for paragraph in report.paragraphs:
            if (paragraph.section, paragraph.footnote) != (evidence.section, evidence.footnote):
                continue
            start = report.text.find(evidence.quote, paragraph.start, paragraph.end)
            while start >= 0:
                found.append(Place(report.id, start, start + len(evidence.quote)))
                start = report.text.find(evidence.quote, start + 1, paragraph.end)
    return tuple(found)


def locate(question: GoldQuestion, library: Library) -> tuple[Place, ...]:
    """Return where the evidence of a question stands, in its order; raises ``EvidenceError`` for the first lost one."""
    places = []
    for evidence in question.evidence:
        found = occurrences(evidence, library)
        if not found:
            raise EvidenceError(question.id, evidence)
        places.append(found[0])
    return tuple(places)


def _covered(place: Place, span: Place) -> int:
    """Return how many characters of the place the span covers."""
    if place.report_id != span.report_id:
        return 0
    return max(min(place.end, span.end) - max(place.start, span.start), 0)


def finds(span: Place, place: Place) -> bool:
    """Tell whether the span covers at least half of the place."""
    return _covered(place, span) >= COVERAGE * (place.end - place.start)


def touches(span: Place, place: Place) -> bool:
    """Tell whether the span and the place have a character in common."""
    return _covered(place, span) > 0


def cited(citation: Citation) -> Place:
    """Return the span of a citation."""
    return Place(citation.report_id, citation.start, citation.end)


def found_by_rank(hits: Sequence[Hit], places: Sequence[Place]) -> tuple[frozenset[int], ...]:
    """Return for each hit, best first, which of the places it finds, as indices into ``places``."""
    spans = [Place(hit.passage.report_id, hit.passage.start, hit.passage.end) for hit in hits]
    return tuple(frozenset(i for i, place in enumerate(places) if finds(span, place)) for span in spans)
