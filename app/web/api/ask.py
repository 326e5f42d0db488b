"""POST /api/v1/ask: one answer as JSON, or growing as Server-Sent Events. Knows nothing of how answers are found."""

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from app.models import Answer, Mode
from app.web.api.described import guarded, merged
from app.web.api.examples import ANSWER, EVENTS
from app.web.api.schemas import AskRequest, AskResponse
from app.web.api.stream import EVENT_STREAM, Fluency, answer_stream
from app.web.current import Current, Serving
from app.web.language import Preferred
from app.web.routes import GuardedRoute

_OK = {
    "description": "Câu trả lời, hoặc lời từ chối (`answerable: false`) / an answer, or a refusal",
    "content": {
        "application/json": {"example": ANSWER},
        EVENT_STREAM: {"schema": {"type": "string"}, "example": EVENTS},
    },
}
_RESPONSES = merged(
    {200: _OK},
    guarded(
        "malformed", "unknown_report", "unknown_year", "unknown_issuer", "no_report_left",
        "payload_too_large", "unsupported_media_type", "question_empty",
        "question_too_long", "question_no_words", "invalid_field", "not_ready",
    ),
)  # fmt: skip


def answered(serving: Serving, asked: AskRequest, mode: Mode) -> Answer:
    """Answer a request in a mode. Raises ``QuestionError``; an unknown report is told before anything is looked up."""
    ids = asked.reports(serving.library)
    return serving.asker.ask(asked.question, asked.turns(), report_ids=ids, mode=mode, top_k=asked.top_k)


def wants_stream(request: Request) -> bool:
    """Tell whether a client accepts Server-Sent Events."""
    return EVENT_STREAM in request.headers.get("accept", "").lower()


def ask_routes(current: Current) -> APIRouter:
    """Return the route that answers one question."""
    router = APIRouter(route_class=GuardedRoute)

    @router.post("/api/v1/ask", tags=["ask"], summary="Hỏi một câu", responses=_RESPONSES, response_model=AskResponse)
    async def ask(asked: AskRequest, request: Request, language: Preferred) -> Response | AskResponse:
        """Answer one question from the reports, with citations; a refusal is an answer with ``answerable`` false.

        With ``Accept: text/event-stream`` the answer comes as events: ``meta`` (how the question was understood, the
        evidence), ``delta`` (text; with ``afresh`` it takes the place of all before it), ``answer`` (the whole answer;
        in ``auto`` mode a second one may follow, worded anew and checked), ``error`` (a problem).
        """
        serving = current.take()
        if not wants_stream(request):
            return AskResponse.of(await run_in_threadpool(answered, serving, asked, asked.mode))
        quoted = await run_in_threadpool(answered, serving, asked, "extractive")
        return answer_stream(quoted, Fluency(serving.asker, asked.mode), language)

    return router
