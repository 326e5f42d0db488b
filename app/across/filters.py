"""Chooses reports by what a request says of them: ids, years, who issued them. Knows no question."""

from collections.abc import Collection

from app.across.facets import Facets, Facetted
from app.errors import QuestionError
from corpus.library import Library


def chosen(
    library: Library, report_ids: Collection[str] = (), years: Collection[int] = (), issuers: Collection[str] = ()
) -> tuple[str, ...] | None:
    """Return the ids of the reports that fit all that is given, in the library's order; None where nothing is.

    A report fits one of the ids, one of the years it is about, and one of the issuers: a part of the issuer's name is
    enough ("Sở Y tế", "tỉnh Lai Châu", "UBND"), with or without diacritics. Raises ``QuestionError`` for an id, year or
    issuer that no report has, and where each is there but in no report all.
    """
    if not (report_ids or years or issuers):
        return None
    facetted = Facetted(library.reports)
    _refuse_unknown(facetted, library, report_ids, years, issuers)
    asked_years = {str(year) for year in years}
    fitting = tuple(
        one.report_id
        for one in facetted.all
        if (not report_ids or one.report_id in report_ids)
        and (not years or one.years & asked_years)
        and (not issuers or any(_of(one, issuer, facetted) for issuer in issuers))
    )
    if not fitting:
        raise QuestionError("no-report-left")
    return fitting


def _of(one: Facets, issuer: str, facetted: Facetted) -> bool:
    phrase = facetted.phrase(issuer)
    return bool(phrase.strip()) and phrase in one.issuer


def _refuse_unknown(
    facetted: Facetted, library: Library, report_ids: Collection[str], years: Collection[int], issuers: Collection[str]
) -> None:
    known = {report.id for report in library.reports}
    for report_id in report_ids:
        if report_id not in known:
            raise QuestionError("unknown-report", report_id)
    for year in years:
        if not any(str(year) in one.years for one in facetted.all):
            raise QuestionError("unknown-year", str(year))
    for issuer in issuers:
        if not any(_of(one, issuer, facetted) for one in facetted.all):
            raise QuestionError("unknown-issuer", issuer)
