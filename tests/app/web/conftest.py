"""The real report, read once, and the API over it with an asker that follows a script."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from app.models import Answer
from app.web.api.application import create_api
from app.web.current import Current, Serving
from corpus.library import Library, open_library
from corpus.models import Report
from tests.fakes import ScriptedAsker

Client = Callable[..., tuple[TestClient, ScriptedAsker]]
"""Makes the API over a script; gives it with the asker behind it."""


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
