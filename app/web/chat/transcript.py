"""Renders a conversation as HTML. Knows nothing of Gradio or of how answers are made."""

from html import escape

from app.messages import say
from app.web.chat.answers import render_answer, render_partial
from app.web.chat.buttons import act_button, asking_button
from app.web.chat.conversation import Conversation, Exchange
from app.web.chat.view import View


def _reply(exchange: Exchange, at: int, view: View) -> str:
    if exchange.failure:
        retry = asking_button(
            {"kind": "edit", "at": at, "question": exchange.question},
            say("chat.retry", view.language), "again", "act labelled",
        )  # fmt: skip
        return f'<div class="answer failed" role="alert"><p>{escape(exchange.failure)}</p>{retry}</div>'
    if exchange.answer is None:
        waiting = exchange.waiting or say("chat.waiting", view.language)
        return f'<div class="answer waiting" role="status"><p>{escape(waiting)}</p></div>'
    if exchange.growing:
        return render_partial(exchange.growing)
    if exchange.revealed is not None:
        return render_partial(exchange.answer.text[: exchange.revealed])
    return render_answer(exchange, at, view)


def _exchange(exchange: Exchange, at: int, view: View) -> str:
    edit = act_button(f'data-edit="{escape(exchange.question)}"', say("chat.edit", view.language), "edit")
    asked = f'<h2 class="asked">{escape(exchange.question)}</h2>' if exchange.question else ""
    return (
        f'<div class="exchange" data-at="{at}"><div class="asked-line">{edit}{asked}</div>'
        f"{_reply(exchange, at, view)}</div>"
    )


def _welcome(view: View) -> str:
    title, detail = (escape(say(key, view.language)) for key in ("chat.welcome", "chat.welcome-detail"))
    examples = "".join(asking_button({"kind": "ask", "question": text}, text) for text in view.examples)
    offered = f'<h3>{escape(say("chat.examples", view.language))}</h3><div class="suggestions">{examples}</div>'
    return f'<div class="welcome"><h2>{title}</h2><p>{detail}</p>{offered if examples else ""}</div>'


def render_conversation(conversation: Conversation, view: View) -> str:
    """Return all exchanges, or a welcome with questions to begin with where there is none yet."""
    exchanges = (_exchange(exchange, at, view) for at, exchange in enumerate(conversation.exchanges))
    inside = "".join(exchanges) if conversation.exchanges else _welcome(view)
    name = escape(say("chat.log", view.language))
    # A screen reader reads an answer once, when it is whole, and not every piece of it.
    growing = any(exchange.revealed is not None or exchange.growing for exchange in conversation.exchanges)
    return (
        f'<div class="transcript{" busy" if conversation.busy else ""}" role="log" aria-live="polite"'
        f' aria-busy="{str(growing).lower()}" aria-label="{name}">{inside}</div>'
    )
