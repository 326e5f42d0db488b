"""GET /api/v1/reports and below: the list, the outline and the text of reports. Knows nothing of answers."""

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import PlainTextResponse

from app.errors import QuestionError
from app.web.api.described import example, guarded, merged
from app.web.api.examples import OUTLINE, REPORTS, TEXT
from app.web.api.outline import ReportOut
from app.web.api.report_schemas import ReportList, ReportSummary
from app.web.current import Current
from app.web.language import Preferred
from app.web.problems import problem_of_question
from app.web.routes import GuardedRoute
from corpus.card import Card
from corpus.models import Report

_UNKNOWN = guarded("unknown_report", "not_ready")


def report_routes(current: Current) -> APIRouter:
    """Return the routes that show the reports of the moment."""
    router = APIRouter(route_class=GuardedRoute, prefix="/api/v1/reports", tags=["reports"])

    def report_named(report_id: str) -> tuple[Report, Card | None]:
        library = current.library
        try:
            return library.report(report_id), library.cards.get(report_id)
        except KeyError as error:
            raise problem_of_question(QuestionError("unknown-report", report_id)) from error

    Named = Annotated[tuple[Report, Card | None], Depends(report_named)]  # noqa: N806  # a type, made where the function is

    @router.get(
        "",
        summary="Danh sách báo cáo",
        responses=merged({200: example(REPORTS, "Các báo cáo / the reports")}, guarded("not_ready")),
    )
    def reports(language: Preferred) -> ReportList:
        """List the reports that can be asked about."""
        library = current.library
        listed = [ReportSummary.of(report, language, library.cards.get(report.id)) for report in library.reports]
        return ReportList(reports=listed)

    @router.get(
        "/{report_id}",
        summary="Dàn ý một báo cáo",
        responses=merged({200: example(OUTLINE, "Dàn ý / the outline")}, _UNKNOWN),
    )
    def report(found: Named, language: Preferred) -> ReportOut:
        """Return the metadata, sections and footnotes of a report; offsets count characters of its text."""
        report, card = found
        return ReportOut.of(report, language, card)

    @router.get(
        "/{report_id}/text",
        summary="Văn bản chuẩn",
        response_class=PlainTextResponse,
        responses=merged({200: example(TEXT, "Văn bản / the text", "text/plain")}, _UNKNOWN),
    )
    def text(found: Named) -> PlainTextResponse:
        """Return the canonical text, in which every citation is ``text[start:end]``."""
        return PlainTextResponse(found[0].text)

    return router
