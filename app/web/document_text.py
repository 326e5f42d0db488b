"""Renders the text of a report in runs that a script finds again, cited spans marked. Knows nothing of its layout."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Self

from app.messages import say
from app.web.links import sentence_anchor
from corpus.models import Footnote, Paragraph, Report, Sentence


@dataclass(frozen=True, slots=True)
class Highlight:
    """A span ``[start, end)`` of the report's text to mark, and the number of the citation it belongs to."""

    marker: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """What is rendered: a report, the spans to mark in it, and its footnotes by the sentences that carry them."""

    report: Report
    highlights: tuple[Highlight, ...]
    notes: dict[str, list[Footnote]]

    @classmethod
    def of(cls, report: Report, highlights: Sequence[Highlight]) -> Self:
        """Return the page of a report."""
        notes: dict[str, list[Footnote]] = defaultdict(list)
        for note in report.footnotes:
            notes[note.sentence].append(note)
        return cls(report, tuple(highlights), dict(notes))


def _footnote_mark(number: str) -> str:
    name = escape(say("page.footnote-mark", number=number))
    anchor = escape(number)
    return f'<sup class="fn" id="fnref-{anchor}"><a href="#fn-{anchor}" aria-label="{name}">{anchor}</a></sup>'


def _run(page: Page, start: int, end: int) -> str:
    """Render a run of text that no boundary cuts; ``data-start`` lets a script find any character again."""
    text = escape(page.report.text[start:end])
    markers = [str(h.marker) for h in page.highlights if h.start <= start and end <= h.end]
    if not markers:
        return f'<span class="run" data-start="{start}">{text}</span>'
    return f'<mark class="run cited" data-marker="{" ".join(markers)}" data-start="{start}">{text}</mark>'


def runs(page: Page, start: int, end: int, notes: Sequence[Footnote] = ()) -> str:
    """Render ``[start, end)`` cut at the edges of highlights and at footnote marks, each mark where it stood."""
    edges = {edge for h in page.highlights for edge in (h.start, h.end)} | {note.anchor for note in notes}
    cuts = [start, *sorted(edge for edge in edges if start < edge < end), end]
    pieces: list[str] = []
    for left, right in pairwise(cuts):
        pieces += [_footnote_mark(note.number) for note in notes if note.anchor == left]
        pieces.append(_run(page, left, right))
    pieces += [_footnote_mark(note.number) for note in notes if note.anchor == end]
    return "".join(pieces)


def _sentence(page: Page, sentence: Sentence) -> str:
    body = runs(page, sentence.start, sentence.end, page.notes.get(sentence.id, ()))
    anchor, name = sentence_anchor(sentence.id), escape(sentence.id)
    return f'<span class="sentence" id="{anchor}" data-passage="{name}">{body}</span>'


def inside(page: Page, paragraph: Paragraph) -> str:
    """Render the text of a paragraph: its sentences, and what stands before, between and after them."""
    pieces, position = [], paragraph.start
    for sentence in paragraph.sentences:
        if position < sentence.start:
            pieces.append(runs(page, position, sentence.start, ()))
        pieces.append(_sentence(page, sentence))
        position = sentence.end
    if position < paragraph.end:
        pieces.append(runs(page, position, paragraph.end, ()))
    return "".join(pieces)
