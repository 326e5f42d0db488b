"""How likely a syllable follows another: in the reports, in words, in what people ask. Knows no typing errors."""

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from app.understand.frequency import COMMON_PAIRS, COMMON_SYLLABLES

FIGURE = "0"
"""Stands for any number."""
IN_PHRASE, IN_QUESTION, IN_WORD, IN_RARE_WORD = 6.0, 3.0, 1.5, 0.05
"""Occurrences that a pair is worth: of a phrase, of a usual question, of a dictionary word, of a rare one."""
RARE, UNSEEN = 0.2, 0.02
"""Occurrences of a syllable for every word of the dictionary that has it, and of one that no word has."""
KNOWN_RUN = 1.5
"""What three syllables that are known side by side cost less."""
OF_PAIRS, RARELY_MET = 0.6, 3.0
"""How far pairs are believed before single syllables, and what a syllable must be met beside to be judged by pairs."""


class Likelihood:
    """A model of pairs of syllables, backed off to single ones. Built once; nothing changes after."""

    def __init__(
        self,
        sentences: Iterable[list[str]],
        words: Iterable[tuple[str, ...]],
        phrases: Iterable[list[str]],
    ) -> None:
        single: defaultdict[str, float] = defaultdict(float)
        self.pairs: dict[tuple[str, str], float] = {}
        self._runs: set[tuple[str, str, str]] = set()
        for sentence in sentences:
            tokens = [FIGURE if token[0].isdigit() else token for token in sentence]
            _add(single, tokens, 1.0)
            self._strengthen(itertools.pairwise(tokens), 1.0)
            self._runs.update(_runs(tokens))
        for phrase in phrases:
            _add(single, phrase, 2.0)
            self._strengthen(itertools.pairwise(phrase), IN_PHRASE)
            self._runs.update(_runs(phrase))
        self._strengthen(COMMON_PAIRS, IN_QUESTION)
        for syllable, weight in COMMON_SYLLABLES.items():
            single[syllable] += weight
        self._read_dictionary(words, single)
        self._single = dict(single)
        self._total = sum(single.values())
        self._following: dict[str, float] = {}
        for (left, _), count in self.pairs.items():
            self._following[left] = self._following.get(left, 0.0) + count

    def _read_dictionary(self, words: Iterable[tuple[str, ...]], single: defaultdict[str, float]) -> None:
        """Words of syllables that are met anyway count more: the dictionary has "hành não" beside "hành nào"."""
        met = set(single)
        for word in words:
            self._strengthen(itertools.pairwise(word), IN_WORD if met.issuperset(word) else IN_RARE_WORD)
            self._runs.update(_runs(word))
            _add(single, word, RARE)

    def _strengthen(self, pairs: Iterable[tuple[str, str]], weight: float) -> None:
        for pair in pairs:
            self.pairs[pair] = self.pairs.get(pair, 0.0) + weight

    def commonness(self, syllable: str) -> float:
        """Return how often a syllable is met, in occurrences."""
        return self._single.get(syllable, 0.0)

    def meet(self, left: str, right: str) -> bool:
        """Tell whether two syllables are known side by side."""
        return (left, right) in self.pairs

    def run_discount(self, first: str, second: str, third: str) -> float:
        """Return what a third syllable costs less than its pair says, because the three are known as a run."""
        return KNOWN_RUN if (first, second, third) in self._runs else 0.0

    def cost(self, left: str | None, right: str) -> float:
        """Return the negative log-likelihood of a syllable after another, or after nothing that is known."""
        single = self._single.get(right, UNSEEN) / self._total
        if left is None:
            return -math.log(single)
        pair, following = self.pairs.get((left, right), 0.0), self._following.get(left, 0.0)
        return -math.log(OF_PAIRS * pair / (following + RARELY_MET) + (1.0 - OF_PAIRS) * single)


def _runs(tokens: Sequence[str]) -> Iterable[tuple[str, str, str]]:
    return zip(tokens, tokens[1:], tokens[2:], strict=False)


def _add(counts: defaultdict[str, float], syllables: Iterable[str], weight: float) -> None:
    for syllable in syllables:
        counts[syllable] += weight
