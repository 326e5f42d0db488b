"""Renders a report as an HTML document with an id on every sentence. Knows nothing of HTTP, questions or the chat."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from app.messages import say
from app.web.document_outline import render_outline, section_anchor
from app.web.document_rows import render_rows
from app.web.document_text import Highlight, Page, inside
from corpus.models import Paragraph, Report

__all__ = ["Highlight", "render_document"]

_LIST_KINDS = ("bullet", "sub-bullet")


def _footnote(page: Page, paragraph: Paragraph, number: str) -> str:
    back, anchor = escape(say("page.footnote-back", number=number)), escape(number)
    link = f'<a class="fn-back" href="#fnref-{anchor}" title="{back}" aria-label="{back}">{anchor}</a>'
    return f'<p class="footnote" id="fn-{anchor}" role="note">{link} {inside(page, paragraph)}</p>'


def _paragraph(page: Page, paragraph: Paragraph) -> str:
    if paragraph.footnote is not None:
        return _footnote(page, paragraph, paragraph.footnote)
    body = inside(page, paragraph)
    if paragraph.role == "title":
        return f'<h2 class="role-title">{body}</h2>'
    if paragraph.kind == "heading":
        level = min(page.report.section(paragraph.section).level + 2, 6)
        return f"<h{level}>{body}</h{level}>"
    tag = "li" if paragraph.kind in _LIST_KINDS else "p"
    return f'<{tag} class="{paragraph.kind} role-{paragraph.role}">{body}</{tag}>'


def _group(paragraph: Paragraph) -> str:
    """Return what a paragraph shares with its neighbours: a list, a table; "" where each stands for itself."""
    if paragraph.kind == "row":
        return f"table {paragraph.table}"
    return "list" if paragraph.kind in _LIST_KINDS and paragraph.footnote is None else ""


def _sections(page: Page) -> Iterator[str]:
    """Render section after section; neighbouring bullets become one list, rows one table."""
    for code, members in groupby(page.report.paragraphs, key=lambda paragraph: paragraph.section):
        yield f'<section id="{section_anchor(code)}" data-section="{escape(code)}">'
        for shared, group in groupby(members, key=_group):
            if shared.startswith("table"):
                yield render_rows(page, list(group))
                continue
            body = "\n".join(_paragraph(page, paragraph) for paragraph in group)
            yield f'<ul class="items">\n{body}\n</ul>' if shared else body
        yield "</section>"


def render_document(report: Report, highlights: Sequence[Highlight] = ()) -> str:
    """Return the report as one ``<article>``; every character of its text stands in it once, in order.

    A highlight may be part of a sentence or cover several: it becomes one ``<mark class="cited">`` for each piece,
    and the pieces joined are the highlighted text. Highlights outside the text mark nothing.
    """
    page = Page.of(report, highlights)
    body = "\n".join(_sections(page))
    return f'<article class="document" data-report="{escape(report.id)}">\n{render_outline(report)}\n{body}\n</article>'
