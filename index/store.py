"""Opens a built index, or refuses it with the reason. Knows nothing of how it is searched."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.library import Library
from corpus.models import Passage
from index.encoder import Encoder
from index.errors import IndexBroken, IndexMismatch
from index.layout import FORMAT, Layout
from index.lexical import LexicalChannel, accented_terms, folded_terms
from index.milvus import Milvus
from index.models import FAISS, Manifest
from index.moments import Moments
from index.nearest import EXACT_UP_TO, Near
from index.passage_file import PassageFile
from index.placing import take_up
from index.retriever import HybridRetriever
from index.rows import ReportRows, spans_of
from index.stored import StoredNear
from index.vectors import FaissVectors, read_exact


@dataclass(frozen=True, slots=True)
class Index:
    """An opened index: its passages, what it was built from, and the search over it."""

    manifest: Manifest
    passages: Sequence[Passage]
    retriever: HybridRetriever


def _refuse_mismatch(folder: Path, manifest: Manifest, corpus_hash: str, encoder: Encoder, store: str) -> None:
    if manifest.format != FORMAT:
        raise IndexMismatch(folder, "format", str(manifest.format), str(FORMAT))
    if manifest.encoder != encoder.name:
        raise IndexMismatch(folder, "encoder", manifest.encoder, encoder.name)
    if manifest.dim != encoder.dim:
        raise IndexMismatch(folder, "dim", str(manifest.dim), str(encoder.dim))
    if manifest.corpus_hash != corpus_hash:
        raise IndexMismatch(folder, "corpus", manifest.corpus_hash[:12], corpus_hash[:12])
    if manifest.store != store:
        raise IndexMismatch(folder, "store", manifest.store, store)


def _read_passages(layout: Layout, manifest: Manifest) -> tuple[PassageFile, ReportRows]:
    try:
        passages = PassageFile(layout.passages)
        counts = [(part.report_id, part.passages) for part in manifest.reports]
        reports = ReportRows(spans_of(counts or [(passage.report_id, 1) for passage in passages]))
    except (OSError, ValueError, TypeError) as error:
        raise IndexBroken(layout.folder, layout.passages.name) from error
    if len(passages) != manifest.passages:
        raise IndexBroken(layout.folder, layout.passages.name)
    return passages, reports


def _vectors(
    layout: Layout, manifest: Manifest, encoder: Encoder, reports: ReportRows, milvus: Milvus | None, compared: int
) -> FaissVectors:
    exact = read_exact(layout.vectors)
    if milvus:
        return FaissVectors(exact, StoredNear(milvus.open(encoder), manifest.reports), reports.scope, compared=0)
    near = Near.load(layout.near, layout.near_rows) if layout.near.exists() else None
    return FaissVectors(exact, near, reports.scope, compared)


def open_index(
    folder: Path, library: Library, encoder: Encoder, milvus: Milvus | None = None, *, compared: int = EXACT_UP_TO
) -> Index:
    """Open the index that was built from this library with this encoder, and with this Milvus if with any.

    Up to ``compared`` vectors all are compared, where no Milvus is asked. Where a process died while it put a new one
    in place, the one that fits is put there first. Raises ``IndexMissing``, ``IndexBroken`` or ``IndexMismatch``.
    """
    mark = milvus.mark if milvus else FAISS
    corpus_hash = library.content_hash  # cuts every report into passages
    wanted = (FORMAT, encoder.name, encoder.dim, corpus_hash, mark)
    take_up(folder, lambda found: (found.format, found.encoder, found.dim, found.corpus_hash, found.store) == wanted)
    layout = Layout(folder)
    manifest = layout.read_manifest()
    _refuse_mismatch(folder, manifest, corpus_hash, encoder, mark)
    passages, reports = _read_passages(layout, manifest)
    retriever = HybridRetriever(
        passages,
        _vectors(layout, manifest, encoder, reports, milvus, compared),
        LexicalChannel.load(accented_terms, layout.accented),
        LexicalChannel.load(folded_terms, layout.folded),
        encoder,
        reports,
        Moments.load(layout.moments) if layout.moments.exists() else None,
    )
    return Index(manifest, passages, retriever)
