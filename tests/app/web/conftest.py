"""A Chromium for each file of browser tests; the real report, read once, and the API over it with a scripted asker."""

from collections.abc import Callable, Iterator

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, sync_playwright

from app.models import Answer
from app.web.api.application import create_api
from app.web.current import Current, Serving
from corpus.library import Library, open_library
from corpus.models import Report
from tests.chromium import ARGUMENTS, CHROMIUM
from tests.fakes import ScriptedAsker

Client = Callable[..., tuple[TestClient, ScriptedAsker]]
"""Makes the API over a script; gives it with the asker behind it."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def library() -> Library:
    return open_library()


@pytest.fixture(scope="session")
def report(library: Library) -> Report:
    return library.reports[0]


@pytest.fixture
def client(library: Library) -> Client:
    def make(*script: Answer | Exception, ready: bool = True) -> tuple[TestClient, ScriptedAsker]:
        asker = ScriptedAsker(list(script))
        return TestClient(create_api(Current(Serving(asker, library) if ready else None))), asker

    return make
