"""What becomes of the conversation by each thing that a user does, as pure functions. Knows nothing of Gradio."""

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.export.dialogue import Entry
from app.export.files import as_file
from app.messages import Language, say
from app.web.chat.actions import Again, Asking, Edit, Export, Fresh, Open
from app.web.chat.conversation import Conversation
from app.web.chat.kept import from_json, to_json
from app.web.chat.reply import Desk, Step, reply
from corpus.library import Library


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is there after a step: the conversation, the text of the question box (None: as it is), and a message.

    ``told`` is JSON for the page's script: {"keep": …} to keep a conversation, {"file": …} to save a file.
    """

    conversation: Conversation
    box: str | None = None
    told: Mapping[str, Any] | None = None


def keeping(conversation: Conversation) -> Mapping[str, Any]:
    """Return the message that has the browser keep the conversation."""
    return {"keep": {"id": conversation.id, "name": conversation.name, "body": to_json(conversation)}}


def answering(action: Asking, conversation: Conversation, desk: Desk) -> Iterator[Outcome]:
    """Answer what is asked, step by step; nothing happens while another answer is under way or the place is gone."""
    if conversation.busy or (not isinstance(action, Again | Edit) and not action.question.strip()):
        return
    if isinstance(action, Again | Edit) and action.at >= len(conversation.exchanges):
        return
    last = Step(conversation, "")
    for last in _steps(action, conversation, desk):
        yield Outcome(last.conversation, last.box)
    yield Outcome(last.conversation, last.box, keeping(last.conversation))


def _steps(action: Asking, conversation: Conversation, desk: Desk) -> Iterator[Step]:
    if isinstance(action, Again):
        yield from _again(action, conversation, desk)
    elif isinstance(action, Edit):
        yield from reply(action.question, conversation.before(action.at), desk)
    else:
        yield from reply(action.question, conversation, desk)


def _again(action: Again, conversation: Conversation, desk: Desk) -> Iterator[Step]:
    """Answer a question again; where that fails, the answer that was there stays and says so."""
    head, asked = conversation.before(action.at), conversation.exchanges[action.at]
    tail = conversation.exchanges[action.at + 1 :]
    for step in reply(asked.question, head, replace(desk, mode=action.mode)):
        exchange = step.conversation.exchanges[-1]
        if exchange.failure and asked.answer:
            exchange = replace(asked, note=exchange.failure)
        yield Step(replace(conversation, exchanges=(*head.exchanges, exchange, *tail)), "")


def exporting(action: Export, conversation: Conversation, library: Library, language: Language) -> Outcome:
    """Give the answer at a place, or all of them, as a file; nothing where there is none."""
    chosen = conversation.exchanges if action.at is None else conversation.exchanges[action.at : action.at + 1]
    entries = tuple(Entry(exchange.question, exchange.answer) for exchange in chosen if exchange.answer)
    if not entries:
        return Outcome(conversation, None, {"say": say("chat.export-none", language)})
    file = as_file(entries, action.form, library, language)
    data = base64.b64encode(file.data).decode("ascii")
    return Outcome(conversation, None, {"file": {"name": file.name, "type": file.media_type, "data": data}})


def leaving(action: Fresh | Open, conversation: Conversation, library: Library, language: Language) -> Outcome:
    """Go to a new conversation or to one that was kept; one that cannot be read leaves everything as it is."""
    if not isinstance(action, Open):
        return Outcome(Conversation(), "")
    opened = from_json(action.kept, library, language)
    if opened is None:
        return Outcome(conversation, None, {"say": say("chat.kept-unreadable", language)})
    return Outcome(opened)
