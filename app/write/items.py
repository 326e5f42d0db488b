"""Quotes what a section consists of: its paragraphs, and lists with the lines that introduce them. Knows no question.

The opening sentence of a paragraph stands for it, unless the whole section is short.
"""

from collections.abc import Mapping, Sequence

from app.write.citations import Quote
from corpus.models import Paragraph, Passage, Report, Section

SHORT_SECTION = 1500
"""Characters of a section whose paragraphs are quoted whole."""
SHORT_LIST = 700
"""Characters of a list that is quoted in one piece with the line that introduces it."""
ALWAYS, MOST = 6, 12
"""So many quotes are never too long together, and more are never given; the section itself is one click away."""
LONGEST = 2000
"""Characters of more than ``ALWAYS`` quotes."""


def items_of(report: Report, section: Section) -> list[Paragraph]:
    """Return the paragraphs of a section that introduce nothing, in order; no headings, footnotes, rows."""
    return [one for one in _told(report, section) if not _listed(report, one)]


def quotes_of(report: Report, section: Section, by_id: Mapping[str, Passage]) -> list[Quote]:
    """Return the quotes that stand for the paragraphs of a section; ``by_id`` are the passages of the report."""
    told = _told(report, section)
    short = sum(one.end - one.start for one in told) <= SHORT_SECTION
    inside = {one.id for one in told}
    outer = [one for one in told if one.parent not in inside]
    return [quote for one in outer for quote in _quotes(report, one, by_id, short)]


def within_reach(quotes: Sequence[Quote]) -> list[Quote]:
    """Return the first of some quotes, as many as are read at a glance."""
    kept: list[Quote] = []
    for quote in quotes[:MOST]:
        if len(kept) >= ALWAYS and sum(one.end - one.start for one in [*kept, quote]) > LONGEST:
            break
        kept.append(quote)
    return kept


def _told(report: Report, section: Section) -> list[Paragraph]:
    return [
        one
        for one in report.paragraphs_between(section.start, section.end)
        if one.sentences and one.footnote is None and one.kind not in ("heading", "row")
    ]


def _listed(report: Report, paragraph: Paragraph) -> list[Paragraph]:
    return [one for one in report.children(paragraph.id) if one.kind != "row" and one.sentences]


def _quotes(report: Report, paragraph: Paragraph, by_id: Mapping[str, Passage], short: bool) -> list[Quote]:
    first, listed = by_id[paragraph.sentences[0].id], _listed(report, paragraph)
    if not listed:
        return [Quote(first, first.start, paragraph.end if short else first.end)]
    end = _end(report, paragraph)
    if end - paragraph.start <= SHORT_LIST:
        return [Quote(first, paragraph.start, end)]
    own = [Quote(first, first.start, first.end)] if len(paragraph.sentences) > 1 else []
    return [*own, *(quote for one in listed for quote in _quotes(report, one, by_id, short))]


def _end(report: Report, paragraph: Paragraph) -> int:
    listed = _listed(report, paragraph)
    return _end(report, listed[-1]) if listed else paragraph.end
