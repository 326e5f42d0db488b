"""The administrators' page in a browser over an API whose answers a test writes down. Knows nothing of real reports."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route, ViewportSize
from starlette.requests import Request as HttpRequest
from starlette.responses import Response
from starlette.routing import Route as HttpRoute

from app.hosting import Hosting
from app.observe.metrics import Metrics
from app.web.api.application import create_api
from app.web.current import Current, Serving
from app.web.document import render_document
from app.web.guard.around import Guard, put_around
from app.web.headers import SecurityHeaders
from tests.app.web.guard.conftest import Ring
from tests.app.web.running import running
from tests.fakes import ScriptedAsker
from tests.small_library import small_library

Answer = dict[str, Any]
"""What ``Route.fulfill`` takes; ``{"gone": True}`` is no answer at all, ``{"never": True}`` one that is waited for."""
GONE: Answer = {"gone": True}
NEVER: Answer = {"never": True}
WAITING = "/waiting"
"""Where the server takes a whole request and does not answer it."""


def quality(**more: Any) -> dict[str, Any]:
    """Return what a reading without a fault found."""
    return {
        "headings": 12, "footnotes": 4, "footnotes_linked": 4, "tables": 2, "rows": 17, "sentences": 214,
        "encodings": [], "converted": 0, "insertions": 0, "deletions": 0, "pages": 0, "missing": [], "doubts": [],
        **more,
    }  # fmt: skip


def report(identity: str = "bc-y-te-2021", **more: Any) -> dict[str, Any]:
    """Return a line of the list."""
    return {
        "id": identity, "title": "Kết quả công tác y tế tỉnh Yên Bái năm 2021", "number": "20", "sign": "BC-SYT",
        "issuer": "Sở Y tế tỉnh Yên Bái", "issued_on": "2022-01-15", "period": "2021", "signatory": "Hoàng Văn Nam",
        "url": f"/reports/{identity}", "format": "docx", "version": 1, "size": 48_200, "original": True,
        "quality": quality(), **more,
    }  # fmt: skip


def refusal(status: int, detail: str, **headers: str) -> Answer:
    """Return a problem as the API answers it."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return {"status": status, "headers": named, "json": {"code": "x", "title": "x", "status": status, "detail": detail}}


def read(**more: Any) -> Answer:
    """Return what a preview answers for the small report; ``more`` are fields of the answer."""
    found = small_library().reports[0]
    outline = [{"code": s.code, "label": s.code, "title": s.title, "level": s.level} for s in found.sections]
    recognised = report("bc-hop-tac-2022", title=found.title, number="15", sign="BC-UBND", issued_on="2023-02-05")
    fields = {"report": recognised, "outline": outline, "document": render_document(found), "quality": quality()}
    return {"json": {**fields, "same": None, "replaced": None, **more}}


@dataclass(slots=True)
class Api:
    """Answers what the page asks; by method, and for previews by the name of the file. Remembers what changed."""

    reports: list[dict[str, Any]] = field(default_factory=lambda: [report()])
    previews: dict[str, Answer] = field(default_factory=dict)
    changes: list[Answer] = field(default_factory=list)  # answers to what changes something, in order
    seen: list[Request] = field(default_factory=list)

    def handle(self, route: Route) -> None:
        """Answer one request."""
        request = route.request
        if request.method == "GET":
            self._answer(route, {"json": {"reports": self.reports}})
            return
        self.seen.append(request)
        if "preview=true" in request.url:
            sent = (request.post_data_buffer or b"").decode(errors="replace")
            self._answer(route, next((self.previews[name] for name in self.previews if f'"{name}"' in sent), read()))
        else:
            self._answer(route, self.changes.pop(0))

    @staticmethod
    def _answer(route: Route, answer: Answer) -> None:
        if answer is GONE:
            route.abort()
        elif answer is NEVER:
            route.continue_(url=route.request.url.partition("/api/")[0] + WAITING)
        else:
            route.fulfill(**answer)


@dataclass(slots=True)
class Desk:
    """The page's server, a browser, and what open pages complain about or ask other hosts for."""

    url: str
    browser: Browser
    complaints: list[str] = field(default_factory=list)

    def open(self, api: Api, size: ViewportSize, path: str = "/admin/reports", **options: Any) -> Page:
        """Open the page as a new user."""
        page = self.browser.new_context(viewport=size, locale="vi-VN", **options).new_page()
        page.on("console", lambda message: self._note(message))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self._note_foreign(request.url))
        page.route("**/api/v1/reports**", lambda route: api.handle(route))  # slots refuse Playwright's mark
        page.goto(self.url + path)
        return page

    def _note(self, message: ConsoleMessage) -> None:
        # The browser itself writes a line for every answer that is a refusal.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.complaints.append(message.text)

    def _note_foreign(self, url: str) -> None:
        if not url.startswith((self.url, "data:", "blob:")):
            self.complaints.append(f"asked another host: {url}")


async def wait(request: HttpRequest) -> Response:
    """Answer when nobody waits any more."""
    while not await request.is_disconnected():
        await asyncio.sleep(0.05)
    return Response()


@contextmanager
def desk(browser: Browser, ring: Ring) -> Iterator[Desk]:
    """Serve the page behind every guard; who may use it is for the keys to say."""
    current = Current(Serving(ScriptedAsker([]), small_library()))
    app = create_api(current)
    app.router.routes.append(HttpRoute(WAITING, wait, methods=["POST"]))
    app.add_middleware(SecurityHeaders, origins=())
    with running(put_around(app, current, Guard(ring, Metrics(), Hosting()))) as url:
        yield Desk(url, browser)


def choose(page: Page, *names: str, size: int = 40) -> None:
    """Choose files as the file dialog does."""
    chosen: list[Any] = [{"name": n, "mimeType": "application/octet-stream", "buffer": b"x" * size} for n in names]
    page.locator("#files").set_input_files(chosen)
