"""Vectors of made passages without embedding each: as real ones lie. Knows sentences by their number."""

import re
from collections.abc import Sequence

import numpy as np

from eval.benchmarks.growth.texts import Made
from index.encoder import Encoder, FloatMatrix

NOISE = 0.5
"""How far a drawn vector lies from the mean of its two sentences, in spreads of the real vectors."""

AT_ONCE = 50_000
"""Vectors that are drawn at a time."""


_NUMBER = re.compile(r"\((\d+)\)\.?$")


class DrawnEncoder:
    """Draws the vector of a made passage near the mean of the real vectors of its two sentences; embeds all else.

    The distance has the covariance of the real vectors, so that the drawn ones crowd where real ones do.
    """

    def __init__(self, real: Encoder, sentences: FloatMatrix, texts: Sequence[Made], seed: int = 0) -> None:
        self.name, self.dim = real.name, real.dim
        self._real = real
        self._sentences = sentences
        self._places = [(one.first, one.second) for one in texts]
        self._chance = np.random.default_rng(seed)
        spread = np.cov(sentences, rowvar=False) + 1e-9 * np.eye(real.dim)
        self._shape = (NOISE * np.linalg.cholesky(spread)).T.astype(np.float32)

    def encode_queries(self, texts: Sequence[str]) -> FloatMatrix:
        """Embed questions."""
        return self._real.encode_queries(texts)

    def encode_passages(self, texts: Sequence[str], *, progress: bool = False) -> FloatMatrix:
        """Draw made passages, embed all others."""
        rows = np.empty((len(texts), self.dim), dtype=np.float32)
        places = list(map(self._place, texts))
        others = [i for i, place in enumerate(places) if place is None]
        if others:
            rows[others] = self._real.encode_passages([texts[i] for i in others], progress=progress)
        known = [(i, place) for i, place in enumerate(places) if place is not None]
        for start in range(0, len(known), AT_ONCE):
            part = known[start : start + AT_ONCE]
            rows[[i for i, _ in part]] = self._drawn([place for _, place in part])
        return rows

    def _place(self, text: str) -> tuple[int, int] | None:
        """Return the two sentences of a made text by the number at its end; None for any other text."""
        number = _NUMBER.search(text)
        return self._places[int(number[1])] if number and int(number[1]) < len(self._places) else None

    def _drawn(self, places: Sequence[tuple[int, int]]) -> FloatMatrix:
        first, second = np.array(places, dtype=np.int64).T
        noise = self._chance.standard_normal((len(places), self.dim), dtype=np.float32) @ self._shape
        rows = (self._sentences[first] + self._sentences[second]) / 2 + noise
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)
