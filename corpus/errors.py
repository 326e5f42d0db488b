"""What can be wrong with a report file and where. Knows nothing of the words a user sees for it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ReportFault = Literal["missing", "empty", "binary", "encoding", "incomplete", "no-corpus", "duplicate-id", "unreadable"]


@dataclass
class ReportError(Exception):
    """A report cannot be read. ``where`` is a line number or a name in the file, or empty."""

    fault: ReportFault
    path: Path
    where: str = ""

    def __str__(self) -> str:
        return f"{self.fault}: {self.path}{f' ({self.where})' if self.where else ''}"
