"""The page's server for each file of tests; whatever a page complains about fails its test."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.app.web.admin.scripted import Api, Desk, desk
from tests.app.web.guard.conftest import Ring, key


@pytest.fixture(scope="module")
def open_desk(browser: Browser) -> Iterator[Desk]:
    with desk(browser, Ring()) as served:
        yield served


@pytest.fixture(scope="module")
def locked_desk(browser: Browser) -> Iterator[Desk]:
    with desk(browser, Ring(h=key("hoi"), a=key("quan-tri", scopes=("ask", "admin")))) as served:
        yield served


def visited(served: Desk) -> Iterator[Desk]:
    """Give the running page to a test; close what the test opened."""
    served.complaints.clear()
    yield served
    for context in served.browser.contexts:
        context.close()
    assert served.complaints == []


@pytest.fixture
def place(open_desk: Desk) -> Iterator[Desk]:
    """The page where there is no key."""
    yield from visited(open_desk)


@pytest.fixture
def locked(locked_desk: Desk) -> Iterator[Desk]:
    """The page where "h" is a key to ask with, and "a" an administrator's."""
    yield from visited(locked_desk)


@pytest.fixture
def api() -> Api:
    return Api()
