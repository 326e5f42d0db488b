"""POST, PATCH and DELETE on /api/v1/reports and the original files, for administrators. Knows nothing of indexes."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import FileResponse
from starlette.concurrency import run_in_threadpool

from app.shelf.models import Outcome
from app.shelf.shelf import Shelf
from app.web.api.corrections import CorrectionsIn
from app.web.api.described import Responses, example, guarded, merged
from app.web.api.desk import Desk
from app.web.api.examples import MARKDOWN, OUTLINE, PREVIEW, PUBLISHED
from app.web.api.outline import PublishedOut, ReportOut
from app.web.api.preview import PreviewOut, Replaced
from app.web.api.sent import sent_with
from app.web.guard.access import require
from app.web.language import Preferred
from app.web.routes import GuardedRoute, UploadRoute
from corpus.passages import cut_passages

_PREFIX = "/api/v1/reports"
_ADMIN: Responses = guarded("conflict", "storage_unavailable")
_FORM = {
    "type": "object",
    "required": ["file"],
    "properties": {
        "file": {"type": "string", "format": "binary", "description": ".docx .doc .rtf .pdf .md .txt .html .xlsx .xls"},
        "corrections": {"type": "string", "description": "JSON, as PATCH takes it / như của PATCH"},
    },
}
_CONTENT = {
    "text/markdown": {"schema": {"type": "string"}, "example": MARKDOWN},
    "multipart/form-data": {
        "schema": _FORM,
        "example": {"file": "(tệp / the file)", "corrections": '{"number": "15"}'},
        "encoding": {"file": {"contentType": "application/octet-stream"}},
    },
}
_BODY = {"requestBody": {"required": True, "content": _CONTENT}}
_POST = merged(
    {200: example(PREVIEW, "Xem trước; đã có sẵn / the preview, or there already")},
    {201: example(PUBLISHED, "Đã nhận / taken in")},
    _ADMIN,
    guarded("malformed", "report_unreadable", "invalid_field", "payload_too_large", "unsupported_media_type"),
)
_PATCH = merged(
    {200: example(OUTLINE, "Đã sửa / corrected")},
    _ADMIN,
    guarded("malformed", "unknown_report", "invalid_field", "payload_too_large", "unsupported_media_type"),
)
_DELETE = merged(_ADMIN, guarded("unknown_report", "invalid_field"))
_ORIGINAL = merged(
    {200: example("(tệp / the file)", "Tệp gốc / the file as it was sent", "application/octet-stream")},
    guarded("unknown_report", "storage_unavailable"),
)

ReportId = Annotated[
    str,
    Query(
        description="Mã của báo cáo, cũng là tên tệp; cần khi gửi Markdown / the id, also the name of the file; needed "
        "with bare Markdown: a-z, 0-9, “-”, “.”",
        max_length=80,
        examples=["bc-y-te-2023"],
    ),
]
Flag = Annotated[bool, Query(description="Chỉ đọc thử, không đổi gì / only read it and show what was recognised")]


def _published(outcome: Outcome, language: Preferred, *, published: bool) -> PublishedOut:
    held, placed = outcome.held, outcome.placed
    assert held is not None  # noqa: S101  # an outcome without a fault has a report
    known = placed is not None and placed.standing == "known"
    return PublishedOut.of_upload(held.report, language, held.card_or_own(), published=published, known=known)


def _previewed(outcome: Outcome, language: Preferred) -> PreviewOut:
    held, before = outcome.held, outcome.before
    assert held is not None  # noqa: S101  # an outcome without a fault has a report
    replaced = Replaced(id=before.report.id, title=before.report.title, version=held.version) if before else None
    return PreviewOut.of(outcome, held, replaced, len(cut_passages(held.report)), language)


def _uploads(desk: Desk) -> APIRouter:
    router = APIRouter(route_class=UploadRoute, prefix=_PREFIX)

    @router.post(
        "", status_code=201, summary="Thêm hoặc thay một báo cáo", responses=_POST, openapi_extra=_BODY,
        response_model=PublishedOut | PreviewOut,
    )  # fmt: skip
    async def upload(
        request: Request,
        response: Response,
        language: Preferred,
        report_id: ReportId = "",
        preview: Flag = False,
        dry_run: Flag = False,
        replace: Annotated[bool, Query(description="Thay báo cáo cùng mã / replace the report of this id")] = False,
    ) -> PublishedOut | PreviewOut:
        """Take a file in, of any format, as a form; or Markdown as the bare body. It is read, indexed and served.

        Questions under way are not disturbed. The same file twice is one report; a new version takes the place of the
        old one, which is kept. ``preview`` shows what was recognised and changes nothing, ``dry_run`` in the form of
        what is published. What cannot be read is a 422 with the reason.
        """
        sent = await sent_with(request, report_id)
        look = preview or dry_run
        outcome = await run_in_threadpool(desk.take, sent, look=look, replace=replace)
        if look or (outcome.placed and outcome.placed.standing == "known"):
            response.status_code = 200
        # Rendering a long report takes a while as well.
        if preview:
            return await run_in_threadpool(_previewed, outcome, language)
        return await run_in_threadpool(_published, outcome, language, published=not look)

    return router


def _changes(desk: Desk) -> APIRouter:
    router = APIRouter(route_class=GuardedRoute, prefix=_PREFIX)

    @router.patch("/{report_id}", summary="Sửa thông tin một báo cáo", responses=_PATCH)
    def correct(report_id: str, corrections: CorrectionsIn, language: Preferred) -> ReportOut:
        """Correct what was recognised of a report: only the fields that are sent; its text stays as it is."""
        held = desk.correct(report_id, corrections.corrections(), corrections.taken_back())
        return ReportOut.of(held.report, language, held.card)

    @router.delete("/{report_id}", status_code=204, summary="Xóa một báo cáo", responses=_DELETE)
    def remove(report_id: str) -> None:
        """Remove a report with all that is kept of it; it is asked no more. The only report cannot be removed."""
        desk.remove(report_id)

    @router.get("/{report_id}/original", summary="Tệp gốc", responses=_ORIGINAL, response_class=FileResponse)
    def original(report_id: str) -> FileResponse:
        """Return the file that a report came as, byte for byte."""
        path = desk.original(report_id)
        named = f"attachment; filename*=utf-8''{quote(path.name, safe='')}"
        return FileResponse(path, media_type="application/octet-stream", headers={"Content-Disposition": named})

    return router


def publish_routes(shelf: Shelf | None) -> APIRouter:
    """Return the routes that change the reports; without a shelf they say that nothing can be written."""
    desk = Desk(shelf)
    router = APIRouter(tags=["reports"], dependencies=[Depends(require("admin"))])
    router.include_router(_uploads(desk))
    router.include_router(_changes(desk))
    return router
