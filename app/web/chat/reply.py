"""Answers one chat message step by step, as a pure generator over an asker. Knows nothing of HTML or Gradio."""

import logging
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.errors import QuestionError
from app.messages import say
from app.models import FluentAsker
from app.web.chat.conversation import Conversation

log = logging.getLogger(__name__)

STEPS = 12
"""An answer is shown in at most this many pieces: enough to be seen growing, over in a quarter of a second."""
STEP_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Step:
    """What to show at a moment: the conversation, and what stands in the question box."""

    conversation: Conversation
    box: str


def _cuts(text: str) -> list[int]:
    """Return the offsets at which the text is shown piece by piece: ends of words, the whole text not among them."""
    ends = [match.end() for match in re.finditer(r"\S+", text)][:-1]
    stride = max(-(-len(ends) // STEPS), 1)
    return ends[stride - 1 :: stride]


def reply(
    question: str, conversation: Conversation, asker: FluentAsker, pause: Callable[[float], None] = time.sleep
) -> Iterator[Step]:
    """Yield the steps of answering: waiting, the growing text, the answer with its citations, a fluent wording if any.

    A question that cannot be read, and a failure nobody foresaw, end with a sentence that says so and with the
    question back in the box; the failure is logged.
    """
    # A browser can send half of a surrogate pair, which no encoder takes.
    typed = question.encode("utf-8", "replace").decode("utf-8").strip()
    asking = conversation.asking(typed)
    yield Step(asking, "")
    try:
        answer = asker.ask(typed, conversation.history())
    except QuestionError as error:
        yield Step(asking.failed(say(f"question.{error.fault}", detail=error.detail)), question)
        return
    except Exception:
        log.exception("a chat question failed")
        yield Step(asking.failed(say("chat.failed")), question)
        return
    for cut in _cuts(answer.text):
        yield Step(asking.answered(answer, revealed=cut), "")
        pause(STEP_SECONDS)
    yield Step(asking.answered(answer), "")
    try:
        fluent = asker.reword(answer)
    except Exception:
        log.exception("a chat answer could not be reworded")
        return
    if fluent:
        yield Step(asking.answered(fluent), "")
