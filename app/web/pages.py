"""The page of one report, where every citation link leads. Knows nothing of questions, answers or the chat."""

from html import escape

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from app.messages import say
from app.web.current import Current
from app.web.document import Highlight, render_document

_PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="icon" href="/hoidap/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/hoidap/document.css">
</head>
<body class="page">
<header class="page-bar"><a href="/">{brand}</a><span>{lead}</span></header>
<main>
{body}
</main>
</body>
</html>
"""


def page_html(title: str, body: str) -> str:
    """Return a whole page around ``body``, which must be HTML; the title is plain text."""
    brand = say("page.title")
    return _PAGE.format(
        title=escape(f"{title} – {brand}"), brand=escape(brand), lead=escape(say("page.lead")), body=body
    )


def page_routes(current: Current) -> APIRouter:
    """Return the route GET /reports/{report_id}; ``start`` and ``end`` mark a span of the text."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @router.get("/reports/{report_id}")
    def report_page(report_id: str, start: str = "", end: str = "") -> HTMLResponse:
        try:
            report = current.library.report(report_id)
        except KeyError:
            sentence = say("question.unknown-report", detail=report_id[:80])
            return HTMLResponse(page_html(say("problem.unknown_report"), f"<p>{escape(sentence)}</p>"), 404)
        # A link cut off while it was copied still opens the report, only without the mark.
        numbers = start.isascii() and start.isdigit() and end.isascii() and end.isdigit()
        highlights = (Highlight(1, int(start[:9]), int(end[:9])),) if numbers else ()
        return HTMLResponse(page_html(report.title, render_document(report, highlights)))

    return router
