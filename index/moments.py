"""Mean and spread of the cosines of a question to all vectors, without looking at each. Knows vectors only.

The cosine is linear in the vector: its mean over all passages is that to the mean vector, its mean square a quadratic
form in the matrix of second moments. So the z-score of a passage is exact although only the nearest were compared.
"""

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.dense import Embedding, FloatVector
from index.encoder import FloatMatrix

Sums = npt.NDArray[np.float64]

AT_ONCE = 50_000
"""Vectors that are widened to double precision at a time: 150 MB."""


class Moments:
    """The sums over the vectors of an index: how many they are, of the vectors, of their products with themselves."""

    def __init__(self, count: int, first: Sums, second: Sums) -> None:
        self._count = count
        self._first = first  # shape (dim,)
        self._second = second  # shape (dim, dim)

    @classmethod
    def measure(cls, vectors: FloatMatrix) -> "Moments":
        """Measure the rows of a matrix, shape (n, dim)."""
        count, dim = vectors.shape
        first, second = np.zeros(dim), np.zeros((dim, dim))
        for start in range(0, count, AT_ONCE):
            part = np.asarray(vectors[start : start + AT_ONCE], dtype=np.float64)
            first += part.sum(axis=0)
            second += part.T @ part
        return cls(count, first, second)

    def plus(self, other: "Moments", sign: int = 1) -> "Moments":
        """Return the moments with those of further vectors, or with ``sign`` -1 without those of some of them."""
        count, first, second = other.sums
        return Moments(self._count + sign * count, self._first + sign * first, self._second + sign * second)

    @property
    def sums(self) -> tuple[int, Sums, Sums]:
        """Return how many vectors there are, their sum, and that of their products with themselves."""
        return self._count, self._first, self._second

    @classmethod
    def load(cls, path: Path) -> "Moments":
        """Read what ``save`` wrote. Raises ``OSError`` or ``ValueError``."""
        rows: npt.NDArray[Any] = np.load(path, allow_pickle=False)
        return cls(int(rows[0, 0]), rows[1], rows[2:])

    def save(self, path: Path) -> None:
        """Write a row with the count, one with the sum, and the matrix."""
        count = np.full(len(self._first), float(self._count))
        np.save(path, np.vstack([count, self._first, self._second]), allow_pickle=False)

    def z_scores(self, embedding: Embedding, similarities: FloatVector) -> FloatVector:
        """Return how many standard deviations each cosine lies above the mean of all; zeros when all are equal."""
        question = np.asarray(embedding, dtype=np.float64)
        mean = float(question @ self._first) / self._count
        variance = float(question @ self._second @ question) / self._count - mean * mean
        if variance <= 0.0:
            return np.zeros_like(similarities)
        return np.asarray((similarities - mean) / np.sqrt(variance), dtype=np.float64)
