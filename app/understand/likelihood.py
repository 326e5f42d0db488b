"""How likely a syllable follows another: in the reports, in words, in what people ask. Knows no typing errors."""

import math
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from app.understand.asked import FIGURE
from app.understand.counts import Counts
from app.understand.everyday import everyday
from app.understand.phrases import Numbers, ascending
from app.understand.spoken import Spoken

IN_REPORT, IN_PHRASE, SPELLED_OUT = 3.0, 6.0, 2.0
"""Occurrences that a pair of the reports is worth, and a pair and a syllable of a spelled-out abbreviation."""
UNSEEN = 0.02
"""Occurrences of a syllable that is met nowhere."""
KNOWN_RUN = 1.5
"""What three syllables that are known side by side cost less."""
OF_KINDS, RARELY_MET = 1.5, 1.0
"""Occurrences that single syllables are worth for each kind of syllable that follows one, and where none does."""


class Likelihood:
    """A model of pairs of syllables, backed off to single ones. Built once; nothing changes after."""

    def __init__(self, spoken: Spoken, spoken_forms: Iterable[list[str]]) -> None:
        """Read the passages of reports and what their abbreviations are spelled out as."""
        self._spoken_runs = _Runs(spoken)
        self._own, self._everyday = Counts(), everyday()
        self._own.single = self._spoken_runs.single()
        for pair, count in self._spoken_runs.pairs().items():
            self._own.strengthen([pair], IN_REPORT * count)
        for phrase in spoken_forms:
            self._own.read(phrase, SPELLED_OUT, IN_PHRASE)
        self._total = sum(self._own.single.values()) + sum(self._everyday.single.values())

    def commonness(self, syllable: str) -> float:
        """Return how often a syllable is met, in occurrences."""
        return self._own.single.get(syllable, 0.0) + self._everyday.single.get(syllable, 0.0)

    def meet(self, left: str, right: str) -> bool:
        """Tell whether two syllables are known side by side."""
        pair = (left, right)
        return pair in self._own.pairs or pair in self._everyday.pairs

    def run_discount(self, first: str, second: str, third: str) -> float:
        """Return what a third syllable costs less than its pair says, because the three are known as a run."""
        run = (first, second, third)
        known = run in self._everyday.runs or run in self._own.runs or run in self._spoken_runs
        return KNOWN_RUN if known else 0.0

    def cost(self, left: str | None, right: str) -> float:
        """Return the negative log-likelihood of a syllable after another, or after nothing that is known.

        What follows "hỗ" is nearly always "trợ", what follows "có" may be anything: pairs are believed the less before
        single syllables the more kinds of syllables follow (Witten and Bell 1991).
        """
        single = (self.commonness(right) or UNSEEN) / self._total
        if left is None:
            return -math.log(single)
        own, everyday = self._own, self._everyday
        pair = own.pairs.get((left, right), 0.0) + everyday.pairs.get((left, right), 0.0)
        following = own.following.get(left, 0.0) + everyday.following.get(left, 0.0)
        kinds = OF_KINDS * (own.kinds.get(left, 0.0) + everyday.kinds.get(left, 0.0)) + RARELY_MET
        return -math.log((pair + kinds * single) / (following + kinds))


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
