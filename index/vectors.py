"""The vectors of an index on this machine: FAISS behind LlamaIndex's vector-store interface, mapped from disk.

All cosines are exact. Where there are too many to compare all, an inverted file or Milvus proposes which to compare.
"""

import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from llama_index.core.vector_stores.types import MetadataFilters, VectorStoreQuery, VectorStoreQueryResult
from llama_index.vector_stores.faiss import FaissVectorStore
from pydantic import PrivateAttr

from index.dense import Embedding, FloatVector, Proposes
from index.encoder import FloatMatrix
from index.mapping import is_mapped
from index.nearest import EXACT_UP_TO
from index.rows import Rows, Scope

ScopeOf = Callable[[tuple[str, ...] | None], Scope]
"""Tells the rows of some reports."""


class FaissVectors(FaissVectorStore):
    """Exact cosines by row (``Dense``), and LlamaIndex's ``query`` with a filter on "report" that is inside the search.

    Ids are rows written as text, as ``FaissVectorStore`` has it.
    """

    _near: Proposes | None = PrivateAttr()
    _scope_of: ScopeOf = PrivateAttr()
    _compared: int = PrivateAttr()

    def __init__(self, exact: Any, near: Proposes | None, scope_of: ScopeOf, compared: int = EXACT_UP_TO) -> None:
        super().__init__(exact)
        self._near = near
        self._scope_of = scope_of
        self._compared = compared

    def every(self, embedding: Embedding, scope: Scope) -> FloatVector | None:
        """Return the cosine to every row of the scope; None where they are more than are compared."""
        if self._near is not None and len(scope.rows) > self._compared:
            return None
        return self.of(embedding, scope.rows)

    def of(self, embedding: Embedding, rows: Rows) -> FloatVector:
        """Return the cosine to each of some rows."""
        found = np.empty((1, len(rows)), dtype=np.float32)
        question, labels = np.ascontiguousarray(embedding[np.newaxis], dtype=np.float32), np.ascontiguousarray(rows)
        self._faiss_index.compute_distance_subset(
            1, faiss.swig_ptr(question), len(rows), faiss.swig_ptr(found), faiss.swig_ptr(labels)
        )
        return np.asarray(found[0], dtype=np.float64)

    def nearest(self, embedding: Embedding, k: int, scope: Scope) -> Rows:
        """Return at most k near rows of the scope, ascending."""
        if self._near is not None and len(scope.rows) > self._compared:
            return self._near.find(embedding, k, scope)
        best = np.argsort(-self.of(embedding, scope.rows), kind="stable")[:k]
        return np.sort(scope.rows[best])

    def query(self, query: VectorStoreQuery, **_options: Any) -> VectorStoreQueryResult:
        """Return the nearest rows of the reports that the filters name, or among ``node_ids``, best first."""
        embedding = np.asarray(query.query_embedding, dtype=np.float32)
        scope = self._scope_of(_reports(query.filters))
        if query.node_ids is None:
            rows = self.nearest(embedding, query.similarity_top_k, scope)
        else:
            rows = np.intersect1d(scope.rows, np.asarray([int(name) for name in query.node_ids], dtype=np.int64))
        similarities = self.of(embedding, rows)
        best = np.argsort(-similarities, kind="stable")[: query.similarity_top_k]
        return VectorStoreQueryResult(
            similarities=[float(similarities[i]) for i in best], ids=[str(rows[i]) for i in best]
        )


def _reports(filters: MetadataFilters | None) -> tuple[str, ...] | None:
    """Return the reports that a filter asks for; raises ``ValueError`` for a filter on anything else."""
    if filters is None or not filters.filters:
        return None
    if len(filters.filters) > 1 or getattr(filters.filters[0], "key", "") != "report":
        raise ValueError("only one filter, on “report”, can be searched by; ids of reports stand for all else")
    value = filters.filters[0].value  # type: ignore[union-attr]  # a nested group has no key, and was refused
    return tuple(str(name) for name in value) if isinstance(value, list) else (str(value),)


def read_exact(path: Path) -> Any:
    """Open a flat index; of a large one, pages that nobody asks for stay on the disk. Raises ``RuntimeError``."""
    return faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC if is_mapped(path) else 0)


def rows_of(exact: Any) -> FloatMatrix:
    """Return the vectors of a flat index without copying them, shape (n, dim); valid while the index is held."""
    flat = faiss.rev_swig_ptr(exact.get_xb(), exact.ntotal * exact.d)
    return np.asarray(flat, dtype=np.float32).reshape(exact.ntotal, exact.d)


def write_exact(vectors: FloatMatrix, path: Path) -> None:
    """Write a flat index; FAISS reports a full disk as ``RuntimeError``, here it is the ``OSError`` that it is."""
    exact = faiss.IndexFlatIP(vectors.shape[1])
    exact.add(np.ascontiguousarray(vectors))
    try:
        FaissVectorStore(exact).persist(str(path))
    except RuntimeError as error:
        reason = str(error).rpartition("(")[2].rstrip(")")  # "… write error: 4 != 8 (No space left on device)"
        raise OSError(errno.EIO, reason, str(path)) from error
