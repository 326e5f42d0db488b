"""Which safeguards the assistant has. Knows nothing of how they work; every one is on unless it is measured without."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ablation:
    """What is left out of an assistant to measure what it is worth: False leaves it out."""

    check: bool = True  # without it, the words of a model are shown as it wrote them
    relevance: bool = True  # without it, a passage answers however little it is about the question; the rest stays
    answerability: bool = True  # without it, nothing is refused: the best passage answers


WHOLE = Ablation()
"""Nothing left out."""
