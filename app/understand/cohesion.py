"""Do the reports speak of two things in one place? Tells a follow-up from a new topic. Knows words, no grammar."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.models import Passage

MOST, HALF, HARDLY = 0.99, 0.5, 0.25
"""Shares of the words of a question that a place holds: all of them, enough to be about it, too few."""
FEWEST = 4
"""Syllables of content that a question must have for its place to be sure."""


@dataclass(frozen=True, slots=True)
class Cohesion:
    """The sentences of the reports, each with what stands around it; both as syllables between spaces."""

    sentences: tuple[str, ...]
    surroundings: tuple[str, ...]

    def spoken_of_together(self, words: Sequence[str], earlier: Sequence[str]) -> bool | None:
        """Tell whether the place that has ``words`` is about ``earlier`` as well; None where no place is sure."""
        if not words or not earlier:
            return None
        shares = [_share(words, sentence) for sentence in self.sentences]
        most = max(shares, default=0.0)
        around = [_share(earlier, text) for text in self.surroundings]
        near = max((there for share, there in zip(shares, around, strict=True) if share == most), default=0.0)
        if most > HALF and near > HALF:
            return True
        elsewhere = max(around, default=0.0) > HALF
        said = sum(len(word.split()) for word in words)
        return False if most >= MOST and said >= FEWEST and elsewhere and near <= HARDLY else None


def cohesion(passages: Sequence[Passage], sentences: Sequence[str]) -> Cohesion:
    """Read the passages; ``sentences`` are their texts. Around a sentence are its neighbours and its footnotes."""
    position = {passage.id: i for i, passage in enumerate(passages)}
    around: list[set[int]] = [{i} for i in range(len(passages))]
    for i, passage in enumerate(passages):
        beside = [i - 1, i + 1] if passage.footnote is None else []
        for j in beside:
            if 0 <= j < len(passages) and passages[j].paragraph == passage.paragraph:
                around[i].add(j)
        if passage.anchor in position:
            around[i].add(position[passage.anchor])
            around[position[passage.anchor]].add(i)
    return Cohesion(tuple(sentences), tuple("".join(sentences[j] for j in sorted(near)) for near in around))


def _share(words: Sequence[str], text: str) -> float:
    return sum(f" {word} " in text for word in words) / len(words)
