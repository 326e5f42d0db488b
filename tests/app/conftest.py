"""The two small reports as the answering core sees them, each part built once."""

import pytest

from app.assistant import Assistant
from app.decide.evidence import Judge
from app.understand.lexicon import Lexicon
from corpus.library import Library
from index.build import build_index
from index.store import open_index
from tests.small_library import CloseEncoder, small_library


@pytest.fixture(scope="session")
def small() -> Library:
    """The two small reports."""
    return small_library()


@pytest.fixture(scope="session")
def lexicon(small: Library) -> Lexicon:
    """Their vocabulary."""
    return Lexicon(small.passages())


@pytest.fixture(scope="session")
def judge(small: Library, lexicon: Lexicon) -> Judge:
    """The measure of their passages."""
    return Judge(small.passages(), lexicon, small.reports)


@pytest.fixture(scope="session")
def small_assistant(small: Library, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The whole chain over them, without a model."""
    folder = tmp_path_factory.mktemp("small") / "index"
    build_index(small, CloseEncoder(), folder)
    return Assistant(small, open_index(folder, small, CloseEncoder()))
