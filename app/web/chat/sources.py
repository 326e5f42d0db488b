"""Renders the lists of sources under an answer. Knows nothing of the answer's text."""

from html import escape

from app.messages import say
from app.models import Answer, Citation, Near, placed
from app.web.chat.icons import icon
from app.web.chat.view import View
from app.web.links import citation_url

QUOTE_LENGTH = 140
"""Characters of a quote shown in the list of sources; the whole of it is one click away."""


def shortened(quote: str) -> str:
    """Return the quote on one line, cut after a whole word where it is long."""
    line = " ".join(quote.split())
    if len(line) <= QUOTE_LENGTH:
        return line
    return line[:QUOTE_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def place_data(source: Citation | Near) -> str:
    """Return the data attributes by which a script finds the span in its report and shows it on hovering."""
    attributes = {
        "report": source.report_id, "start": source.start, "end": source.end, "label": placed(source),
        "quote": source.quote,
    }  # fmt: skip
    return " ".join(f'data-{name}="{escape(str(value))}"' for name, value in attributes.items())


def _quote(source: Citation | Near, view: View) -> str:
    """Render the quote; in the full view the paragraph it stands in, the quote marked."""
    report = next((report for report in view.library.reports if report.id == source.report_id), None)
    if view.length == "brief" or report is None:
        return f"“{escape(shortened(source.quote))}”"
    paragraph = report.paragraph_at(source.start)
    start, end = min(paragraph.start, source.start), max(paragraph.end, source.end)
    before, after = report.text[start : source.start], report.text[source.end : end]
    return f"“{escape(before)}<mark>{escape(source.quote)}</mark>{escape(after)}”"


def _item(source: Citation | Near, sign: str, view: View) -> str:
    """Render one line of a list of sources: a button, and a link that opens the report on a page of its own."""
    url = escape(citation_url(source.report_id, source.passage_id, source.start, source.end))
    label, own_page = escape(source.label), escape(say("chat.open-page", view.language))
    marker = f' data-marker="{source.marker}"' if isinstance(source, Citation) else ""
    several = len(view.library.reports) > 1
    report = f' · <span class="source-report">{escape(_title(source, view))}</span>' if several else ""
    return (
        f'<li><button type="button" class="source-item"{marker} {place_data(source)}>{sign}'
        f'<span class="source-name">{label}</span>{report}'
        f'<span class="source-quote">{_quote(source, view)}</span></button>'
        f'<a class="source-link" href="{url}" target="_blank" rel="noopener" title="{own_page}"'
        f' aria-label="{own_page}: {label}">{icon("open")}</a></li>'
    )


def _title(source: Citation | Near, view: View) -> str:
    if source.report_name:
        return source.report_name
    return next((report.title for report in view.library.reports if report.id == source.report_id), "")


def render_sources(answer: Answer, view: View) -> str:
    """Return the numbered list of what an answer stands on; "" for a refusal."""
    if not answer.citations:
        return ""
    signs = {c.marker: f'<span class="source-marker">[{c.marker}]</span>' for c in answer.citations}
    items = "".join(_item(citation, signs[citation.marker], view) for citation in answer.citations)
    return f'<h3>{escape(say("chat.sources", view.language))}</h3><ol class="sources">{items}</ol>'


def render_nearest(answer: Answer, view: View) -> str:
    """Return the list of what comes nearest to a refused question; "" where nothing does."""
    if not answer.nearest:
        return ""
    items = "".join(_item(near, "", view) for near in answer.nearest)
    return f'<h3>{escape(say("chat.nearest", view.language))}</h3><ul class="sources">{items}</ul>'
