"""POST and DELETE on /api/v1/reports, for administrators. Knows nothing of files or indexes."""

from dataclasses import dataclass
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from app.errors import QuestionError
from app.explain import explain
from app.messages import say
from app.publish import Publisher, PublishError, is_report_id, read_upload
from app.web.api.described import Responses, example, guarded, merged
from app.web.api.examples import MARKDOWN, PUBLISHED
from app.web.api.outline import PublishedOut
from app.web.guard.access import require
from app.web.language import Preferred
from app.web.problems import ApiProblem, field_problem, plain_problem, problem_of_question
from app.web.routes import GuardedRoute, UploadRoute
from corpus.errors import ReportError
from corpus.models import Report

_PREFIX = "/api/v1/reports"
_ADMIN: Responses = guarded("conflict", "storage_unavailable")
_MARKDOWN = {"text/markdown": {"schema": {"type": "string"}, "example": MARKDOWN}}
_BODY = {"requestBody": {"required": True, "content": _MARKDOWN}}
_POST = merged(
    {
        200: example(PUBLISHED | {"published": False}, "Xem trước / the preview"),
        201: example(PUBLISHED, "Đã nhận / taken in"),
    },
    _ADMIN,
    guarded("report_unreadable", "invalid_field", "payload_too_large", "unsupported_media_type"),
)
_DELETE = merged(_ADMIN, guarded("unknown_report", "invalid_field"))

ReportId = Annotated[
    str,
    Query(
        description="Mã của báo cáo, cũng là tên tệp / the id, also the name of the file: a-z, 0-9, “-”, “.”",
        min_length=1,
        max_length=80,
        examples=["bc-y-te-2023"],
    ),
]


def problem_of_report(error: ReportError) -> ApiProblem:
    """Return the problem for a report that its reader refuses, with the reader's reason."""
    return ApiProblem("report_unreadable", partial(explain, error))


def problem_of_publishing(error: PublishError) -> ApiProblem:
    """Return the problem for a change of the reports that cannot be made."""
    match error.fault:
        case "unknown":
            return problem_of_question(QuestionError("unknown-report", error.report_id))
        case "failed":
            return plain_problem("storage_unavailable", {"Retry-After": "60"})
        case "busy":
            sentence = partial(say, "publish.busy")
            return ApiProblem("conflict", sentence, headers={"Retry-After": "30"})
        case "exists" | "last":
            return ApiProblem("conflict", partial(say, f"publish.{error.fault}", report_id=error.report_id[:80]))


@dataclass(frozen=True, slots=True)
class _Desk:
    """Does what the routes are asked to; what goes wrong becomes a problem."""

    publisher: Publisher | None

    def there(self) -> Publisher:
        if self.publisher is None:
            raise plain_problem("storage_unavailable")
        return self.publisher

    def take(self, identity: str, data: bytes, *, dry_run: bool, replace: bool) -> Report:
        if not is_report_id(identity):
            raise field_problem("report_id", partial(say, "field.invalid"))
        try:
            return read_upload(identity, data) if dry_run else self.there().publish(identity, data, replace=replace)
        except ReportError as error:
            raise problem_of_report(error) from error
        except PublishError as error:
            raise problem_of_publishing(error) from error

    def remove(self, identity: str) -> None:
        try:
            self.there().withdraw(identity)
        except PublishError as error:
            raise problem_of_publishing(error) from error


def _uploads(desk: _Desk) -> APIRouter:
    router = APIRouter(route_class=UploadRoute, prefix=_PREFIX)

    @router.post(
        "", status_code=201, summary="Thêm hoặc thay một báo cáo", responses=_POST, openapi_extra=_BODY,
        response_model=PublishedOut,
    )  # fmt: skip
    async def upload(
        report_id: ReportId,
        request: Request,
        response: Response,
        language: Preferred,
        dry_run: Annotated[bool, Query(description="Chỉ đọc thử / only read it and show what was understood")] = False,
        replace: Annotated[bool, Query(description="Thay báo cáo cùng mã / replace the report of this id")] = False,
    ) -> PublishedOut:
        """Take a Markdown report in: it is read, indexed and served; questions under way are not disturbed.

        ``dry_run`` returns what was understood and changes nothing. What cannot be read is a 422 with the reason.
        """
        report = await run_in_threadpool(desk.take, report_id, await request.body(), dry_run=dry_run, replace=replace)
        if dry_run:
            response.status_code = 200
        return PublishedOut.of_upload(report, language, published=not dry_run)

    return router


def _removals(desk: _Desk) -> APIRouter:
    router = APIRouter(route_class=GuardedRoute, prefix=_PREFIX)

    @router.delete("/{report_id}", status_code=204, summary="Xóa một báo cáo", responses=_DELETE)
    def remove(report_id: str) -> None:
        """Remove a report: its file is deleted and it is asked no more. The only report cannot be removed."""
        desk.remove(report_id)

    return router


def publish_routes(publisher: Publisher | None) -> APIRouter:
    """Return the routes that change the reports; without a publisher they say that nothing can be written."""
    admin = [Depends(require("admin"))]
    router = APIRouter(tags=["reports"], dependencies=admin)
    router.include_router(_uploads(_Desk(publisher)))
    router.include_router(_removals(_Desk(publisher)))
    return router
