"""Writes what finds near vectors where not all are compared: lists or a Milvus, and moments. Lets them grow."""

from collections.abc import Sequence

import numpy as np
from llama_index.core.vector_stores.types import BasePydanticVectorStore

from index.encoder import FloatMatrix
from index.layout import Layout
from index.models import Part
from index.moments import Moments
from index.nearest import Near, kind_of
from index.reuse import Before
from index.rows import Rows
from index.stored import put

Lengths = Sequence[int]
"""How many passages each report has."""
Spans = Sequence[tuple[int, int] | None]
"""The rows of each report in the index before, in the order of the new one; None for a report that is new there."""


def write_near(vectors: FloatMatrix, lengths: Lengths, spans: Spans, before: Before | None, layout: Layout) -> None:
    """Write the lists and the moments of many vectors, and nothing for few."""
    if kind_of(len(vectors)) == "exact":
        return
    old_row = _rows_before(lengths, spans)
    near = _grown_lists(vectors, old_row, before) if before and before.layout.near.exists() else None
    (near or Near.build(vectors)).save(layout.near, layout.near_rows)
    _moments(vectors, old_row, before).save(layout.moments)


def write_stored(
    vectors: FloatMatrix, parts: Sequence[Part], spans: Spans, before: Before | None, store: BasePydanticVectorStore
) -> Moments:
    """Put the reports that are not there into a store; what is not in the index any more stays until it is in place.

    ``before`` is the index before where it has its vectors in this store.
    """
    start = 0
    for part, span in zip(parts, spans, strict=True):
        if not (before and span):
            put(store, part, vectors[start : start + part.passages])
        start += part.passages
    return _moments(vectors, _rows_before([part.passages for part in parts], spans), before)


def _rows_before(lengths: Lengths, spans: Spans) -> Rows:
    """Return for each new row the one it had before, -1 for one that was not there."""
    rows = [np.arange(*span) if span else np.full(length, -1) for length, span in zip(lengths, spans, strict=True)]
    return np.concatenate(rows).astype(np.int64)


def _new_rows(old_row: Rows, before: Before) -> Rows:
    """Return for each row of the index before the one it has now, -1 for one that is gone."""
    rows = np.full(before.manifest.passages, -1, dtype=np.int64)
    stayed = np.flatnonzero(old_row >= 0)
    rows[old_row[stayed]] = stayed
    return rows


def _grown_lists(vectors: FloatMatrix, old_row: Rows, before: Before) -> Near | None:
    """Return the lists built before without the vectors that are gone and with the new; None where they fit no more."""
    near = Near.load(before.layout.near, before.layout.near_rows, mapped=False)
    near.move(_new_rows(old_row, before))
    if not near.still_fits(len(vectors)):
        return None
    added = np.flatnonzero(old_row < 0)
    near.add(vectors[added], added)
    return near


def _moments(vectors: FloatMatrix, old_row: Rows, before: Before | None) -> Moments:
    if before is None or not before.layout.moments.exists():
        return Moments.measure(vectors)
    gone = before.vectors()[_new_rows(old_row, before) < 0]
    return (
        Moments.load(before.layout.moments).plus(Moments.measure(gone), -1).plus(Moments.measure(vectors[old_row < 0]))
    )
