"""In how many passages a syllable or a pair of them stands, contexts counted. Knows numbers, no questions."""

import math
from collections.abc import Sequence
from functools import reduce

import numpy as np

from app.understand.phrases import Numbers, ascending
from app.understand.spoken import Spoken


class Rarity:
    """The document frequencies of all passages with what leads to them. Built once; nothing changes after."""

    def __init__(self, spoken: Spoken) -> None:
        self._number, self._size = spoken.number, max(len(spoken.number), 1)
        ids, rows = _with_contexts(spoken)
        self._passages = max(len(spoken), 1)
        self._held = np.zeros(self._size, dtype=np.int64)
        syllables, held = _held([ids], rows, self._size)
        self._held[syllables] = held
        beside = rows[1:] == rows[:-1]
        self._pairs, self._pairs_held = _held([ids[:-1][beside], ids[1:][beside]], rows[1:][beside], self._size)

    def side_by_side(self, left: str, right: str) -> bool:
        """Tell whether two syllables stand side by side in a passage or between its context and it."""
        return self._of_pair(left, right) > 0

    def idf(self, term: str) -> float:
        """Return how rare a syllable or a pair "a_b" is: ln((N+1)/(df+0.5)); a word of no passage is the rarest."""
        left, pair, right = term.partition("_")
        return math.log((self._passages + 1) / ((self._of_pair(left, right) if pair else self._of(left)) + 0.5))

    def _of(self, syllable: str) -> int:
        number = self._number.get(syllable)
        return 0 if number is None else int(self._held[number])

    def _of_pair(self, left: str, right: str) -> int:
        first, second = self._number.get(left), self._number.get(right)
        if first is None or second is None:
            return 0
        key = first * self._size + second
        place = int(np.searchsorted(self._pairs, key))
        known = place < len(self._pairs) and int(self._pairs[place]) == key
        return int(self._pairs_held[place]) if known else 0


def _held(columns: Sequence[Numbers], rows: Numbers, size: int) -> tuple[Numbers, Numbers]:
    """Return the key of each run of syllables, ascending, and how many rows have it; ``rows`` ascend."""
    order = ascending(columns, size)
    keys = reduce(lambda key, column: key * size + column, (column[order] for column in columns))
    rows = rows[order]
    another, new = np.ones(len(keys), dtype=np.bool_), np.ones(len(keys), dtype=np.bool_)
    another[1:] = keys[1:] != keys[:-1]
    new[1:] = another[1:] | (rows[1:] != rows[:-1])
    starts = np.append(np.flatnonzero(another[new]), np.count_nonzero(new)).astype(np.int64)
    return keys[another], starts[1:] - starts[:-1]


def _with_contexts(spoken: Spoken) -> tuple[Numbers, Numbers]:
    """Return the syllables of each passage after those of its context, and the passage of each."""
    texts, contexts, of = spoken.texts, spoken.contexts, spoken.context_of
    everything = np.concatenate([contexts.ids, texts.ids]).astype(np.int64)
    starts = np.stack([contexts.starts[of], texts.starts[:-1] + len(contexts.ids)], axis=1).ravel()
    lengths = np.stack([contexts.lengths[of], texts.lengths], axis=1).ravel()
    before = np.concatenate([[0], np.cumsum(lengths)])
    places = np.arange(before[-1]) + np.repeat(starts - before[:-1], lengths)
    rows = np.repeat(np.arange(len(spoken), dtype=np.int64), lengths.reshape(-1, 2).sum(axis=1))
    return everything[places], rows
