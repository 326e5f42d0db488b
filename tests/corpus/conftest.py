"""The real report, read once for all tests of the corpus folder."""

import pytest

from corpus.library import REPORTS_FOLDER
from corpus.models import Report
from corpus.parse import read_report

REPORT_FILE = REPORTS_FOLDER / "bc-hop-tac-lai-chau-ha-noi-2022.md"


@pytest.fixture(scope="session")
def source() -> str:
    """The Markdown of the real report as it stands on disk."""
    return REPORT_FILE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def report() -> Report:
    """The real report, parsed."""
    return read_report(REPORT_FILE)
