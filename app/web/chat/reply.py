"""Answers one chat message step by step, as a pure generator over an asker. Knows nothing of HTML or Gradio."""

import contextvars
import logging
import re
import time
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from typing import Any

from app.errors import QuestionError
from app.messages import Language, say
from app.models import Answer, FluentAsker, Grow, Mode
from app.web.chat.conversation import Conversation
from app.web.chat.line import Line
from app.web.chat.visitor import Halted, Result, overheard, result

log = logging.getLogger(__name__)

STEPS = 12
"""An answer is shown in at most this many pieces: enough to be seen growing, over in a quarter of a second."""
STEP_SECONDS = 0.02
WAIT_SECONDS = 0.25
"""How often somebody who waits is told what for."""


Start = Callable[[Callable[[], Any]], "Future[Any]"]
"""Begins some work and gives a hold on its result."""


@dataclass(frozen=True, slots=True)
class Step:
    """What to show at a moment: the conversation, and what stands in the question box."""

    conversation: Conversation
    box: str


@dataclass(frozen=True, slots=True)
class Desk:
    """Where questions are answered: who answers, whether it can yet, who is before, and what a user chose."""

    asker: FluentAsker
    line: Line
    start: Start
    ready: Callable[[], bool] = lambda: True
    language: Language = "vi"
    mode: Mode = "auto"
    report_ids: tuple[str, ...] | None = None
    pause: Callable[[float], None] = time.sleep
    halted: Callable[[], bool] = lambda: False

    def do(self, work: Callable[[], Result]) -> Result:
        """Do the work, unless the user stops; raises ``Halted`` then, and what the work raises."""
        # Whose question it is stands in the context, which another thread does not share.
        begun: Future[Result] = self.start(partial(contextvars.copy_context().run, work))
        return result(begun, self.halted)

    def overhear(self, work: Callable[[Grow], Result]) -> Generator[str, None, Result]:
        """Do the work as ``do`` does, and yield what it tells meanwhile."""
        told: SimpleQueue[str] = SimpleQueue()
        begun: Future[Result] = self.start(partial(contextvars.copy_context().run, work, told.put))
        return (yield from overheard(begun, told, self.halted))

    def rest(self, seconds: float) -> None:
        """Wait a moment. Raises ``Halted`` where the user stops."""
        if self.halted():
            raise Halted
        self.pause(seconds)


def _cuts(text: str) -> list[int]:
    """Return the offsets at which the text is shown piece by piece: ends of words, the whole text not among them."""
    ends = [match.end() for match in re.finditer(r"\S+", text)][:-1]
    stride = max(-(-len(ends) // STEPS), 1)
    return ends[stride - 1 :: stride]


def reply(question: str, conversation: Conversation, desk: Desk) -> Iterator[Step]:
    """Yield the steps of answering: waiting, the growing text, the answer with its citations, a fluent wording if any.

    A question that cannot be read, one that is stopped, and a failure nobody foresaw end with a sentence that says so
    and with the question back in the box; the failure is logged.
    """
    # A browser can send half of a surrogate pair, which no encoder takes.
    typed = question.encode("utf-8", "replace").decode("utf-8").strip()
    asking = conversation.asking(typed, say("chat.waiting", desk.language))
    yield Step(asking, "")
    with desk.line.joined() as place:
        try:
            yield from _wait(asking, desk, place.ahead)
            # The quotes first in every mode: they stand wherever words do not.
            mode: Mode = "extractive" if desk.mode == "generative" else desk.mode
            answer = desk.do(
                partial(desk.asker.ask, typed, conversation.history(), report_ids=desk.report_ids, mode=mode)
            )
        except Halted:
            yield Step(asking.failed(say("chat.stopped", desk.language)), question)
            return
        except QuestionError as error:
            yield Step(asking.failed(say(f"question.{error.fault}", desk.language, detail=error.detail)), question)
            return
        except Exception:
            log.exception("a chat question failed")
            yield Step(asking.failed(say("chat.failed", desk.language)), question)
            return
        yield from _show(answer, asking, desk)


def _wait(asking: Conversation, desk: Desk, ahead: Callable[[], int]) -> Iterator[Step]:
    """Say what is waited for until it is the question's turn: the model, those before it, or the writer of words."""
    while not desk.ready():
        yield Step(asking.waiting(say("chat.waiting-model", desk.language)), "")
        desk.rest(WAIT_SECONDS)
    while people := ahead():
        yield Step(asking.waiting(say("chat.waiting-line", desk.language, people=people)), "")
        desk.rest(WAIT_SECONDS)
    if desk.mode == "generative":
        yield Step(asking.waiting(say("chat.waiting-words", desk.language)), "")


def _show(answer: Answer, asking: Conversation, desk: Desk) -> Iterator[Step]:
    """Reveal an answer, then its fluent wording where one is wanted, made and stands; stopped, it stands at once.

    Where only the wording was asked for, its checked words grow in place of the answer.
    """
    in_words = desk.mode == "generative"
    rewording = desk.mode != "extractive" and desk.asker.fluent and answer.answerable
    note = say("chat.not-worded", desk.language) if in_words and answer.answerable else ""
    fluent: Answer | None = None
    try:
        if not (in_words and rewording):
            yield from _reveal(answer, asking, desk)
        if rewording and in_words:
            fluent = yield from _grow(answer, asking, desk)
        elif rewording:
            yield Step(asking.answered(answer, waiting=say("chat.rewording", desk.language)), "")
            fluent = desk.do(partial(desk.asker.reword, answer))
    except Halted:
        note = ""
    except Exception:
        log.exception("a chat answer could not be reworded")
        note = say("chat.writer-silent", desk.language)
    yield Step(asking.answered(fluent or answer, note="" if fluent else note), "")


def _reveal(answer: Answer, asking: Conversation, desk: Desk) -> Iterator[Step]:
    for cut in _cuts(answer.text):
        yield Step(asking.answered(answer, revealed=cut), "")
        desk.rest(STEP_SECONDS)


def _grow(answer: Answer, asking: Conversation, desk: Desk) -> Generator[Step, None, Answer | None]:
    """Show the words of a wording as they are checked; return it whole, None where it does not stand."""
    words = desk.overhear(partial(desk.asker.reword, answer))
    while True:
        try:
            yield Step(asking.growing(answer, next(words)), "")
        except StopIteration as end:
            fluent: Answer | None = end.value
            return fluent
