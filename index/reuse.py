"""Takes the vectors of unchanged reports from an index built before. Knows built folders, nothing of building one."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import faiss
import numpy as np

from corpus.models import Passage
from index.encoder import Encoder, FloatMatrix
from index.errors import IndexFault
from index.layout import FORMAT, Layout
from index.store import read_passages


def by_report(passages: Sequence[Passage]) -> dict[str, tuple[Passage, ...]]:
    """Return the passages of each report; those of one report stand together in every index."""
    return {name: tuple(own) for name, own in groupby(passages, key=lambda passage: passage.report_id)}


def unchanged_vectors(passages: Sequence[Passage], encoder: Encoder, folder: Path) -> dict[str, FloatMatrix]:
    """Return the vectors of those reports whose passages are all as they were, by report id, one row a passage.

    Empty where the folder holds no index of this encoder: then everything is embedded anew.
    """
    layout = Layout(folder)
    try:
        manifest = layout.read_manifest()
        if (manifest.format, manifest.encoder, manifest.dim) != (FORMAT, encoder.name, encoder.dim):
            return {}
        before = read_passages(layout)
    except IndexFault:
        return {}
    rows = np.asarray(faiss.read_index(str(layout.vectors)).reconstruct_n(0, len(before)), dtype=np.float32)
    there = by_report(passages)
    kept: dict[str, FloatMatrix] = {}
    start = 0
    for name, own in by_report(before).items():
        if there.get(name) == own:
            kept[name] = rows[start : start + len(own)]
        start += len(own)
    return kept
