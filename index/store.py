"""Opens a built index, or refuses it with the reason. Knows nothing of how it is searched."""

import json
from dataclasses import dataclass
from pathlib import Path

from llama_index.vector_stores.faiss import FaissVectorStore

from corpus.library import Library
from corpus.models import Passage
from index.encoder import Encoder
from index.errors import IndexBroken, IndexMismatch
from index.layout import FORMAT, Layout
from index.lexical import LexicalChannel, accented_terms, folded_terms
from index.models import Manifest
from index.retriever import HybridRetriever


@dataclass(frozen=True, slots=True)
class Index:
    """An opened index: its passages, what it was built from, and the search over it."""

    manifest: Manifest
    passages: tuple[Passage, ...]
    retriever: HybridRetriever


def _refuse_mismatch(folder: Path, manifest: Manifest, library: Library, encoder: Encoder) -> None:
    if manifest.format != FORMAT:
        raise IndexMismatch(folder, "format", str(manifest.format), str(FORMAT))
    if manifest.encoder != encoder.name:
        raise IndexMismatch(folder, "encoder", manifest.encoder, encoder.name)
    if manifest.dim != encoder.dim:
        raise IndexMismatch(folder, "dim", str(manifest.dim), str(encoder.dim))
    if manifest.corpus_hash != library.content_hash:
        raise IndexMismatch(folder, "corpus", manifest.corpus_hash[:12], library.content_hash[:12])


def read_passages(layout: Layout) -> tuple[Passage, ...]:
    """Return the passages of a built folder. Raises ``IndexBroken``."""
    try:
        lines = layout.passages.read_text(encoding="utf-8").splitlines()
        return tuple(Passage(**json.loads(line)) for line in lines)
    except (ValueError, TypeError) as error:
        raise IndexBroken(layout.folder, layout.passages.name) from error


def open_index(folder: Path, library: Library, encoder: Encoder) -> Index:
    """Open the index that was built from this library with this encoder.

    Raises ``IndexMissing``, ``IndexBroken`` or ``IndexMismatch``; none of them changes anything on disk.
    """
    layout = Layout(folder)
    manifest = layout.read_manifest()
    _refuse_mismatch(folder, manifest, library, encoder)
    passages = read_passages(layout)
    retriever = HybridRetriever(
        passages,
        FaissVectorStore.from_persist_path(str(layout.vectors)),
        LexicalChannel.load(accented_terms, layout.accented),
        LexicalChannel.load(folded_terms, layout.folded),
        encoder,
    )
    return Index(manifest, passages, retriever)
