"""Near vectors asked of a store elsewhere (Milvus). Knows LlamaIndex's interface, and reports by their hash.

A report is put in before the index that holds it takes its place and taken out after; in between both versions are
there, under ids of their own ("<hash of the report>:<passage>"), and an index sees its own alone.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from llama_index.core.schema import BaseNode, TextNode
from llama_index.core.vector_stores.types import (
    BasePydanticVectorStore,
    FilterOperator,
    MetadataFilter,
    MetadataFilters,
    VectorStoreQuery,
)

from index.dense import Embedding
from index.encoder import FloatMatrix
from index.models import Part
from index.rows import Rows, Scope

KEY_LENGTH = 32
"""Hexadecimal digits of a report's hash that its ids begin with: 128 bits."""
AT_ONCE = 1000
"""Vectors that are sent in one call."""


def key_of(part: Part) -> str:
    """Return what the ids of a report's passages begin with."""
    return part.digest[:KEY_LENGTH]


def put(store: BasePydanticVectorStore, part: Part, vectors: FloatMatrix) -> None:
    """Put the vectors of a report in, in the order of its passages; what a process left that died is replaced."""
    key = key_of(part)
    take_out(store, [key])
    for start in range(0, len(vectors), AT_ONCE):
        rows = vectors[start : start + AT_ONCE]
        nodes: list[BaseNode] = [
            # Milvus refuses an empty text; the passage itself stays with the index.
            TextNode(id_=f"{key}:{i}", text="-", embedding=row.tolist(), metadata={"report": key})
            for i, row in enumerate(rows, start=start)
        ]
        store.add(nodes)


def take_out(store: BasePydanticVectorStore, keys: Sequence[str]) -> None:
    """Take the vectors of reports out; those that are not there are not missed."""
    if keys:
        store.delete_nodes(filters=_within(keys))


def _within(keys: Sequence[str]) -> MetadataFilters:
    return MetadataFilters(filters=[MetadataFilter(key="report", value=list(keys), operator=FilterOperator.IN)])


class StoredNear:
    """Finds near rows by any LlamaIndex store that takes a filter on "report"."""

    def __init__(self, store: BasePydanticVectorStore, parts: Iterable[Part]) -> None:
        self._store = store
        self._keys: dict[str, str] = {}
        self._start: dict[str, int] = {}
        start = 0
        for part in parts:
            self._keys[part.report_id] = key_of(part)
            self._start[key_of(part)] = start
            start += part.passages

    def find(self, embedding: Embedding, k: int, scope: Scope) -> Rows:
        """Return at most k near rows of a scope, ascending; reports that other indexes put in are left out."""
        keys = None if scope.report_ids is None else [self._keys[name] for name in scope.report_ids]
        query = VectorStoreQuery(
            query_embedding=embedding.tolist(), similarity_top_k=k, filters=_within(keys) if keys else None
        )
        names = (name.partition(":") for name in self._store.query(query).ids or [])
        rows = [self._start[key] + int(number) for key, _, number in names if key in self._start]
        return np.sort(np.array(rows, dtype=np.int64))
