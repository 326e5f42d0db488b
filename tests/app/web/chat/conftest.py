"""The running page, once for each file of tests."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from corpus.library import open_library
from tests.app.web.chat.browsing import Site, served


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
