"""The whole product in a real browser: the real page, the real assistant, the real report. Needs Debian's Chromium."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from app.assistant import Assistant
from app.web.current import Serving
from tests.app.web.chat.browsing import WIDE, Site, ask
from tests.chromium import IN_BROWSER

pytestmark = [*IN_BROWSER, pytest.mark.model]
FOOTNOTE = "08 đơn vị vận tải của Lai Châu và 03 đơn vị vận tải của thành phố Hà Nội."


@pytest.fixture
def page(site: Site, assistant: Assistant) -> Iterator[Page]:
    scripted = site.current.take()
    site.current.switch(Serving(assistant, assistant.library))
    yield site.open(WIDE)
    site.current.switch(scripted)


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
