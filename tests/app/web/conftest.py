"""The real report, read once."""

import pytest

from corpus.library import Library, open_library
from corpus.models import Report


@pytest.fixture(scope="session")
def library() -> Library:
    return open_library()


@pytest.fixture(scope="session")
def report(library: Library) -> Report:
    return library.reports[0]
