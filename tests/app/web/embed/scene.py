"""A service, a portal on another port that embeds it, a stranger that may not, and a browser that opens both."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from app.hosting import Hosting
from app.observe.metrics import Metrics
from app.web.api.application import create_api
from app.web.current import Current, Serving
from app.web.guard.around import Guard, put_around
from app.web.headers import SecurityHeaders
from corpus.library import Library
from tests.app.web.chat.browsing import WIDE, Ratings
from tests.app.web.guard.conftest import Ring
from tests.app.web.running import running
from tests.chromium import ARGUMENTS, CHROMIUM
from tests.fakes import ScriptedAsker


@dataclass(slots=True)
class Portal:
    """Serves pages of its own from a port of its own."""

    pages: dict[str, str] = field(default_factory=dict)
    origin: str = ""


@dataclass(slots=True)
class Scene:
    """The service, the portal that may embed it, another that may not, and a browser."""

    api: str
    asker: ScriptedAsker
    ratings: Ratings
    portal: Portal
    stranger: Portal
    browser: Browser
    complaints: list[str] = field(default_factory=list)

    def open(self, portal: Portal, html: str, viewport: ViewportSize = WIDE) -> Page:
        portal.pages["/"] = html
        page = self.browser.new_context(viewport=viewport, locale="vi-VN").new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        page.goto(portal.origin)
        return page

    def embedded(self, attributes: str = "") -> str:
        return (
            f'<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
            f'<script src="{self.api}/embed.js" defer></script><hoidap-chat {attributes}></hoidap-chat>'
        )


@contextmanager
def portal() -> Iterator[Portal]:
    served = Portal()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name that the library calls
            body = served.pages.get(self.path, "").encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        served.origin = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield served
        server.shutdown()
        thread.join()


@contextmanager
def service(library: Library, origin: str) -> Iterator[tuple[str, ScriptedAsker, Ratings]]:
    asker, ratings = ScriptedAsker([]), Ratings()
    current = Current(Serving(asker, library))
    app = create_api(current, ratings)
    app.add_middleware(SecurityHeaders, origins=(origin,))
    guarded = put_around(app, current, Guard(Ring(), Metrics(), Hosting(origins=(origin,))))
    with running(guarded) as url:
        yield url, asker, ratings


@contextmanager
def played(library: Library) -> Iterator[Scene]:
    """Run all of it."""
    with sync_playwright() as playwright, portal() as ours, portal() as theirs, service(library, ours.origin) as server:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield Scene(*server, ours, theirs, browser)
        browser.close()
