"""A running page in a real Chromium over a scripted asker, and what open pages complain about."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, ViewportSize, expect

from app.store.models import Feedback
from app.web.chat.shelf import Keeper
from app.web.current import Current, Serving
from app.web.serve import create_app
from corpus.library import Library
from tests.fakes import ScriptedAsker

WIDE: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
SIZES = [pytest.param(WIDE, id="1440"), pytest.param(PHONE, id="390")]
EXAMPLE = "Diện tích trồng hoa hồng ở huyện Tam Đường là bao nhiêu?"
ROSES = "huyện Tam Đường 32,8 ha"
COMPANIES = "03 đơn vị vận tải của thành phố Hà Nội"
ACTIVE = "#hd-source mark.active"


@dataclass(slots=True)
class Ratings:
    """Keeps feedback in a list."""

    kept: list[Feedback] = field(default_factory=list)

    def add(self, feedback: Feedback) -> None:
        """Keep it."""
        self.kept.append(feedback)


@dataclass(slots=True)
class Site:
    """A server that runs, the asker behind it, and what open pages complained about or asked other hosts for."""

    url: str
    asker: ScriptedAsker
    library: Library
    browser: Browser
    current: Current
    ratings: Ratings = field(default_factory=Ratings)
    complaints: list[str] = field(default_factory=list)

    # Playwright keeps a mark on a bound method's object, which slots refuse; hence a lambda for each listener.
    def open(self, viewport: ViewportSize, path: str = "/", **options: Any) -> Page:
        """Open the chat as a new user."""
        context = self.browser.new_context(viewport=viewport, locale="vi-VN", **options)
        return self.open_in(context.new_page(), path)

    def open_in(self, page: Page, path: str = "/") -> Page:
        """Open the chat in a page that is there."""
        page.on("console", lambda message: self._note_error(message))
        page.on("pageerror", lambda error: self._note_failure(str(error)))
        page.on("dialog", lambda dialog: self._note_dialog(dialog))
        page.on("request", lambda request: self._note_foreign(request.url))
        page.goto(self.url + path)
        page.locator("#hd-question textarea").wait_for()
        page.locator("#hd-source .document").wait_for(state="attached")
        return page

    def _note_error(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def _note_failure(self, error: str) -> None:
        # Gradio ends its open stream this way when a page is left.
        if not error.startswith("AbortError: signal is aborted"):
            self.complaints.append(error)

    def _note_dialog(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _note_foreign(self, url: str) -> None:
        if not url.startswith((self.url, "data:", "blob:")):
            self.complaints.append(f"asked another host: {url}")


@contextmanager
def served(library: Library, browser: Browser, conversations: Keeper | None = None) -> Iterator[Site]:
    """Run the whole application over an asker with an empty script."""
    asker, ratings = ScriptedAsker([]), Ratings()
    current = Current(Serving(asker, library))
    config = uvicorn.Config(
        create_app(current, [EXAMPLE], ratings, conversations=conversations), port=0, log_level="error"
    )
    server = uvicorn.Server(config)
    bound = config.bind_socket()
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
    thread.start()
    try:
        url = f"http://127.0.0.1:{bound.getsockname()[1]}"
        yield Site(url, asker, library, browser, current, ratings)
    finally:
        server.should_exit = server.force_exit = True
        thread.join()
        bound.close()


def ask(page: Page, question: str) -> None:
    """Type a question and press Enter; wait for the finished answer."""
    finished = page.locator("[data-answer]").count()
    page.locator("#hd-question textarea").fill(question)
    page.keyboard.press("Enter")
    page.locator("[data-answer]").nth(finished).wait_for()


def expect_marked(page: Page, quote: str, label: str) -> None:
    """Wait until exactly the quote is marked, is in view, and the label is shown."""
    expect(page.locator(".source-label")).to_have_text(label)
    expect(page.locator(ACTIVE).first).to_be_in_viewport()
    assert "".join(page.locator(ACTIVE).all_text_contents()) == quote
