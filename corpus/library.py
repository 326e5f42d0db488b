"""All reports of a corpus folder. Knows nothing of search."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from corpus.card import Card
from corpus.errors import ReportError
from corpus.kept import NOTHING, Kept
from corpus.models import Passage, Report
from corpus.parse import read_carded
from corpus.passages import cut_passages

REPORTS_FOLDER = Path(__file__).parent / "reports"
"""The reports that come with the product."""

Document = tuple[str | None, str | None, str | None]
"""Number, sign and period."""


def _document(report: Report) -> Document:
    return report.metadata.number, report.metadata.sign, report.metadata.period


@dataclass(frozen=True, slots=True)
class Library:
    """The reports of one folder in the order of their file names, their cards, and a hash of what they say."""

    reports: tuple[Report, ...]
    cards: Mapping[str, Card] = field(default_factory=dict)  # by id, of those that have one
    _by_id: Mapping[str, Report] = field(init=False, repr=False, compare=False)
    _alike: Mapping[Document, list[Report]] = field(init=False, repr=False, compare=False)
    _hashes: list[str] = field(
        default_factory=list, init=False, repr=False, compare=False
    )  # none until it is asked for

    def __post_init__(self) -> None:
        # The one way to fill a field of a frozen dataclass; of two reports of one id the first is found.
        object.__setattr__(self, "_by_id", {report.id: report for report in reversed(self.reports)})
        alike: dict[Document, list[Report]] = {}
        for report in self.reports:
            alike.setdefault(_document(report), []).append(report)
        object.__setattr__(self, "_alike", alike)

    def report(self, report_id: str) -> Report:
        """Return the report with this id; KeyError when there is none."""
        return self._by_id[report_id]

    def among(self, report_ids: Sequence[str] | None) -> Sequence[Report]:
        """Return the reports with these ids, in the library's order; all of them for None."""
        wanted = None if report_ids is None else frozenset(report_ids)
        return self.reports if wanted is None else [one for one in self.reports if one.id in wanted]

    def alike(self, report: Report) -> list[Report]:
        """Return the reports of the same number, sign and period as one: those that can be called the same."""
        return self._alike.get(_document(report), [])

    def passages(self) -> list[Passage]:
        """Return the passages of all reports, in order."""
        return [passage for report in self.reports for passage in cut_passages(report)]

    @property
    def content_hash(self) -> str:
        """SHA-256 over the texts and the passages cut from them: changes whenever something else would be searched."""
        if not self._hashes:
            digest = hashlib.sha256()
            for report in self.reports:
                digest.update(report.id.encode() + b"\0" + report.text.encode() + b"\0")
            for passage in chain.from_iterable(map(cut_passages, self.reports)):
                digest.update(repr(passage).encode())
            self._hashes.append(digest.hexdigest())
        return self._hashes[0]


def open_library(folder: Path = REPORTS_FOLDER, kept: Kept = NOTHING) -> Library:
    """Read every Markdown report of a folder; what is ``kept`` of files that are as they were is not parsed again.

    Raises ``ReportError`` naming the first file that cannot be read.
    """
    paths = sorted(folder.glob("*.md")) if folder.is_dir() else []
    if not paths:
        raise ReportError("no-corpus", folder)
    reports: dict[str, Report] = {}
    cards: dict[str, Card] = {}
    for path in paths:
        report, card = read_carded(path, kept)
        if report.id in reports:
            raise ReportError("duplicate-id", path, report.id)
        reports[report.id] = report
        if card:
            cards[report.id] = card
    return Library(tuple(reports.values()), cards)
