"""All reports of a corpus folder. Knows nothing of search."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpus.card import Card
from corpus.errors import ReportError
from corpus.models import Passage, Report
from corpus.parse import read_carded
from corpus.passages import cut_passages

REPORTS_FOLDER = Path(__file__).parent / "reports"
"""The reports that come with the product."""


@dataclass(frozen=True, slots=True)
class Library:
    """The reports of one folder in the order of their file names, their cards, and a hash of what they say."""

    reports: tuple[Report, ...]
    cards: Mapping[str, Card] = field(default_factory=dict)  # by id, of those that have one

    def report(self, report_id: str) -> Report:
        """Return the report with this id; KeyError when there is none."""
        for report in self.reports:
            if report.id == report_id:
                return report
        raise KeyError(report_id)

    def passages(self) -> list[Passage]:
        """Return the passages of all reports, in order."""
        return [passage for report in self.reports for passage in cut_passages(report)]

    @property
    def content_hash(self) -> str:
        """SHA-256 over the texts and the passages cut from them: changes whenever something else would be searched."""
        digest = hashlib.sha256()
        for report in self.reports:
            digest.update(report.id.encode() + b"\0" + report.text.encode() + b"\0")
        for passage in self.passages():
            digest.update(repr(passage).encode())
        return digest.hexdigest()


def open_library(folder: Path = REPORTS_FOLDER) -> Library:
    """Read every Markdown report of a folder. Raises ``ReportError`` naming the first file that cannot be read."""
    paths = sorted(folder.glob("*.md")) if folder.is_dir() else []
    if not paths:
        raise ReportError("no-corpus", folder)
    reports: list[Report] = []
    cards: dict[str, Card] = {}
    for path in paths:
        report, card = read_carded(path)
        if card:
            cards[report.id] = card
        if any(known.id == report.id for known in reports):
            raise ReportError("duplicate-id", path, report.id)
        reports.append(report)
    return Library(tuple(reports), cards)
