"""Renders the panel that shows a report beside the chat. Knows nothing of conversations or Gradio."""

from html import escape

from app.messages import Language, say
from app.web.chat.icons import icon
from app.web.document import render_document
from corpus.library import Library


def _chooser(library: Library, language: Language) -> str:
    """Render the choice of report; with a single report there is nothing to choose."""
    if len(library.reports) < 2:
        return ""
    options = "".join(f'<option value="{escape(r.id)}">{escape(r.title)}</option>' for r in library.reports)
    return (
        f'<select class="source-chooser" aria-label="{escape(say("chat.choose-report", language))}">{options}</select>'
    )


def render_source_panel(library: Library, language: Language = "vi") -> str:
    """Return the panel with the first report open. A script opens others and marks cited spans in them."""
    name, hint, close = (escape(say(key, language)) for key in ("chat.source", "chat.source-hint", "chat.close-source"))
    empty = f"<p>{escape(say('chat.no-report', language))}</p>"
    shown = render_document(library.reports[0]) if library.reports else empty
    return (
        '<div class="source-backdrop"></div>'
        f'<section class="source" aria-label="{name}"><header class="source-bar">'
        f'<div class="source-heading"><p class="source-kicker">{name}</p>'
        f'<p class="source-label" aria-live="polite">{hint}</p></div>'
        f"{_chooser(library, language)}"
        f'<button type="button" class="source-close">{icon("close")}<span>{close}</span></button></header>'
        f'<div class="source-scroll" tabindex="0" role="region" aria-label="{name}">'
        f"{shown}</div></section>"
    )
