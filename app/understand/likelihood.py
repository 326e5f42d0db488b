"""How likely a syllable follows another: in the reports, in words, in what people ask. Knows no typing errors."""

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from app.understand.frequency import COMMON_PAIRS, COMMON_SYLLABLES
from app.understand.phrases import Numbers, ascending
from app.understand.spoken import Spoken

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
        spoken: Spoken,
        words: Iterable[tuple[str, ...]],
        phrases: Iterable[list[str]],
    ) -> None:
        single: defaultdict[str, float] = defaultdict(float)
        self.pairs: dict[tuple[str, str], float] = {}
        self._runs: set[tuple[str, str, str]] = set()
        self._spoken_runs = _Runs(spoken)
        single.update(self._spoken_runs.single())
        self.pairs.update(self._spoken_runs.pairs())
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
        run = (first, second, third)
        return KNOWN_RUN if run in self._runs or run in self._spoken_runs else 0.0

    def cost(self, left: str | None, right: str) -> float:
        """Return the negative log-likelihood of a syllable after another, or after nothing that is known."""
        single = self._single.get(right, UNSEEN) / self._total
        if left is None:
            return -math.log(single)
        pair, following = self.pairs.get((left, right), 0.0), self._following.get(left, 0.0)
        return -math.log(OF_PAIRS * pair / (following + RARELY_MET) + (1.0 - OF_PAIRS) * single)


class _Runs:
    """The runs of one, two and three syllables of all passages, every number counted as ``FIGURE``."""

    def __init__(self, spoken: Spoken) -> None:
        number: dict[str, int] = {}
        plain = (FIGURE if syllable[0].isdigit() else syllable for syllable in spoken.syllables)
        there = np.array([number.setdefault(syllable, len(number)) for syllable in plain], dtype=np.int64)
        self._ids = there[spoken.texts.ids] if len(there) else np.empty(0, dtype=np.int64)
        self._number, self._syllables = number, tuple(number)
        rows = spoken.texts.row_of
        self._second = rows[1:] == rows[:-1]
        third = rows[2:] == rows[:-2]
        self._size = size = max(len(number), 1)
        firsts = (self._ids[:-2] * size + self._ids[1:-1]) * size + self._ids[2:]
        known = np.sort(firsts[third])
        self._known = known[np.append(True, known[1:] != known[:-1])] if len(known) else known

    def single(self) -> dict[str, float]:
        """Return how often each syllable stands there, in the order in which they are met."""
        return {self._syllables[number]: count for (number,), count in _counted([self._ids], self._size)}

    def pairs(self) -> dict[tuple[str, str], float]:
        """Return the same of two syllables side by side."""
        words, columns = self._syllables, [self._ids[:-1][self._second], self._ids[1:][self._second]]
        return {(words[left], words[right]): count for (left, right), count in _counted(columns, self._size)}

    def __contains__(self, run: tuple[str, str, str]) -> bool:
        numbers = [self._number.get(syllable, -1) for syllable in run]
        if min(numbers) < 0 or not len(self._known):
            return False
        size = self._size
        key = (numbers[0] * size + numbers[1]) * size + numbers[2]
        place = int(np.searchsorted(self._known, key))
        return place < len(self._known) and int(self._known[place]) == key


def _counted(columns: Sequence[Numbers], size: int) -> Iterator[tuple[tuple[int, ...], float]]:
    """Yield each run of numbers and how often it is there, in the order in which they are met."""
    order = ascending(columns, size)
    ordered = [column[order] for column in columns]
    another = np.ones(len(order), dtype=np.bool_)
    another[1:] = np.logical_or.reduce([column[1:] != column[:-1] for column in ordered])
    starts = np.flatnonzero(another)
    counts = np.diff(np.append(starts, len(order))).astype(np.float64)
    met = np.argsort(order[starts])
    runs = zip(*(column[starts][met].tolist() for column in ordered), strict=True)
    return zip(runs, counts[met].tolist(), strict=True)


def _runs(tokens: Sequence[str]) -> Iterable[tuple[str, str, str]]:
    return zip(tokens, tokens[1:], tokens[2:], strict=False)


def _add(counts: defaultdict[str, float], syllables: Iterable[str], weight: float) -> None:
    for syllable in syllables:
        counts[syllable] += weight
