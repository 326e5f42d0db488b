"""How often syllables are met, alone, in pairs and in runs of three. Knows not where they stood nor what they mean."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

Run = tuple[str, str, str]


class Counts:
    """Occurrences of syllables; a source may be worth less than one occurrence, or more."""

    def __init__(self) -> None:
        self.single: dict[str, float] = {}
        self.pairs: dict[tuple[str, str], float] = {}
        self.runs: set[Run] = set()
        self.following: dict[str, float] = {}
        """Occurrences of any syllable after one."""
        self.kinds: dict[str, float] = {}
        """How many kinds of syllables follow one, each worth at most 1."""

    def add(self, syllables: Iterable[str], weight: float) -> None:
        """Count single syllables."""
        for syllable in syllables:
            self.single[syllable] = self.single.get(syllable, 0.0) + weight

    def strengthen(self, pairs: Iterable[tuple[str, str]], weight: float) -> None:
        """Count pairs of syllables side by side."""
        for pair in pairs:
            before = self.pairs.get(pair, 0.0)
            self.pairs[pair] = before + weight
            left = pair[0]
            self.following[left] = self.following.get(left, 0.0) + weight
            self.kinds[left] = self.kinds.get(left, 0.0) + min(before + weight, 1.0) - min(before, 1.0)

    def read(self, phrase: Sequence[str], single: float, pair: float) -> None:
        """Count a phrase: its syllables, its pairs and its runs."""
        self.add(phrase, single)
        self.strengthen(pairwise(phrase), pair)
        self.runs.update(zip(phrase, phrase[1:], phrase[2:], strict=False))
