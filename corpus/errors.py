"""What can be wrong with a report file and where. Knows nothing of the words a user sees for it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ReportFault = Literal[
    "missing",
    "empty",
    "binary",
    "encoding",
    "incomplete",
    "no-corpus",
    "duplicate-id",
    "unreadable",
    # Of files that are turned into Markdown first.
    "unsupported",
    "encrypted",
    "macro",
    "broken",
    "too-large",
    "bomb",
    "too-many-pages",
    "no-text",
    "needs-tool",
    "too-slow",
    "too-much-memory",
    "card",  # the card beside a report was damaged
]


@dataclass
class ReportError(Exception):
    """A report cannot be read. ``where`` is a line number, a name in the file, what to install, or empty."""

    fault: ReportFault
    path: Path
    where: str = ""

    def __str__(self) -> str:
        return f"{self.fault}: {self.path}{f' ({self.where})' if self.where else ''}"
