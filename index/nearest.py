"""Which vectors are near, where there are too many to compare all. Knows sizes and FAISS, no passages.

What is chosen by: measured on two cores, 384 dimensions (see app/docs/growing.md).
"""

import math
from pathlib import Path
from typing import Any, Literal

import faiss
import numpy as np

from index.dense import Embedding
from index.encoder import FloatMatrix
from index.rows import Rows, Scope

Kind = Literal["exact", "ivf"]

EXACT_UP_TO = 200_000
"""Vectors that are all compared. One question then costs as much again as embedding it does; approximating below that
would win nothing."""
LISTS_PER_ROOT = 2
"""Lists for each square root of the number of vectors; learning their centres costs the square of their number."""
TRAINED_ON = 40
"""Vectors a list that the centres are learned from, the fewest that FAISS accepts without complaint."""
ROUNDS = 8
"""Passes of k-means over them."""
PROBED = 1 / 32
"""Share of the lists that is looked at."""
GONE = 0.2
"""Share of vectors that may have been taken out before the lists are filled anew."""
AT_ONCE = 100_000


def kind_of(vectors: int) -> Kind:
    """Return how the nearest of so many vectors are found.

    An inverted file instead of a graph (HNSW): a report goes in and out of it without a rebuild, where a graph cannot
    forget, it is built faster, and finds as well.
    """
    return "exact" if vectors <= EXACT_UP_TO else "ivf"


def lists_for(vectors: int) -> int:
    """Return into how many lists so many vectors are put: a power of two."""
    return int(2 ** round(math.log2(LISTS_PER_ROOT * math.sqrt(max(vectors, 1)))))


def _trained(vectors: FloatMatrix) -> Any:
    """Return an empty inverted file of one byte a dimension, its centres learned from a sample of the vectors."""
    count, dim = vectors.shape
    lists = lists_for(count)
    index: Any = faiss.index_factory(dim, f"IVF{lists},SQ8", faiss.METRIC_INNER_PRODUCT)
    index.cp.max_points_per_centroid = TRAINED_ON
    index.cp.niter = ROUNDS
    chosen = np.random.default_rng(0).permutation(count)[: TRAINED_ON * lists]
    index.train(np.ascontiguousarray(vectors[np.sort(chosen)]))
    return index


class Near:
    """An inverted file and, for each vector in it, its row among the passages: -1 for one that was taken out."""

    def __init__(self, lists: Any, row_of: Rows) -> None:
        self._lists = lists
        self._row_of = row_of

    @classmethod
    def build(cls, vectors: FloatMatrix) -> "Near":
        """Learn the lists and put all vectors in; minutes for a million."""
        near = cls(_trained(vectors), np.empty(0, dtype=np.int64))
        near.add(vectors, np.arange(len(vectors), dtype=np.int64))
        return near

    @classmethod
    def load(cls, lists: Path, row_of: Path, *, mapped: bool = True) -> "Near":
        """Open what ``save`` wrote; ``mapped`` cannot be changed. Raises ``RuntimeError``, ``OSError``."""
        flags = faiss.IO_FLAG_MMAP_IFC if mapped else 0
        return cls(faiss.read_index(str(lists), flags), np.load(row_of, allow_pickle=False))

    def save(self, lists: Path, row_of: Path) -> None:
        """Write both files."""
        faiss.write_index(self._lists, str(lists))
        np.save(row_of, self._row_of, allow_pickle=False)

    def still_fits(self, vectors: int) -> bool:
        """Tell whether so many vectors want about as many lists as there are, and few of those in them are gone."""
        gone = int((self._row_of < 0).sum())
        return 0.5 <= lists_for(vectors) / self._lists.nlist <= 2.0 and gone <= GONE * vectors

    def move(self, new_row: Rows) -> None:
        """Give every vector the row ``new_row[old row]``, -1 where it is taken out."""
        there = self._row_of >= 0
        self._row_of[there] = new_row[self._row_of[there]]

    def add(self, vectors: FloatMatrix, rows: Rows) -> None:
        """Put vectors in, by their rows."""
        for start in range(0, len(vectors), AT_ONCE):
            self._lists.add(np.ascontiguousarray(vectors[start : start + AT_ONCE]))
        self._row_of = np.concatenate([self._row_of, rows])

    def find(self, embedding: Embedding, k: int, scope: Scope) -> Rows:
        """Return at most k near rows of a scope; what is outside is left out while the lists are read."""
        selector = None if scope.report_ids is None else self._selector(scope.rows)
        library: Any = faiss  # its stubs lack the keywords
        options = library.SearchParametersIVF(sel=selector, nprobe=max(1, round(PROBED * self._lists.nlist)))
        _, found = self._lists.search(np.ascontiguousarray(embedding[np.newaxis]), k, params=options)
        rows = self._row_of[found[0][found[0] >= 0]]
        return np.sort(rows[rows >= 0])

    def _selector(self, rows: Rows) -> Any:
        inside = np.zeros(int(self._row_of.max()) + 2, dtype=bool)  # the last one is that of row -1
        inside[rows] = True
        library: Any = faiss
        return library.IDSelectorBitmap(np.packbits(inside[self._row_of], bitorder="little"))
