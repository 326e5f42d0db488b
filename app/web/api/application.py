"""The HTTP interface over an ``Asker`` and a ``Library``. Knows nothing of finding answers, or of the chat page."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.responses import PlainTextResponse
from fastapi.staticfiles import StaticFiles

from app.errors import QuestionError
from app.messages import Language, say
from app.models import Asker
from app.web.api.outline import ReportOut
from app.web.api.reference import reference_routes
from app.web.api.schemas import AskRequest, AskResponse, Health, ReportList, ReportSummary
from app.web.language import language_of
from app.web.pages import page_routes
from app.web.problems import Problem, add_problem_handlers, plain_problem, problem_of_question
from app.web.routes import GuardedRoute, refuse_unknown
from corpus.library import Library
from corpus.models import Report

STATIC_FOLDER = Path(__file__).parent.parent / "static"
STATIC_PATH = "/hoidap"
"""Where style sheets and scripts of the product are served; "/static" and "/assets" belong to Gradio."""

_VERBS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]


def _problems(*statuses: int | str) -> dict[int | str, dict[str, Any]]:
    """Describe problem answers for the OpenAPI document."""
    body = {"application/problem+json": {"schema": Problem.model_json_schema()}}
    return {status: {"description": "Problem (RFC 9457)", "content": body} for status in statuses}


def _preferred_language(request: Request) -> Language:
    return language_of(request.headers.get("accept-language", ""))


def _ask_routes(asker: Asker, library: Library, ready: Callable[[], bool]) -> APIRouter:
    router = APIRouter(route_class=GuardedRoute)
    known = {report.id for report in library.reports}

    @router.post("/api/v1/ask", tags=["ask"], summary="Hỏi một câu", responses=_problems(400, 404, 413, 415, 422, 503))
    def ask(request: AskRequest) -> AskResponse:
        """Answer one question from the reports, with citations; a refusal is an answer with ``answerable`` false."""
        if not ready():
            raise plain_problem("not_ready", {"Retry-After": "5"})
        for report_id in request.report_ids or ():
            if report_id not in known:
                raise QuestionError("unknown-report", report_id)
        ids = tuple(request.report_ids) if request.report_ids else None
        answer = asker.ask(request.question, request.turns(), report_ids=ids, mode=request.mode, top_k=request.top_k)
        return AskResponse.of(answer)

    return router


def _report_routes(library: Library) -> APIRouter:
    router = APIRouter(
        route_class=GuardedRoute, prefix="/api/v1/reports", tags=["reports"], responses=_problems("default")
    )

    def report_named(report_id: str) -> Report:
        try:
            return library.report(report_id)
        except KeyError as error:
            raise problem_of_question(QuestionError("unknown-report", report_id)) from error

    @router.get("", summary="Danh sách báo cáo")
    def reports(language: Annotated[Language, Depends(_preferred_language)]) -> ReportList:
        """List the reports that can be asked about."""
        return ReportList(reports=[ReportSummary.of(report, language) for report in library.reports])

    @router.get("/{report_id}", summary="Dàn ý một báo cáo", responses=_problems(404))
    def report(
        found: Annotated[Report, Depends(report_named)], language: Annotated[Language, Depends(_preferred_language)]
    ) -> ReportOut:
        """Return the metadata, sections and footnotes of a report; offsets count characters of its text."""
        return ReportOut.of(found, language)

    @router.get(
        "/{report_id}/text", summary="Văn bản chuẩn", response_class=PlainTextResponse, responses=_problems(404)
    )
    def text(found: Annotated[Report, Depends(report_named)]) -> PlainTextResponse:
        """Return the canonical text, in which every citation is ``text[start:end]``."""
        return PlainTextResponse(found.text)

    return router


def _health_routes(ready: Callable[[], bool]) -> APIRouter:
    router = APIRouter(route_class=GuardedRoute, tags=["health"], responses=_problems("default"))

    @router.get("/healthz", summary="Còn chạy")
    def healthz() -> Health:
        """Tell that the process answers."""
        return Health(status="ok")

    @router.get("/readyz", summary="Sẵn sàng", responses=_problems(503))
    def readyz() -> Health:
        """Tell that the index and the models are loaded."""
        if not ready():
            raise plain_problem("not_ready", {"Retry-After": "5"})
        return Health(status="ready")

    return router


def create_api(asker: Asker, library: Library, ready: Callable[[], bool]) -> FastAPI:
    """Return the application: the API, a page for each report, and the reference at /docs, without the chat."""
    app = FastAPI(title=say("page.title"), version="1", docs_url=None, redoc_url=None)
    add_problem_handlers(app)
    app.include_router(_ask_routes(asker, library, ready))
    app.include_router(_report_routes(library))
    app.include_router(_health_routes(ready))
    app.include_router(page_routes(library))
    app.include_router(reference_routes())
    app.add_api_route("/api/{rest:path}", refuse_unknown, methods=_VERBS, include_in_schema=False)
    app.mount(STATIC_PATH, StaticFiles(directory=STATIC_FOLDER), name="hoidap")
    return app
