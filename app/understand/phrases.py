"""Where a phrase stands in rows of numbered syllables: found by its rarest one. Knows numbers, no language."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
REMEMBERED = 256


DIGIT = 16
"""Bits that ``numpy`` sorts in proportion to how many numbers there are; longer numbers are sorted digit by digit."""


def ascending(columns: Sequence[npt.NDArray[Any]], size: int) -> Numbers:
    """Return the order of rows of numbers in [0, ``size``): by the first column, then the next; of equal ones as is."""
    shifts = range(0, max(size - 1, 1).bit_length(), DIGIT)
    digits = ((column >> shift).astype(np.uint16) for column in reversed(columns) for shift in shifts)
    order = np.argsort(next(digits), kind="stable")
    for digit in digits:
        order = order[np.argsort(digit[order], kind="stable")]
    return order


class Phrases:
    """Rows of syllables one after another. Asking for a phrase does not take longer where there are many rows."""

    def __init__(self, number: Mapping[str, int], ids: npt.NDArray[np.int32], lengths: Numbers) -> None:
        self.ids = ids
        self.lengths = lengths
        self.starts = np.concatenate([[0], np.cumsum(lengths)])
        self.row_of = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
        self._number = number
        self._order = ascending([ids], len(number)).astype(np.int32)
        self._bounds = np.searchsorted(ids[self._order], np.arange(len(number) + 1))
        self.places_of = lru_cache(maxsize=REMEMBERED)(self._places_of)

    def rows(self, phrase: str) -> Numbers:
        """Return the rows that have a phrase, ascending, each once."""
        return np.unique(self.row_of[self.places_of(phrase)]).astype(np.int64)

    def _places_of(self, phrase: str) -> Numbers:
        """Return where in ``ids`` a phrase begins, ascending: syllables with one space between them."""
        numbers = [self._number.get(syllable, -1) for syllable in phrase.split(" ")]
        if min(numbers) < 0:
            return np.empty(0, dtype=np.int64)
        counts = [int(self._bounds[number + 1] - self._bounds[number]) for number in numbers]
        rarest = counts.index(min(counts))
        found = self._order[self._bounds[numbers[rarest]] : self._bounds[numbers[rarest] + 1]].astype(np.int64) - rarest
        found = found[(found >= 0) & (found + len(numbers) <= len(self.ids))]
        for place, number in enumerate(numbers):
            found = found[self.ids[found + place] == number]
        return np.asarray(found[self.row_of[found] == self.row_of[found + len(numbers) - 1]])
