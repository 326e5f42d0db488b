"""Renders an answer as HTML with a button for every citation. Knows nothing of the report's layout or of Gradio."""

import re
from collections.abc import Mapping, Sequence
from html import escape

from app.messages import say
from app.models import Answer, Citation, Near
from app.web.links import citation_url

Span = tuple[int, int]
_MARK = re.compile(r"\[(\d{1,3})\]")
QUOTE_LENGTH = 140
"""Characters of a quote shown in the list of sources; the whole of it is one click away."""


def _shortened(quote: str) -> str:
    """Return the quote on one line, cut after a whole word where it is long."""
    line = " ".join(quote.split())
    if len(line) <= QUOTE_LENGTH:
        return line
    return line[:QUOTE_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def _place(source: Citation | Near) -> str:
    """Return the data attributes by which a script finds the span in its report."""
    attributes = {"report": source.report_id, "start": source.start, "end": source.end, "label": source.label}
    return " ".join(f'data-{name}="{escape(str(value))}"' for name, value in attributes.items())


def _mark_button(citation: Citation) -> str:
    name = escape(say("chat.citation", marker=citation.marker, label=citation.label, quote=_shortened(citation.quote)))
    return (
        f'<button type="button" class="cite" data-marker="{citation.marker}" {_place(citation)}'
        f' title="{name}" aria-label="{name}">[{citation.marker}]</button>'
    )


def _text(text: str, citations: Mapping[int, Citation], decisive: Sequence[Span]) -> str:
    """Escape the text; a mark ``[n]`` of a citation becomes a button, any other stays text; what decides is bold."""
    marks = [(match.span(), citations.get(int(match[1]))) for match in _MARK.finditer(text)]
    shown = [(span, _mark_button(citation)) for span, citation in marks if citation]
    shown += [(span, f"<strong>{escape(text[slice(*span)])}</strong>") for span in decisive]
    pieces, position = [], 0
    for (start, end), html in sorted(shown):
        pieces += [escape(text[position:start]), html]
        position = end
    pieces.append(escape(text[position:]))
    return "".join(pieces)


def _paragraphs(text: str, citations: Mapping[int, Citation], decisive: Sequence[Span] = ()) -> str:
    pieces, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        inside = [(left - start, right - start) for left, right in decisive if start <= left and right <= end]
        if line.strip():
            pieces.append(f"<p>{_text(line, citations, inside)}</p>")
        start = end + 1
    return "".join(pieces)


def _source_item(source: Citation | Near, sign: str) -> str:
    """Render one line of a list of sources: a button, and a link that opens the report on a page of its own."""
    url = escape(citation_url(source.report_id, source.passage_id, source.start, source.end))
    label = escape(source.label)
    marker = f' data-marker="{source.marker}"' if isinstance(source, Citation) else ""
    return (
        f'<li><button type="button" class="source-item"{marker} {_place(source)}>{sign}'
        f'<span class="source-name">{label}</span>'
        f'<span class="source-quote">“{escape(_shortened(source.quote))}”</span></button>'
        f'<a class="source-link" href="{url}" target="_blank" rel="noopener" title="{escape(say("chat.open-page"))}"'
        f' aria-label="{escape(say("chat.open-page"))}: {label}">↗</a></li>'
    )


def _sources(answer: Answer) -> str:
    if not answer.citations:
        return ""
    signs = {c.marker: f'<span class="source-marker">[{c.marker}]</span>' for c in answer.citations}
    items = "".join(_source_item(citation, signs[citation.marker]) for citation in answer.citations)
    return f'<h4>{escape(say("chat.sources"))}</h4><ol class="sources">{items}</ol>'


def _nearest(answer: Answer) -> str:
    if not answer.nearest:
        return ""
    items = "".join(_source_item(near, "") for near in answer.nearest)
    return f'<h4>{escape(say("chat.nearest"))}</h4><ul class="sources">{items}</ul>'


def _suggestions(answer: Answer) -> str:
    if not answer.suggestions:
        return ""
    buttons = "".join(
        f'<button type="button" class="suggestion">{escape(text)}</button>' for text in answer.suggestions
    )
    return f'<h4>{escape(say("chat.suggestions"))}</h4><div class="suggestions">{buttons}</div>'


def _note(answer: Answer, asked: str) -> str:
    """Say how the question was understood, where that differs from what was typed."""
    understood = answer.standalone_question
    if not understood or " ".join(understood.split()) == " ".join(asked.split()):
        return ""
    return f'<p class="understood">{escape(say("chat.understood", question=understood))}</p>'


def render_answer(answer: Answer, asked: str) -> str:
    """Return the answer as HTML; ``asked`` is the question as the user typed it. All text is escaped.

    Every button of class ``cite`` or ``source-item`` carries report, start, end and label as data attributes.
    """
    citations = {citation.marker: citation for citation in answer.citations}
    mode = ""
    if answer.answerable and answer.mode != "auto":
        mode = f'<p class="mode">{escape(say(f"chat.mode-{answer.mode}"))}</p>'
    kind = "answered" if answer.answerable else "refused"
    return (
        f'<div class="answer {kind}" data-answer="{escape(answer.id)}">{_note(answer, asked)}'
        f'<div class="answer-text">{_paragraphs(answer.text, citations, answer.decisive)}</div>{mode}'
        f"{_sources(answer)}{_nearest(answer)}{_suggestions(answer)}</div>"
    )


def render_partial(text: str) -> str:
    """Return the first part of an answer while it is being shown, without buttons."""
    return f'<div class="answer partial"><div class="answer-text">{_paragraphs(text, {})}</div></div>'
