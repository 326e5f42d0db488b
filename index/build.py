"""Builds an index folder from a library: embeds, writes, and puts it in place when it is whole."""

import errno
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import faiss
import numpy as np
from llama_index.vector_stores.faiss import FaissVectorStore

from corpus.library import Library
from corpus.models import Passage
from index.encoder import Encoder, FloatMatrix
from index.errors import IndexFolderTaken, IndexWriteError
from index.layout import FORMAT, Layout
from index.lexical import LexicalChannel, accented_terms, folded_terms
from index.models import Manifest
from index.retriever import node_of
from index.reuse import by_report, unchanged_vectors
from index.variants import Variants


def with_anchor(passage: Passage, by_id: dict[str, Passage]) -> str:
    """Return a footnote together with the sentence that carries its mark; any other passage as it is."""
    anchor = by_id.get(passage.anchor) if passage.anchor else None
    return f"{anchor.text} {passage.text}" if anchor else passage.text


def in_small_letters(text: str) -> str:
    """Return a text whose lines in capitals are in small letters: models know words, not headlines."""
    return "\n".join(line.lower() if line.isupper() else line for line in text.split("\n"))


def embed(passages: list[Passage], encoder: Encoder, *, progress: bool) -> FloatMatrix:
    """Return one unit vector a passage: the mean of its bare text, with its anchor, and with its context too.

    The mean of the three finds more than any one of them (see eval/LOG.md).
    """
    by_id = {passage.id: passage for passage in passages}
    anchored = [with_anchor(passage, by_id) for passage in passages]
    in_context = [f"{p.context}. {text}" if p.context else text for p, text in zip(passages, anchored, strict=True)]
    bare = [passage.text for passage in passages]
    bare, anchored, in_context = ([in_small_letters(text) for text in texts] for texts in (bare, anchored, in_context))
    distinct = list(dict.fromkeys([*bare, *anchored, *in_context]))
    rows = encoder.encode_passages(distinct, progress=progress)
    row = dict(zip(distinct, rows, strict=True))
    mean = np.stack([row[a] + row[b] + row[c] for a, b, c in zip(bare, anchored, in_context, strict=True)])
    return np.asarray(mean / np.linalg.norm(mean, axis=1, keepdims=True), dtype=np.float32)


@contextmanager
def _replacing(folder: Path) -> Iterator[Path]:
    """Give a fresh folder to write into; swap it with ``folder`` only when the block ends without an error."""
    if found := Layout(folder).foreign():
        raise IndexFolderTaken(folder, found)
    folder = folder.resolve()  # "." has no name that another could be made of
    fresh = folder.with_name(f".{folder.name}-new-{os.getpid()}")
    old = folder.with_name(f".{folder.name}-old")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        if old.exists() and not folder.exists():
            old.rename(folder)  # a build died between its two renames
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir()
        yield fresh
        if folder.exists():
            shutil.rmtree(old, ignore_errors=True)
            folder.rename(old)
        fresh.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise IndexWriteError(folder, error.strerror or str(error)) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _persist(store: FaissVectorStore, path: Path) -> None:
    """Write the vectors; FAISS reports a full disk as ``RuntimeError``, here it is the ``OSError`` that it is."""
    try:
        store.persist(str(path))
    except RuntimeError as error:
        reason = str(error).rpartition("(")[2].rstrip(")")  # "… write error: 4 != 8 (No space left on device)"
        raise OSError(errno.EIO, reason, str(path)) from error


def _vectors(passages: list[Passage], kept: dict[str, FloatMatrix], encoder: Encoder, progress: bool) -> FloatMatrix:
    """Return the vector of every passage; those of the reports in ``kept`` are there already."""
    changed = [passage for passage in passages if passage.report_id not in kept]
    rows = iter(embed(changed, encoder, progress=progress) if changed else ())
    parts = [
        kept[name] if name in kept else np.stack([next(rows) for _ in own]) for name, own in by_report(passages).items()
    ]
    return np.concatenate(parts)


def build_index(
    library: Library,
    encoder: Encoder,
    folder: Path,
    *,
    progress: bool = False,
    reuse: bool = False,
    when_whole: Callable[[], None] = lambda: None,
) -> Manifest:
    """Build the index of a library into ``folder`` and return its manifest.

    What was built before stays until the new one is whole; ``when_whole`` is called right before the two are swapped,
    and an ``OSError`` of it leaves the old one where it is. With ``reuse`` reports that are as they were in the folder
    are not embedded again. Raises ``IndexWriteError`` where it cannot be written and
    ``IndexFolderTaken`` where the folder holds anything but an index.
    """
    passages = library.passages()
    with _replacing(folder) as fresh:
        layout = Layout(fresh)
        vectors = _vectors(passages, unchanged_vectors(passages, encoder, folder) if reuse else {}, encoder, progress)
        store = FaissVectorStore(faiss.IndexFlatIP(encoder.dim))
        nodes = [node_of(passage) for passage in passages]
        for node, vector in zip(nodes, vectors, strict=True):
            node.embedding = vector.tolist()
        store.add(nodes)  # type: ignore[arg-type]  # FaissVectorStore asks for an invariant list of BaseNode
        _persist(store, layout.vectors)
        by_id = {passage.id: passage for passage in passages}
        variants = Variants([passage.text for passage in passages])
        searched = [variants.canonical(f"{passage.context}. {with_anchor(passage, by_id)}") for passage in passages]
        LexicalChannel.build(accented_terms, searched).save(layout.accented)
        LexicalChannel.build(folded_terms, searched).save(layout.folded)
        lines = (json.dumps(asdict(passage), ensure_ascii=False) for passage in passages)
        layout.passages.write_text("\n".join(lines) + "\n", encoding="utf-8")
        manifest = Manifest(FORMAT, encoder.name, encoder.dim, len(passages), library.content_hash, layout.hashes())
        layout.write_manifest(manifest)
        when_whole()
    return manifest
