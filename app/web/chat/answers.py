"""Renders an answer as HTML with a button for every citation. Knows nothing of the report's layout or of Gradio."""

import re
from collections.abc import Mapping, Sequence
from html import escape

from app.export.plain import as_text
from app.messages import say
from app.models import Answer, Citation, Span, placed
from app.web.chat.buttons import act_button, asking_button, sending
from app.web.chat.conversation import Exchange
from app.web.chat.icons import icon
from app.web.chat.sources import place_data, render_nearest, render_sources, shortened
from app.web.chat.view import View
from app.write.table import Run, Table, blocks

_MARK = re.compile(r"\[(\d{1,3})\]")


def _mark_button(citation: Citation, view: View) -> str:
    said = say(
        "chat.citation", view.language, marker=citation.marker, label=placed(citation), quote=shortened(citation.quote)
    )
    return (
        f'<button type="button" class="cite" data-marker="{citation.marker}" {place_data(citation)}'
        f' aria-label="{escape(said)}">[{citation.marker}]</button>'
    )


def _text(text: str, buttons: Mapping[int, str], decisive: Sequence[Span]) -> str:
    """Escape the text; a mark ``[n]`` of a citation becomes a button, any other stays text; what decides is bold."""
    marks = [(match.span(), buttons.get(int(match[1]), "")) for match in _MARK.finditer(text)]
    shown = [(span, button) for span, button in marks if button]
    shown += [(span, f"<strong>{escape(text[slice(*span)])}</strong>") for span in decisive]
    pieces, position = [], 0
    for (start, end), html in sorted(shown):
        pieces += [escape(text[position:start]), html]
        position = end
    pieces.append(escape(text[position:]))
    return "".join(pieces)


def _run(run: Run, buttons: Mapping[int, str], decisive: Sequence[Span]) -> str:
    end = run.start + len(run.text)
    inside = [(left - run.start, right - run.start) for left, right in decisive if run.start <= left and right <= end]
    return _text(run.text, buttons, inside)


def _table(table: Table, buttons: Mapping[int, str], decisive: Sequence[Span]) -> str:
    head, *rows = table.rows
    headings = "".join(f'<th scope="col">{_run(cell, buttons, decisive)}</th>' for cell in head)
    lines = (
        f'<tr><th scope="row">{_run(first, buttons, decisive)}</th>'
        + "".join(f"<td>{_run(cell, buttons, decisive)}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in rows
    )
    return f'<table class="beside"><thead><tr>{headings}</tr></thead><tbody>{"".join(lines)}</tbody></table>'


def _paragraphs(text: str, buttons: Mapping[int, str], decisive: Sequence[Span] = ()) -> str:
    return "".join(
        _table(block, buttons, decisive) if isinstance(block, Table) else f"<p>{_run(block, buttons, decisive)}</p>"
        for block in blocks(text)
    )


def _suggestions(answer: Answer, view: View) -> str:
    if not answer.suggestions:
        return ""
    buttons = "".join(asking_button({"kind": "ask", "question": text}, text) for text in answer.suggestions)
    title = escape(say("chat.suggestions", view.language))
    return f'<div class="follow-ups"><h3>{title}</h3><div class="suggestions">{buttons}</div></div>'


def _understood(answer: Answer, asked: str, view: View) -> str:
    """Render how the question was understood, where that differs from what was typed, as a chip that can be edited."""
    understood = answer.standalone_question
    if not understood or " ".join(understood.split()) == " ".join(asked.split()):
        return ""
    said, hint = (
        escape(say("chat.understood", view.language, question=understood)),
        escape(say("chat.edit", view.language)),
    )
    return (
        f'<button type="button" class="understood" data-edit="{escape(understood)}" title="{hint}">'
        f"<span>{said}</span>{icon('edit')}</button>"
    )


def _badge(answer: Answer, view: View) -> str:
    if not answer.answerable or answer.mode == "auto":
        return ""
    sign = icon("check" if answer.mode == "generative" else "quote")
    return f'<p class="mode {answer.mode}">{sign}{escape(say(f"chat.mode-{answer.mode}", view.language))}</p>'


def _downloads(at: int, view: View) -> str:
    forms = "".join(
        f'<button type="button" {sending("note", {"kind": "export", "form": form, "at": at})}>.{form}</button>'
        for form in ("docx", "pdf", "md")
    )
    name = escape(say("chat.download", view.language))
    opener = f'<summary class="act" title="{name}" aria-label="{name}">{icon("download")}</summary>'
    return f'<details class="menu">{opener}<div>{forms}</div></details>'


def _ratings(exchange: Exchange, at: int, view: View) -> str:
    if not view.rates:
        return ""
    good, bad = say("chat.rate-good", view.language), say("chat.rate-bad", view.language)
    praise = sending("note", {"kind": "rate", "at": at, "rating": 1})
    return act_button(praise, good, "up", pressed=exchange.rating == 1) + act_button(
        "data-rate", bad, "down", pressed=exchange.rating == -1
    )


def _acts(exchange: Exchange, answer: Answer, at: int, view: View) -> str:
    """Render what can be done with an answer: copy it, save it, have it made the other way, say what it is worth."""
    copied = f'data-copy="{escape(as_text(answer, view.library))}"'
    buttons = [act_button(copied, say("chat.copy", view.language), "copy"), _downloads(at, view)]
    if answer.answerable and (view.rewords or answer.mode == "generative"):
        mode = "extractive" if answer.mode == "generative" else "generative"
        again = sending("ask", {"kind": "again", "at": at, "mode": mode})
        buttons.append(act_button(again, say(f"chat.again-{mode}", view.language), "again"))
    buttons.append(_ratings(exchange, at, view))
    name = escape(say("chat.acts", view.language))
    return f'<div class="acts" role="group" aria-label="{name}">{"".join(buttons)}</div>'


def render_answer(exchange: Exchange, at: int, view: View) -> str:
    """Return the answer of an exchange as HTML; ``at`` is its place in the conversation. All text is escaped.

    Every button of class ``cite`` or ``source-item`` carries report, start, end, label and quote as data attributes.
    Raises ValueError for an exchange without an answer.
    """
    answer = exchange.answer
    if answer is None:
        raise ValueError(f"exchange {at} has no answer to render")
    buttons = {citation.marker: _mark_button(citation, view) for citation in answer.citations}
    note = f'<p class="note" role="status">{escape(exchange.note)}</p>' if exchange.note else ""
    rewording = f'<p class="rewording" role="status">{escape(exchange.waiting)}</p>' if exchange.waiting else ""
    return (
        f'<div class="answer {"answered" if answer.answerable else "refused"}" data-answer="{escape(answer.id)}">'
        f"{_understood(answer, exchange.question, view)}"
        f'<div class="answer-text">{_paragraphs(answer.text, buttons, answer.decisive)}</div>{note}{rewording}'
        f'<div class="answer-foot">{_badge(answer, view)}{_acts(exchange, answer, at, view)}</div>'
        f"{render_sources(answer, view)}{render_nearest(answer, view)}{_suggestions(answer, view)}</div>"
    )


def render_partial(text: str) -> str:
    """Return the first part of an answer while it is being shown, without buttons."""
    return f'<div class="answer partial"><div class="answer-text">{_paragraphs(text, {})}</div></div>'
