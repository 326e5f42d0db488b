"""The nouns of taking reports in: what was sent, what was made of it, what became of it. Knows no files of a corpus."""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Literal

from corpus.card import Card, Corrections
from corpus.errors import ReportError
from corpus.models import Report
from corpus.parse import report_id
from corpus.reading.models import Findings

ShelfFault = Literal["exists", "older", "unknown", "last", "busy", "failed"]

LONGEST_ID = 80
REPORT_ID = re.compile(rf"[a-z0-9](?:[a-z0-9.-]{{0,{LONGEST_ID - 2}}}[a-z0-9])?")
"""What a report may be called; it becomes the name of its file."""
_LONGEST_NAME = 120


@dataclass
class ShelfError(Exception):
    """The reports cannot be changed so.

    ``exists``: another report has the id that was asked for; ``older``: it is an earlier version of that report;
    ``unknown``: no report has this id; ``last``: it is the only one; ``busy``: another change is being made;
    ``failed``: the disk or the index refused, and nothing changed.
    """

    fault: ShelfFault
    report_id: str = ""

    def __str__(self) -> str:
        return f"{self.fault}: {self.report_id}"


def is_report_id(text: str) -> bool:
    """Tell whether a report may be called so, and is then called so by those who read its file."""
    return REPORT_ID.fullmatch(text) is not None and report_id(Path(f"{text}.md")) == text


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that somebody wants to take in: its name, and where it is or what it holds."""

    name: str
    source: Path | bytes
    identity: str = ""  # the id that it is to have; "" makes one of its name
    corrections: Corrections = field(default_factory=Corrections)

    @property
    def size(self) -> int:
        """Bytes of the file. Raises ``OSError``."""
        return len(self.source) if isinstance(self.source, bytes) else self.source.stat().st_size

    def read(self) -> bytes:
        """Return the bytes of the file. Raises ``OSError``."""
        return self.source if isinstance(self.source, bytes) else self.source.read_bytes()

    @property
    def file_name(self) -> str:
        """The name under which the file is kept: no folders, nothing that plays tricks on a terminal."""
        plain = "".join(char for char in PurePath(self.name.replace("\\", "/")).name if char.isprintable())
        ending = PurePath(plain).suffix[:10]
        # A file system counts bytes, of which a Vietnamese letter has up to three.
        stem = plain.removesuffix(ending)[:_LONGEST_NAME].encode()[: _LONGEST_NAME * 3 // 2].decode(errors="ignore")
        return (stem + ending).lstrip(".") or "tep"

    @property
    def proposed_id(self) -> str:
        """The id that it is to have, or one made of its name."""
        return self.identity or report_id(Path(self.file_name))[:LONGEST_ID].strip("-.") or "report"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that was read: what would stand in the corpus."""

    sent: Sent
    sha256: str
    size: int  # bytes of the file
    markdown: str
    findings: Findings
    report: Report  # corrected; its id is the one proposed


Standing = Literal["new", "known", "older", "version", "exists"]
"""What a file is beside the reports that are there: none of them; one of them, as it is; an earlier version of one;
a new version of one; another report than the one of the id that was asked for."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A candidate beside the reports that are there. ``beside`` is the id of the report meant, "" where it is new."""

    standing: Standing
    beside: str = ""
    version: int = 1  # that it has, or would have when taken in


@dataclass(frozen=True, slots=True)
class Held:
    """A report that is there."""

    path: Path
    data: bytes  # of the Markdown file
    card: Card | None
    report: Report

    @property
    def version(self) -> int:
        """The number of its version, from 1."""
        return self.card.version if self.card else 1

    def card_or_own(self) -> Card:
        """Return its card; for a Markdown file without one, what its card would say."""
        return self.card or Card(self.path.name, sha256_of(self.data), "", Findings("md"), len(self.data))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file, or would: ``fault`` says why it was not taken in, where it was not.

    ``held`` is the report as it stands in the corpus from now on; for a file that is known, the one that is there.
    """

    name: str
    fault: ReportError | ShelfError | None = None
    candidate: Candidate | None = None
    placed: Placed | None = None
    held: Held | None = None
    before: Held | None = None  # whose place it takes


def sha256_of(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
