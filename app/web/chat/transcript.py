"""Renders a conversation as HTML. Knows nothing of Gradio or of how answers are made."""

from html import escape

from app.messages import say
from app.web.chat.answers import render_answer, render_partial
from app.web.chat.conversation import Conversation, Exchange


def _reply(exchange: Exchange) -> str:
    if exchange.failure:
        return f'<div class="answer failed" role="alert"><p>{escape(exchange.failure)}</p></div>'
    if exchange.answer is None:
        return f'<div class="answer waiting" role="status"><p>{escape(say("chat.waiting"))}</p></div>'
    if exchange.revealed is not None:
        return render_partial(exchange.answer.text[: exchange.revealed])
    return render_answer(exchange.answer, exchange.question)


def _exchange(exchange: Exchange) -> str:
    asked = f'<div class="asked"><p>{escape(exchange.question)}</p></div>' if exchange.question else ""
    return f'<div class="exchange">{asked}{_reply(exchange)}</div>'


def render_conversation(conversation: Conversation) -> str:
    """Return all exchanges, or a welcome where there is none yet."""
    if not conversation.exchanges:
        title, detail = escape(say("chat.welcome")), escape(say("chat.welcome-detail"))
        inside = f'<div class="welcome"><h2>{title}</h2><p>{detail}</p></div>'
    else:
        inside = "".join(map(_exchange, conversation.exchanges))
    return (
        f'<div class="transcript" role="log" aria-live="polite" aria-label="{escape(say("chat.log"))}">{inside}</div>'
    )
