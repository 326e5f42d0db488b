"""Puts the scores of several channels together. Knows nothing of what the channels are."""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from index.models import Hit

FloatVector = npt.NDArray[np.float64]


def z_scores(values: FloatVector) -> FloatVector:
    """Return how many standard deviations each value is above the mean; zeros when all are equal."""
    spread = float(values.std())
    if spread == 0.0:
        return np.zeros_like(values)
    return np.asarray((values - values.mean()) / spread, dtype=np.float64)


def weighted_sum(channels: Sequence[tuple[float, FloatVector]]) -> FloatVector:
    """Return the weighted sum of the channels' z-scores; every channel scores the same passages in the same order.

    Measured better than reciprocal rank fusion for this pair of channels (see eval/LOG.md).
    """
    return np.asarray(np.sum([weight * z_scores(values) for weight, values in channels], axis=0), dtype=np.float64)


def merge(first: Sequence[Hit], second: Sequence[Hit], k: int) -> list[Hit]:
    """Return the k best of two searches by the sum of their scores over √2, which keeps the spread of one search.

    A passage found by one search only counts 0 in the other.
    """
    found = {hit.passage.id: hit for hit in [*second, *first]}
    scores = dict.fromkeys(found, 0.0)
    for hit in [*first, *second]:
        scores[hit.passage.id] += hit.score / math.sqrt(2)
    best = sorted(found, key=lambda name: -scores[name])[:k]
    return [replace(found[name], score=scores[name], rank=rank) for rank, name in enumerate(best, start=1)]


def ranking(scores: FloatVector, k: int) -> list[int]:
    """Return the indexes of the k highest scores, best first; of equal ones the earlier comes first."""
    if k < len(scores):
        last = np.partition(scores, len(scores) - k)[len(scores) - k] if k else np.inf
        higher, equal = np.flatnonzero(scores > last), np.flatnonzero(scores == last)
        chosen = np.sort(np.concatenate([higher, equal[: k - len(higher)]]))
    else:
        chosen = np.arange(len(scores))
    return [int(i) for i in chosen[np.argsort(-scores[chosen], kind="stable")]]
