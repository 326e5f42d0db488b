"""Renders a report as an HTML document with an id on every sentence. Knows nothing of HTTP, questions or the chat."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby, pairwise

from app.messages import say
from app.web.links import sentence_anchor
from corpus.models import Footnote, Paragraph, Report, Sentence

_LIST_KINDS = ("bullet", "sub-bullet")


@dataclass(frozen=True, slots=True)
class Highlight:
    """A span ``[start, end)`` of the report's text to mark, and the number of the citation it belongs to."""

    marker: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Page:
    """What is rendered: a report and the spans to mark in it."""

    report: Report
    highlights: tuple[Highlight, ...]


def _footnote_mark(number: str) -> str:
    name = escape(say("page.footnote-mark", number=number))
    anchor = escape(number)
    return f'<sup class="fn" id="fnref-{anchor}"><a href="#fn-{anchor}" aria-label="{name}">{anchor}</a></sup>'


def _run(page: _Page, start: int, end: int) -> str:
    """Render a run of text that no boundary cuts; ``data-start`` lets a script find any character again."""
    text = escape(page.report.text[start:end])
    markers = [str(h.marker) for h in page.highlights if h.start <= start and end <= h.end]
    if not markers:
        return f'<span class="run" data-start="{start}">{text}</span>'
    return f'<mark class="run cited" data-marker="{" ".join(markers)}" data-start="{start}">{text}</mark>'


def _runs(page: _Page, start: int, end: int, notes: Sequence[Footnote]) -> str:
    """Render ``[start, end)`` cut at the edges of highlights and at footnote marks, each mark where it stood."""
    edges = {edge for h in page.highlights for edge in (h.start, h.end)} | {note.anchor for note in notes}
    cuts = [start, *sorted(edge for edge in edges if start < edge < end), end]
    pieces: list[str] = []
    for left, right in pairwise(cuts):
        pieces += [_footnote_mark(note.number) for note in notes if note.anchor == left]
        pieces.append(_run(page, left, right))
    pieces += [_footnote_mark(note.number) for note in notes if note.anchor == end]
    return "".join(pieces)


def _sentence(page: _Page, sentence: Sentence) -> str:
    notes = [note for note in page.report.footnotes if note.sentence == sentence.id]
    inside = _runs(page, sentence.start, sentence.end, notes)
    anchor, name = sentence_anchor(sentence.id), escape(sentence.id)
    return f'<span class="sentence" id="{anchor}" data-passage="{name}">{inside}</span>'


def _inside(page: _Page, paragraph: Paragraph) -> str:
    """Render the text of a paragraph: its sentences, and what stands before, between and after them."""
    pieces, position = [], paragraph.start
    for sentence in paragraph.sentences:
        if position < sentence.start:
            pieces.append(_runs(page, position, sentence.start, ()))
        pieces.append(_sentence(page, sentence))
        position = sentence.end
    if position < paragraph.end:
        pieces.append(_runs(page, position, paragraph.end, ()))
    return "".join(pieces)


def _footnote(page: _Page, paragraph: Paragraph, number: str) -> str:
    back, anchor = escape(say("page.footnote-back", number=number)), escape(number)
    link = f'<a class="fn-back" href="#fnref-{anchor}" title="{back}" aria-label="{back}">{anchor}</a>'
    return f'<p class="footnote" id="fn-{anchor}" role="note">{link} {_inside(page, paragraph)}</p>'


def _paragraph(page: _Page, paragraph: Paragraph) -> str:
    if paragraph.footnote is not None:
        return _footnote(page, paragraph, paragraph.footnote)
    inside = _inside(page, paragraph)
    if paragraph.role == "title":
        return f'<h2 class="role-title">{inside}</h2>'
    if paragraph.kind == "heading":
        level = page.report.section(paragraph.section).level + 2
        return f"<h{level}>{inside}</h{level}>"
    tag = "li" if paragraph.kind in _LIST_KINDS else "p"
    return f'<{tag} class="{paragraph.kind} role-{paragraph.role}">{inside}</{tag}>'


def _is_item(paragraph: Paragraph) -> bool:
    return paragraph.kind in _LIST_KINDS and paragraph.footnote is None


def _section_anchor(code: str) -> str:
    return f"m-{escape(code)}"


def _sections(page: _Page) -> Iterator[str]:
    """Render section after section; neighbouring bullets become one list."""
    for code, members in groupby(page.report.paragraphs, key=lambda paragraph: paragraph.section):
        yield f'<section id="{_section_anchor(code)}" data-section="{escape(code)}">'
        for is_list, group in groupby(members, key=_is_item):
            body = "\n".join(_paragraph(page, paragraph) for paragraph in group)
            yield f'<ul class="items">\n{body}\n</ul>' if is_list else body
        yield "</section>"


def _outline(report: Report) -> str:
    """Render the list of sections as links; a section without a number shows its title alone."""
    entries = []
    for section in report.sections:
        code = "" if section.code in ("header", "closing") else f"{section.code.rpartition('.')[2]}. "
        link = f'<a href="#{_section_anchor(section.code)}">{escape(code + section.title)}</a>'
        entries.append(f'<li class="level-{section.level}">{link}</li>')
    name = escape(say("page.outline"))
    items = "\n".join(entries)
    return (
        f'<nav class="outline" aria-label="{name}"><details><summary>{name}</summary>\n'
        f"<ol>\n{items}\n</ol></details></nav>"
    )


def render_document(report: Report, highlights: Sequence[Highlight] = ()) -> str:
    """Return the report as one ``<article>``; every character of its text stands in it once, in order.

    A highlight may be part of a sentence or cover several: it becomes one ``<mark class="cited">`` for each piece,
    and the pieces joined are the highlighted text. Highlights outside the text mark nothing.
    """
    page = _Page(report, tuple(highlights))
    body = "\n".join(_sections(page))
    return f'<article class="document" data-report="{escape(report.id)}">\n{_outline(report)}\n{body}\n</article>'
