"""The chat page in Gradio over an asker and a ``Library``. Knows nothing of finding answers, or of the API."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from html import escape
from typing import Any

import gradio as gr

from app.messages import say
from app.models import FluentAsker
from app.web.chat.conversation import Conversation
from app.web.chat.reply import reply
from app.web.chat.source import render_source_panel
from app.web.chat.transcript import render_conversation
from corpus.library import Library

SYSTEM_FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Arial", "sans-serif")
HEAD = (
    '<link rel="stylesheet" href="/hoidap/document.css"><link rel="stylesheet" href="/hoidap/chat.css">'
    '<script src="/hoidap/chat.js" defer></script>'
)
"""What the page adds to its head; all of it is served by this process."""
PARALLEL_ANSWERS = 8

Update = tuple[str, str, Conversation, Any]
"""Values for the transcript, the question box, the conversation and the examples (a Gradio update)."""


def theme() -> gr.themes.Base:
    """Return a plain theme in deep blue with the fonts of the reader's own system."""
    return gr.themes.Base(primary_hue="blue", neutral_hue="slate", font=SYSTEM_FONTS, font_mono=("monospace",))


def _send(asker: FluentAsker, question: str, conversation: Conversation) -> Iterator[Update]:
    for step in reply(question, conversation, asker):
        yield render_conversation(step.conversation), step.box, step.conversation, gr.update(visible=False)


def _start_again() -> Update:
    empty = Conversation()
    return render_conversation(empty), "", empty, gr.update(visible=True)


def _top_bar() -> gr.Button:
    """Build the bar with the name of the product; return the button for a new conversation."""
    title, lead, show = (escape(say(key)) for key in ("page.title", "page.lead", "chat.show-source"))
    brand = (
        f'<div class="brand"><h1>{title}</h1><p>{lead}</p></div>'
        f'<button type="button" class="source-open">{show}</button>'
    )
    with gr.Row(elem_id="hd-top"):
        gr.HTML(brand, elem_id="hd-brand", js_on_load=None, apply_default_css=False)
        return gr.Button(say("chat.new"), elem_id="hd-new", size="sm")


def _composer() -> tuple[gr.Textbox, gr.Button]:
    with gr.Row(elem_id="hd-composer"):
        box = gr.Textbox(
            elem_id="hd-question",
            label=say("chat.question"),
            show_label=False,
            container=False,
            placeholder=say("chat.placeholder"),
            lines=1,
            max_lines=5,
            autofocus=True,
            html_attributes=gr.InputHTMLAttributes(enterkeyhint="send", autocomplete="off"),
        )
        return box, gr.Button(say("chat.send"), elem_id="hd-send", variant="primary")


def _wire(
    send: Callable[..., Iterator[Update]], fresh: gr.Button, asking: Sequence[tuple[list[Any], Any]], shown: list[Any]
) -> None:
    """Tie what sends a question to the handler, and the button for a new conversation to stopping all of it."""
    conversation = shown[2]
    events = [
        gr.on(
            triggers,
            send,
            [question, conversation],
            shown,
            show_progress="hidden",
            api_visibility="private",
            concurrency_limit=PARALLEL_ANSWERS,
            concurrency_id="ask",
        )
        for triggers, question in asking
    ]
    fresh.click(
        _start_again, None, shown, show_progress="hidden", api_visibility="private", queue=False, cancels=events
    )


def build_chat(asker: FluentAsker, library: Library, examples: Sequence[str]) -> gr.Blocks:
    """Return the chat page. Each user's conversation lives in the page's own state; nothing is shared between users."""
    page = gr.Blocks(title=say("page.title"), analytics_enabled=False, fill_width=True)
    with page:
        conversation = gr.State(Conversation())
        fresh = _top_bar()
        with gr.Row(elem_id="hd-main"):
            with gr.Column(elem_id="hd-chat"):
                transcript = gr.HTML(
                    render_conversation(Conversation()),
                    elem_id="hd-transcript",
                    js_on_load=None,
                    apply_default_css=False,
                )
                with gr.Column(elem_id="hd-examples") as choices:
                    buttons = [gr.Button(text, size="sm", elem_classes="hd-example") for text in examples]
                box, send = _composer()
                note = escape(say("chat.writer-there" if asker.fluent else "chat.writer-absent"))
                gr.HTML(f"<p>{note}</p>", elem_id="hd-writer", js_on_load=None, apply_default_css=False)
            with gr.Column(elem_id="hd-source"):
                gr.HTML(render_source_panel(library), js_on_load=None, apply_default_css=False)
        asking = [([box.submit, send.click], box), *(([button.click], button) for button in buttons)]
        _wire(partial(_send, asker), fresh, asking, [transcript, box, conversation, choices])
    return page
