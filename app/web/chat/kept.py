"""Turns a conversation into JSON for whoever keeps it, and back. Knows nothing of where it is kept."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from app.messages import Language, say
from app.models import Answer, Citation, Near
from app.web.chat.conversation import Conversation, Exchange
from corpus.library import Library

FORMAT = 1
_CONVERSATION = TypeAdapter(Conversation)


def to_json(conversation: Conversation) -> dict[str, Any]:
    """Return the conversation as JSON of this module's format."""
    body: dict[str, Any] = _CONVERSATION.dump_python(conversation, mode="json")
    return {"format": FORMAT, **body}


def from_json(kept: Mapping[str, Any], library: Library, language: Language = "vi") -> Conversation | None:
    """Return a conversation that was kept; None where this cannot be read as one.

    A browser may have kept it for months, and anything may have been written there: an answer whose quotes are not
    word for word what the report says at that place is not shown, its question stays and can be asked again.
    """
    try:
        conversation = _CONVERSATION.validate_python({k: v for k, v in kept.items() if k != "format"})
    except ValidationError:
        return None
    if kept.get("format") != FORMAT or not conversation.id:
        return None
    stale = say("chat.kept-stale", language)
    return replace(
        conversation.stopped(stale),
        exchanges=tuple(_checked(exchange.stopped(stale), library, stale) for exchange in conversation.exchanges),
    )


def _checked(exchange: Exchange, library: Library, stale: str) -> Exchange:
    if exchange.answer and not _verbatim(exchange.answer, library):
        return replace(exchange, answer=None, failure=stale)
    return exchange


def _verbatim(answer: Answer, library: Library) -> bool:
    texts = {report.id: report.text for report in library.reports}
    places: tuple[Citation | Near, ...] = (*answer.citations, *answer.nearest)
    return all(
        place.quote and place.quote == texts.get(place.report_id, "")[place.start : place.end] for place in places
    )
