"""What a user can do wrong, as typed errors; the words shown for them are in ``app.messages``."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

QuestionFault = Literal[
    "empty", "too-long", "no-words", "unknown-report", "unknown-year", "unknown-issuer", "no-report-left"
]


@dataclass
class QuestionError(Exception):
    """A question that cannot be answered as it stands. ``detail`` is the length, or the unknown id, year or issuer."""

    fault: QuestionFault
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.fault}{f': {self.detail}' if self.detail else ''}"


@dataclass
class TypedQuestionError(Exception):
    """A question on the command line whose bytes are not UTF-8: what was meant cannot be known."""


@dataclass
class HistoryError(Exception):
    """A file of earlier turns that cannot be used. ``detail`` is the system's reason, or where the file is wrong."""

    fault: Literal["unreadable", "malformed"]
    path: Path
    detail: str


@dataclass
class NotReadyError(Exception):
    """Nothing can be answered at the moment: the index is being opened, or could not be."""


@dataclass
class ConfigError(Exception):
    """A setting that cannot be used: its name, the value found, and what would be right."""

    name: str
    value: str
    expected: str

    def __str__(self) -> str:
        return f"{self.name}={self.value!r}: {self.expected}"
