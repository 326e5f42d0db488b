"""What every writer of fluent answers promises. Knows nothing of models, prompts or the check that follows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from app.models import Citation

Failure = Literal["unreachable", "timeout", "busy", "empty"]
"""No usable reply from the model, too slow, too many waiting, or a reply without a single whole sentence."""


@dataclass
class WriterError(Exception):
    """A fluent answer that could not be written, or not to its end. ``detail`` is for the log, never for the page."""

    reason: Failure
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.reason}{f': {self.detail}' if self.detail else ''}"


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence with the marks of what it stands on, "… 32,8 ha [1][2].", or with none where the writer gave none.

    One that is not ``whole`` is the beginning of a sentence: its words so far, without marks.
    """

    text: str
    whole: bool = True


class Writer(Protocol):
    """Anything that words an answer from evidence."""

    def write(self, question: str, citations: Sequence[Citation], *, english: bool) -> Iterator[Words]:
        """Yield the answer sentence by sentence, before each its growing beginnings, as many as the writer cares to.

        All of it is unchecked: it may say what the evidence does not, and name a mark that no citation has; a sentence
        that was begun may be dropped. Raises ``WriterError``, at the first sentence or at a later one.
        """
        ...
