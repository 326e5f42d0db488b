"""Sends an answer as Server-Sent Events: meta, delta, answer, and the fluent answer after it. Knows no endpoint.

The edge of a response that has begun: what fails from there on cannot become a status, it becomes an event.
"""

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from fastapi.responses import StreamingResponse
from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool

from app.messages import Language
from app.models import Answer, FluentAsker, Grow, Mode
from app.web.api.schemas import AskResponse, CitationOut, NearOut
from app.web.problems import plain_problem

log = logging.getLogger(__name__)

EVENT_STREAM = "text/event-stream"
PING_SECONDS = 10.0
"""A comment is sent this often while a model writes, so that no proxy takes the silence for an end."""
PIECE_WORDS = 8
HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


class Meta(BaseModel):
    """What is known before the words: how the question was understood, and what the answer stands on or comes near."""

    answer_id: str
    standalone_question: str
    answerable: bool
    evidence: list[CitationOut | NearOut]


class Delta(BaseModel):
    """A piece of the answer; all pieces together are its text, from the last one on that begins afresh."""

    text: str


class Afresh(Delta):
    """A piece that begins the answer anew: what was sent before it does not stand after all."""

    afresh: Literal[True] = True


@dataclass(frozen=True, slots=True)
class Fluency:
    """What may come after the quotes: the asker that words them anew, and the mode that was asked for."""

    asker: FluentAsker
    mode: Mode

    @property
    def wanted(self) -> bool:
        """Whether a wording is to be tried."""
        return self.mode != "extractive" and self.asker.fluent


def pieces(text: str) -> Iterator[str]:
    """Cut a text after every few words; the pieces joined are the text."""
    words = re.findall(r"\s*\S+\s*?", text)
    rest = text[sum(map(len, words)) :]
    for start in range(0, len(words), PIECE_WORDS):
        yield "".join(words[start : start + PIECE_WORDS])
    if rest:
        yield rest


def event(name: str, data: BaseModel) -> bytes:
    """Return one event on the wire."""
    return format_sse_event(event=name, data_str=data.model_dump_json())


async def waited(call: Callable[[], Answer | None]) -> AsyncIterator[bytes | Answer | None]:
    """Run a blocking call in a thread; give keep-alive comments while it lasts, then its result."""
    task = asyncio.ensure_future(run_in_threadpool(call))
    while not (await asyncio.wait({task}, timeout=PING_SECONDS))[0]:
        yield KEEPALIVE_COMMENT
    yield task.result()


async def overheard(call: Callable[[Grow], Answer | None]) -> AsyncIterator[bytes | str | Answer | None]:
    """Run a blocking call as ``waited`` does, and give the words that it tells of meanwhile, all of them each time."""
    loop, told = asyncio.get_running_loop(), asyncio.Queue[str]()

    def grow(words: str) -> None:
        loop.call_soon_threadsafe(told.put_nowait, words)

    task = asyncio.ensure_future(run_in_threadpool(call, grow))
    while not task.done():
        heard = asyncio.ensure_future(told.get())
        try:
            await asyncio.wait({task, heard}, timeout=PING_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            if heard.done():
                yield heard.result()
            elif not task.done():
                yield KEEPALIVE_COMMENT
        finally:
            heard.cancel()
    yield task.result()


async def reworded(
    answer: Answer, fluency: Fluency, *, growing: bool = False
) -> AsyncIterator[bytes | str | Answer | None]:
    """Give keep-alive comments, then the fluent answer; None where none is wanted or stands. A failure is logged.

    ``growing`` gives its checked words too while they are written, all of them each time.
    """
    if not (fluency.wanted and answer.answerable):
        yield None
        return
    reword = fluency.asker.reword
    try:
        async for item in overheard(partial(reword, answer)) if growing else waited(partial(reword, answer)):
            yield replace(item, suggestions=answer.suggestions) if isinstance(item, Answer) else item
    except Exception:
        log.exception("an answer could not be reworded")
        yield None


def _meta(answer: Answer) -> bytes:
    cited: list[CitationOut | NearOut] = [CitationOut.of(citation) for citation in answer.citations]
    evidence = cited or [NearOut.of(near) for near in answer.nearest]
    understood = answer.standalone_question
    meta = Meta(answer_id=answer.id, standalone_question=understood, answerable=answer.answerable, evidence=evidence)
    return event("meta", meta)


def _deltas(text: str, sent: str = "") -> Iterator[bytes]:
    """Give what a text has more than what was sent, piece by piece; all of it, afresh, where that does not stand."""
    stands = text.startswith(sent)
    for piece in pieces(text[len(sent) :] if stands else text):
        yield event("delta", Delta(text=piece) if stands else Afresh(text=piece))
        stands = True


def _whole(answer: Answer, sent: str = "") -> Iterator[bytes]:
    """Give the words of an answer piece by piece, those after what was sent, then the whole."""
    yield from _deltas(answer.text, sent)
    yield event("answer", AskResponse.of(answer))


async def _events(answer: Answer, fluency: Fluency, language: Language) -> AsyncIterator[bytes]:
    at_once = fluency.mode != "generative"
    sent = ""
    try:
        yield _meta(answer)
        for growing in _whole(answer) if at_once else ():
            yield growing
        async for item in reworded(answer, fluency, growing=not at_once):
            if isinstance(item, bytes):
                yield item
            elif isinstance(item, str):
                for growing in _deltas(item, sent):
                    yield growing
                sent = item
            elif not at_once:
                for growing in _whole(item or answer, sent):
                    yield growing
            elif item:
                yield event("answer", AskResponse.of(item))
    except Exception:
        log.exception("an answer broke off")
        yield event("error", plain_problem("internal").body(language))


def answer_stream(answer: Answer, fluency: Fluency, language: Language) -> StreamingResponse:
    """Return the events of an answer: in auto mode the quotes at once and the wording after, where it stands.

    ``answer`` is the extractive one, also for ``generative``, which streams the checked words as they are written, and
    the quotes in their place where they do not stand. An event ``error`` carries a problem; an answer sent before it
    stays good.
    """
    return StreamingResponse(_events(answer, fluency, language), media_type=EVENT_STREAM, headers=HEADERS)
