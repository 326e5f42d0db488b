"""A Chromium for each file of browser tests, and the running page in it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from corpus.library import open_library
from tests.app.web.chat.browsing import Site, served
from tests.chromium import ARGUMENTS, CHROMIUM


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def running(browser: Browser) -> Iterator[Site]:
    with served(open_library(), browser) as site:
        yield site


@pytest.fixture
def site(running: Site) -> Iterator[Site]:
    """The running server with an empty script; whatever a page complains about fails the test."""
    running.asker.script.clear()
    running.asker.asked.clear()
    running.asker.fluent, running.asker.reworded = False, None
    running.ratings.kept.clear()
    running.complaints.clear()
    yield running
    for context in running.browser.contexts:
        context.close()
    assert running.complaints == []
