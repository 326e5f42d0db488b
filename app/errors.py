"""What a user can do wrong, as typed errors; the words shown for them are in ``app.messages``."""

from dataclasses import dataclass
from typing import Literal

QuestionFault = Literal["empty", "too-long", "no-words", "unknown-report"]


@dataclass
class QuestionError(Exception):
    """A question that cannot be answered as it stands. ``detail`` is the length, or the unknown report id."""

    fault: QuestionFault
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.fault}{f': {self.detail}' if self.detail else ''}"
