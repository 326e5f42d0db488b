"""What the search asks of the vectors, whatever keeps them: all cosines where they are few, the nearest where not."""

from typing import Protocol

import numpy as np
import numpy.typing as npt

from index.rows import Rows, Scope

FloatVector = npt.NDArray[np.float64]
Embedding = npt.NDArray[np.float32]
"""One unit vector, shape (dim,)."""


class Proposes(Protocol):
    """Proposes near vectors: an inverted file, or a store on another machine."""

    def find(self, embedding: Embedding, k: int, scope: Scope) -> Rows:
        """Return at most k near rows of a scope, ascending."""
        ...


class Dense(Protocol):
    """The vectors of all passages by their row."""

    def every(self, embedding: Embedding, scope: Scope) -> FloatVector | None:
        """Return the cosine of a question to every row of the scope; None where there are too many for it."""
        ...

    def nearest(self, embedding: Embedding, k: int, scope: Scope) -> Rows:
        """Return about k rows of the scope that are near a question, not sorted."""
        ...

    def of(self, embedding: Embedding, rows: Rows) -> FloatVector:
        """Return the cosine of a question to each of some rows; -1 for a row whose vector is not there."""
        ...
