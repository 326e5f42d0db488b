"""The nouns of a peer: what it found, what it said. Knows nothing of any one system or of how it is judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from eval.models import Place


@dataclass(frozen=True, slots=True)
class Source:
    """A text that a system found or answers from, best first where there are several.

    ``place`` is where it stands in a report, None where it cannot be located. ``score`` is the system's own, higher is
    better; ``similarity`` is the cosine to the question in [-1, 1], 0 for a system without vectors.
    """

    text: str
    place: Place | None
    score: float = 0.0
    similarity: float = 0.0


@dataclass(frozen=True, slots=True)
class Reply:
    """What a system says to a question. ``[n]`` in the text is the n-th of ``sources``, from 1."""

    text: str
    sources: tuple[Source, ...]


class System(Protocol):
    """Anything that finds texts for a question and replies to it, knowing nothing of this product."""

    def find(self, question: str, k: int) -> Sequence[Source]:
        """Return at most ``k`` sources, best first."""
        ...

    def reply(self, question: str) -> Reply:
        """Reply to a question."""
        ...
