"""Takes reports into the corpus and out of it while the service runs. Knows files and the index, nothing of HTTP.

The index of the new state is built beside the old one; only when it is whole do the report and the index change places
with what was there. Whatever fails before leaves everything as it was.
"""

import contextlib
import logging
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout

from corpus.errors import ReportError
from corpus.library import Library
from corpus.models import Report
from corpus.parse import decode, parse_report, read_report, report_id
from index.build import build_index
from index.encoder import Encoder
from index.errors import IndexFault

log = logging.getLogger(__name__)

PublishFault = Literal["exists", "unknown", "last", "busy", "failed"]
REPORT_ID = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,78}[a-z0-9])?")
"""What a report may be called; it becomes the name of its file."""


@dataclass
class PublishError(Exception):
    """The corpus cannot be changed so. ``exists``: a report has this id; ``unknown``: none has; ``last``: it is the
    only one; ``busy``: another change is being made; ``failed``: the disk or the index refused, and nothing changed.
    """

    fault: PublishFault
    report_id: str

    def __str__(self) -> str:
        return f"{self.fault}: {self.report_id}"


def read_upload(identity: str, data: bytes) -> Report:
    """Read a report as it was sent. Raises ``ReportError``, whose path is only the name that the file would have."""
    path = Path(f"{identity}.md")
    return parse_report(decode(data, path), path)


@dataclass(frozen=True, slots=True)
class _Change:
    """One file of the corpus on its way in or out; ``fresh`` is the new one, already on the disk, or None."""

    path: Path
    fresh: Path | None

    @property
    def aside(self) -> Path:
        return self.path.with_name(f".{self.path.name}.old")

    def make(self) -> None:
        if self.path.exists():
            self.path.replace(self.aside)
        if self.fresh:
            self.fresh.replace(self.path)

    def undo(self) -> None:
        if self.aside.exists():
            self.aside.replace(self.path)
        elif self.fresh and not self.fresh.exists():
            self.path.unlink()


@dataclass(frozen=True, slots=True)
class Publisher:
    """Changes one corpus folder and its index. ``reopen`` lets what is on the disk serve from now on."""

    corpus: Path
    index: Path
    encoder: Encoder
    reopen: Callable[[], None]

    def publish(self, identity: str, data: bytes, *, replace: bool = False) -> Report:
        """Take a report in, or in the place of the one with its id. Raises ``ReportError``, ``PublishError``."""
        report = read_upload(identity, data)
        with self._changing(identity) as reports:
            path = next((known for known, one in reports.items() if one.id == identity), self.corpus / f"{identity}.md")
            if path in reports and not replace:
                raise PublishError("exists", identity)
            fresh = path.with_name(f".{path.name}.new")
            try:
                _write(fresh, data)
                self._build({**reports, path: report}, _Change(path, fresh))
            finally:
                fresh.unlink(missing_ok=True)
        return report

    def withdraw(self, identity: str) -> None:
        """Take a report out and delete its file. Raises ``PublishError``."""
        with self._changing(identity) as reports:
            path = next((known for known, one in reports.items() if one.id == identity), None)
            if path is None:
                raise PublishError("unknown", identity)
            if len(reports) == 1:
                raise PublishError("last", identity)
            self._build({known: one for known, one in reports.items() if known != path}, _Change(path, None))

    @contextlib.contextmanager
    def _changing(self, identity: str) -> Iterator[dict[Path, Report]]:
        """Give the reports as they are on the disk while nobody else changes them, in this process or another."""
        try:
            with FileLock(self.corpus / ".hoidap.lock", timeout=0):
                paths = sorted(self.corpus.glob("*.md"))
                yield {path: read_report(path) for path in paths}
        except Timeout as error:
            raise PublishError("busy", identity) from error
        except (OSError, IndexFault, ReportError) as error:
            log.exception("the corpus could not be changed")
            raise PublishError("failed", identity) from error

    def _build(self, reports: dict[Path, Report], change: _Change) -> None:
        library = Library(tuple(reports[path] for path in sorted(reports)))
        change.aside.unlink(missing_ok=True)  # of a process that died between its renames
        try:
            build_index(library, self.encoder, self.index, reuse=True, when_whole=change.make)
        except (OSError, IndexFault):
            change.undo()
            raise
        change.aside.unlink(missing_ok=True)
        try:
            self.reopen()
        except (OSError, IndexFault, ReportError):
            log.exception("what was published cannot be opened; what served before serves on")


def _write(path: Path, data: bytes) -> None:
    """Write a file so that it is whole on the disk when this returns."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def is_report_id(text: str) -> bool:
    """Tell whether a report may be called so, and is then called so by those who read its file."""
    return REPORT_ID.fullmatch(text) is not None and report_id(Path(f"{text}.md")) == text
