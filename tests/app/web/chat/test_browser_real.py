"""The whole product in a real browser: the real page, the real assistant, the real report. Needs Debian's Chromium."""

import shutil
import threading
from collections.abc import Iterator

import pytest
import uvicorn
from playwright.sync_api import Page, expect, sync_playwright

from app.assistant import Assistant
from app.web.current import Current, Serving
from app.web.serve import create_app, listen

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.model,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium here; install it with: sudo apt install chromium"),
]
FOOTNOTE = "08 đơn vị vận tải của Lai Châu và 03 đơn vị vận tải của thành phố Hà Nội."


@pytest.fixture
def page(assistant: Assistant) -> Iterator[Page]:
    bound = listen("127.0.0.1", 0)
    app = create_app(Current(Serving(assistant, assistant.library)), ())
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    thread = threading.Thread(target=server.run, args=([bound],), daemon=True)
    thread.start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        opened = browser.new_page(viewport={"width": 1440, "height": 900})
        opened.goto(f"http://127.0.0.1:{bound.getsockname()[1]}/")
        yield opened
        browser.close()
    server.should_exit = True
    thread.join(timeout=10)


def ask(page: Page, question: str) -> None:
    box = page.locator("#hd-question textarea")
    box.fill(question)
    box.press("Enter")


def test_a_question_is_answered_and_its_mark_lights_the_footnote_up_in_the_report(page: Page) -> None:
    ask(page, "Bao nhiêu đơn vị vận tải của Hà Nội chạy tuyến Lai Châu - Hà Nội?")
    page.locator("button.cite").first.click()
    lit = page.locator("#hd-source mark.active")
    expect(lit).to_have_text(FOOTNOTE)
    expect(lit).to_be_in_viewport()


def test_a_district_that_the_report_does_not_name_is_refused_on_the_page(page: Page) -> None:
    ask(page, "Huyện Mường Tè trồng bao nhiêu ha hoa hồng?")
    expect(page.locator(".answer-text")).to_have_text("Báo cáo không nêu nội dung này cho Mường Tè.")
    expect(page.locator("button.cite")).to_have_count(0)
