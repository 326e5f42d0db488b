"""The whole chain over reports on two years, without a model."""

import pytest

from app.assistant import Assistant
from corpus.library import Library
from index.build import build_index
from index.store import open_index
from tests.small_library import CloseEncoder
from tests.two_years import two_years


@pytest.fixture(scope="session")
def library() -> Library:
    """The three reports."""
    return two_years()


@pytest.fixture(scope="session")
def across(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant over them."""
    folder = tmp_path_factory.mktemp("years") / "index"
    build_index(library, CloseEncoder(), folder)
    return Assistant(library, open_index(folder, library, CloseEncoder()))
