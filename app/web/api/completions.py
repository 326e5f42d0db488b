"""POST /v1/chat/completions and GET /v1/models, for clients written for OpenAI. Knows nothing of how answers are found.

A stream cannot take words back, so that ``hoidap-auto`` is the quoted answer there; ``hoidap-generative`` waits for the
checked wording.
"""

import json
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse
from fastapi.sse import format_sse_event
from starlette.concurrency import run_in_threadpool

from app.models import Answer, Mode
from app.web.api.completion_schemas import (
    MODELS,
    Choice,
    Completion,
    CompletionRequest,
    MessageOut,
    Model,
    ModelList,
    Usage,
    annotations,
)
from app.web.api.described import example, guarded, merged
from app.web.api.examples import CHUNKS, COMPLETION
from app.web.api.schemas import CitationOut
from app.web.api.stream import EVENT_STREAM, HEADERS, Fluency, pieces, reworded
from app.web.current import Current
from app.web.problems import plain_problem
from app.web.routes import GuardedRoute

_RESPONSES = merged(
    {
        200: {
            "description": "Câu trả lời; với `stream: true` là các chunk / the answer, or its chunks",
            "content": {
                "application/json": {"example": COMPLETION},
                EVENT_STREAM: {"schema": {"type": "string"}, "example": CHUNKS},
            },
        }
    },
    guarded(
        "malformed", "unknown_model", "unknown_report", "unknown_year", "unknown_issuer", "no_report_left",
        "payload_too_large", "unsupported_media_type", "question_empty",
        "question_too_long", "question_no_words", "invalid_field", "not_ready",
    ),
)  # fmt: skip
_MODELS = ModelList(data=[Model(id=name) for name in MODELS])


@dataclass(frozen=True, slots=True)
class _Reply:
    """An answer on its way to a client: what was asked of which model, and where links lead."""

    asked: CompletionRequest
    answer: Answer
    origin: str
    created: int

    def completion(self) -> Completion:
        answer = self.answer
        message = MessageOut(content=answer.text, annotations=annotations(answer, self.origin))
        return Completion(
            id=f"chatcmpl-{answer.id}",
            created=self.created,
            model=self.asked.model,
            choices=[Choice(message=message)],
            usage=Usage.of(self.asked.question(), answer),
            citations=[CitationOut.of(citation) for citation in answer.citations],
        )

    def chunk(self, delta: dict[str, Any], finish: str | None = None, **beside: Any) -> bytes:
        """Return one chunk of the stream; JSON of a shape that depends on where in the stream it stands."""
        chunk: dict[str, Any] = {
            "id": f"chatcmpl-{self.answer.id}",
            "object": "chat.completion.chunk",
            "created": self.created,
            "model": self.asked.model,
            "choices": [{"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}],
            **beside,
        }
        return format_sse_event(data_str=json.dumps(chunk, ensure_ascii=False))


async def _chunks(reply: _Reply, fluency: Fluency) -> AsyncIterator[bytes]:
    yield reply.chunk({"role": "assistant", "content": ""})
    if fluency.mode == "generative":
        async for item in reworded(reply.answer, fluency):
            if isinstance(item, bytes):
                yield item
            elif isinstance(item, Answer):
                reply = _Reply(reply.asked, item, reply.origin, reply.created)
    for piece in pieces(reply.answer.text):
        yield reply.chunk({"content": piece})
    whole = reply.completion().model_dump()
    last = {"annotations": whole["choices"][0]["message"]["annotations"]}
    yield reply.chunk(last, "stop", citations=whole["citations"])
    if reply.asked.stream_options and reply.asked.stream_options.include_usage:
        yield reply.chunk({}, choices=[], usage=whole["usage"])
    yield format_sse_event(data_str="[DONE]")


def completion_routes(current: Current) -> APIRouter:
    """Return the routes below /v1 that OpenAI's clients call."""
    router = APIRouter(route_class=GuardedRoute, prefix="/v1", tags=["openai"])

    @router.post("/chat/completions", summary="Hỏi theo kiểu OpenAI", responses=_RESPONSES, response_model=Completion)
    async def complete(asked: CompletionRequest, request: Request) -> Response | Completion:
        """Answer the last message of a conversation, with citations as ``annotations`` and in ``citations``.

        Works with OpenAI's clients, only their ``base_url`` changed. ``stream: true`` sends chunks. ``usage`` counts
        words.
        """
        if asked.model not in MODELS:
            raise plain_problem("unknown_model", model=asked.model[:80])
        mode: Mode = MODELS[asked.model]
        question, history, serving = asked.question(), asked.history(), current.take()
        at_once: Mode = "extractive" if asked.stream else mode
        answer = await run_in_threadpool(
            lambda: serving.asker.ask(question, history, report_ids=asked.reports(serving.library), mode=at_once)
        )
        reply = _Reply(asked, answer, str(request.base_url).rstrip("/"), int(time.time()))
        if not asked.stream:
            return reply.completion()
        chunks = _chunks(reply, Fluency(serving.asker, mode))
        return StreamingResponse(chunks, media_type=EVENT_STREAM, headers=HEADERS)

    @router.get(
        "/models", summary="Các chế độ", responses={200: example(_MODELS.model_dump(), "Các chế độ / the modes")}
    )
    def models() -> ModelList:
        """List the modes of answering, under names of models."""
        return _MODELS

    @router.get(
        "/models/{model}",
        summary="Một chế độ",
        responses=merged({200: example(_MODELS.data[0].model_dump(), "Chế độ / the mode")}, guarded("unknown_model")),
    )
    def model(model: str) -> Model:
        """Return one mode of answering."""
        if model not in MODELS:
            raise plain_problem("unknown_model", model=model[:80])
        return Model(id=model)

    return router
