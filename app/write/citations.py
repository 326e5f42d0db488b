"""Makes citations: spans of reports with the name of the place they stand in. Knows nothing of why they are cited."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.across.names import named_among
from app.messages import Language
from app.models import Citation, Near
from app.write.places import label, part_at, table_at
from corpus.library import Library
from corpus.models import Passage, Report


@dataclass(frozen=True, slots=True)
class Quote:
    """A part of a passage to be cited: ``[start, end)`` in the text of its report, inside or around the passage."""

    passage: Passage
    start: int
    end: int


def without_overlap(quotes: Sequence[Quote]) -> list[Quote]:
    """Return the quotes without those that lie wholly inside another; of equal ones the first stays."""
    kept: list[Quote] = []
    for quote in quotes:
        inside = any(
            other.passage.report_id == quote.passage.report_id and other.start <= quote.start and quote.end <= other.end
            for other in [*kept, *(q for q in quotes if q.end - q.start > quote.end - quote.start)]
        )
        if not inside:
            kept.append(quote)
    return kept


def cite(quotes: Sequence[Quote], library: Library, language: Language = "vi") -> tuple[Citation, ...]:
    """Return the quotes as citations numbered from 1."""
    return tuple(_citation(quote, marker, library, language) for marker, quote in enumerate(quotes, start=1))


def _citation(quote: Quote, marker: int, library: Library, language: Language) -> Citation:
    passage = quote.passage
    report = library.report(passage.report_id)
    return Citation(
        marker=marker,
        report_id=report.id,
        report_title=report.title,
        section=passage.section,
        section_title=report.section(passage.section).title,
        footnote=passage.footnote,
        passage_id=passage.id,
        start=quote.start,
        end=quote.end,
        quote=report.text[quote.start : quote.end],
        label=_label(report, quote, language),
        report_name=named_among(report, library, language),
    )


def _label(report: Report, quote: Quote, language: Language) -> str:
    section, footnote = quote.passage.section, quote.passage.footnote
    part, table = part_at(report, quote.start), table_at(report, quote.start)
    return label(report, section, footnote, language, part=part, table=table)


def near(quote: Quote, library: Library, language: Language = "vi") -> Near:
    """Return a quote as what is nearest to a question without an answer."""
    cited = _citation(quote, 1, library, language)
    return Near(
        cited.report_id,
        cited.section,
        cited.footnote,
        cited.passage_id,
        cited.start,
        cited.end,
        cited.quote,
        cited.label,
        cited.report_name,
    )
