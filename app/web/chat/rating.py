"""Makes of a user's rating what is kept of it. Knows nothing of where it is kept, or of the page."""

import uuid
from dataclasses import replace
from datetime import UTC, datetime

from app.models import Answer, Citation, Near
from app.store.models import Feedback
from app.web.chat.actions import Rate
from app.web.chat.conversation import Conversation, Exchange
from corpus.library import Library


def feedback(action: Rate, conversation: Conversation, library: Library) -> Feedback | None:
    """Return what is to be kept of a rating; None where the place in the conversation has no answer.

    The sentence picked as the right source comes by its id and is read from the report here, never from a browser.
    """
    exchange = _rated(action.at, conversation)
    if exchange is None or exchange.answer is None:
        return None
    answer = exchange.answer
    quote, start = _picked(action, library)
    return Feedback(
        id=uuid.uuid5(uuid.NAMESPACE_OID, f"{conversation.id}/{action.at}/{answer.id}").hex,
        answer_id=answer.id,
        rating=action.rating,
        reason=action.reason if action.rating < 0 else None,
        comment=action.comment.strip(),
        question=exchange.question,
        standalone_question=answer.standalone_question,
        answer=answer.text,
        quote=quote,
        report_id=action.report_id if quote else _report_of(answer),
        created_at=datetime.now(UTC),
        start=start,
        history=conversation.history(action.at),
    )


def rated(action: Rate, conversation: Conversation) -> Conversation:
    """Return the conversation with the rating shown."""
    return conversation.rated(action.at, action.rating) if _rated(action.at, conversation) else replace(conversation)


def _rated(at: int, conversation: Conversation) -> Exchange | None:
    return conversation.exchanges[at] if at < len(conversation.exchanges) else None


def _report_of(answer: Answer) -> str:
    places: tuple[Citation | Near, ...] = (*answer.citations, *answer.nearest)
    return places[0].report_id if places else ""


def _picked(action: Rate, library: Library) -> tuple[str, int | None]:
    """Return the text of the picked sentence and where it begins; "" and None for none or one that is not there."""
    for report in library.reports:
        if report.id == action.report_id:
            for paragraph in report.paragraphs:
                for sentence in paragraph.sentences:
                    if sentence.id == action.passage_id:
                        return report.text[sentence.start : sentence.end], sentence.start
    return "", None
