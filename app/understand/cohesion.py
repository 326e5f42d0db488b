"""Do the reports speak of two things in one place? Tells a follow-up from a new topic. Knows words, no grammar."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.understand.spoken import Spoken

MOST, HALF, HARDLY = 0.99, 0.5, 0.25
"""Shares of the words of a question that a place holds: all of them, enough to be about it, too few."""
FEWEST = 3
"""Syllables of content that a question must have for its place to be sure."""


@dataclass(frozen=True, slots=True)
class Cohesion:
    """The sentences of the reports, each with what stands around it: its neighbours and its footnotes."""

    spoken: Spoken

    def spoken_of_together(self, words: Sequence[str], earlier: Sequence[str]) -> bool | None:
        """Tell whether the place that has ``words`` is about ``earlier`` as well; None where no place is sure."""
        if not words or not earlier or not len(self.spoken):
            return None
        shares, around = self._shares(words, around=False), self._shares(earlier, around=True)
        most = float(shares.max())
        near = float(around[shares == most].max())
        if most > HALF and near > HALF:
            return True
        elsewhere = float(around.max()) > HALF
        said = sum(len(word.split()) for word in words)
        return False if most >= MOST and said >= FEWEST and elsewhere and near <= HARDLY else None

    def _shares(self, words: Sequence[str], *, around: bool) -> npt.NDArray[np.float64]:
        """Return which share of some words, by rarity, each sentence has, alone or with what stands around it."""
        held, whole = np.zeros(len(self.spoken)), 0.0
        for word in words:
            there = np.zeros(len(self.spoken), dtype=np.bool_)
            rows = self.spoken.texts.rows(word)
            there[rows] = True
            weight = math.log1p(len(self.spoken) / (1 + len(rows)))
            held += weight * (self.spoken.around(there) if around else there)
            whole += weight
        return held / whole
