"""Builds an index folder from a library: embeds, writes, and puts it in place when it is whole.

What reports that are as they were have in the index before is taken from there: vectors, terms, lines.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from llama_index.core.vector_stores.types import BasePydanticVectorStore

from corpus.library import Library
from corpus.models import Passage
from index.embedding import embed, with_anchor
from index.encoder import Encoder, FloatMatrix
from index.layout import FORMAT, Layout
from index.lexical import LexicalChannel, accented_terms, folded_terms
from index.milvus import Milvus
from index.models import FAISS, Manifest, Part
from index.passage_file import line_of, write_passages
from index.placing import replacing
from index.reuse import Before, by_report, digest_of, read_before, read_otherwise
from index.stored import key_of, take_out
from index.terms import TermTable, joined
from index.variants import Variants
from index.vectors import write_exact
from index.write_vectors import write_near, write_stored


@dataclass(frozen=True, slots=True)
class Piece:
    """One report on its way into an index: ``span`` are its rows in the one before where it is as it was."""

    part: Part
    passages: tuple[Passage, ...]
    span: tuple[int, int] | None


def _pieces(passages: list[Passage], before: Before | None) -> list[Piece]:
    pieces = []
    for name, own in by_report(passages).items():
        part = Part(name, digest_of(own), len(own))
        pieces.append(Piece(part, own, before.span(name, part.digest) if before else None))
    return pieces


def _vectors(pieces: list[Piece], kept: FloatMatrix | None, encoder: Encoder, progress: bool) -> FloatMatrix:
    """Return the vector of every passage; of reports that are as they were out of the vectors ``kept``."""
    fresh = [passage for piece in pieces if kept is None or piece.span is None for passage in piece.passages]
    rows = embed(fresh, encoder, progress=progress) if fresh else np.empty((0, encoder.dim), dtype=np.float32)
    parts, start = [], 0
    for piece in pieces:
        if kept is not None and piece.span is not None:
            parts.append(kept[slice(*piece.span)])
        else:
            parts.append(rows[start : start + len(piece.passages)])
            start += len(piece.passages)
    return np.concatenate(parts)


def _searched(passages: tuple[Passage, ...]) -> list[str]:
    """Return what BM25 counts of the passages of a report, before it is written out."""
    by_id = {passage.id: passage for passage in passages}
    return [f"{passage.context}. {with_anchor(passage, by_id)}" for passage in passages]


def _write_terms(pieces: list[Piece], before: Before | None, layout: Layout) -> None:
    """Write both BM25 channels and how abbreviations were read."""
    variants = Variants([passage.text for piece in pieces for passage in piece.passages])
    texts = [_searched(piece.passages) for piece in pieces]
    readings = variants.readings(text for own in texts for text in own)
    layout.readings.write_text(json.dumps(readings, ensure_ascii=False, sort_keys=True), encoding="utf-8")
    otherwise = read_otherwise(before.readings, readings) if before else lambda _: True
    alike = [not any(map(otherwise, own)) for own in texts]
    counted = [piece.span is not None and same for piece, same in zip(pieces, alike, strict=True)]
    known = before.terms() if before and any(counted) else None
    written = (variants.canonical(text) for own, old in zip(texts, counted, strict=True) if not old for text in own)
    fresh = list(written)
    for channel, analyse, folder in ((0, accented_terms, layout.accented), (1, folded_terms, layout.folded)):
        new = TermTable.of(analyse, fresh)
        start, runs = 0, []
        for piece, old in zip(pieces, counted, strict=True):
            if known and old and piece.span:
                runs.append(known[channel].run(*piece.span))
            else:
                runs.append(new.run(start, start + len(piece.passages)))
                start += len(piece.passages)
        table = joined(runs)
        LexicalChannel.of(analyse, table).save(folder)
        table.save(folder)


def _lines(pieces: list[Piece], before: Before | None) -> Iterator[bytes]:
    for piece in pieces:
        if before and piece.span:
            yield before.passages.lines(*piece.span)
        else:
            yield from map(line_of, piece.passages)


def _write_near(
    vectors: FloatMatrix,
    pieces: list[Piece],
    before: Before | None,
    layout: Layout,
    store: BasePydanticVectorStore | None,
) -> None:
    parts, spans = [piece.part for piece in pieces], [piece.span for piece in pieces]
    if store:
        write_stored(vectors, parts, spans, before, store).save(layout.moments)
    else:
        write_near(vectors, [part.passages for part in parts], spans, before, layout)


def build_index(
    library: Library,
    encoder: Encoder,
    folder: Path,
    *,
    progress: bool = False,
    reuse: bool = False,
    when_whole: Callable[[], None] = lambda: None,
    milvus: Milvus | None = None,
) -> Manifest:
    """Build the index of a library into ``folder`` and return its manifest.

    What was built before stays until the new one is whole; ``when_whole`` is called right before the two are swapped,
    and an ``OSError`` of it leaves the old one where it is. With ``reuse`` reports that are as they were in the folder
    are not embedded again. With ``milvus`` near vectors are found there instead of beside the other files. Raises
    ``IndexWriteError`` where it cannot be written and ``IndexFolderTaken`` where the folder holds anything but an
    index.
    """
    passages, mark = library.passages(), milvus.mark if milvus else FAISS
    store = milvus.open(encoder) if milvus else None
    with replacing(folder) as (fresh, put_in_place):
        layout, old = Layout(fresh), read_before(folder, encoder)
        before = old if reuse else None
        there = old if old and old.manifest.store == mark else None
        pieces = _pieces(passages, before)
        vectors = _vectors(pieces, before.vectors() if before else None, encoder, progress)
        write_exact(vectors, layout.vectors)
        _write_near(vectors, pieces, there if before else None, layout, store)
        _write_terms(pieces, before, layout)
        write_passages(layout.passages, _lines(pieces, before))
        parts = tuple(piece.part for piece in pieces)
        about = (encoder.name, encoder.dim, len(passages), library.content_hash)
        manifest = Manifest(FORMAT, *about, layout.hashes(), parts, mark)
        put_in_place(manifest, when_whole)
        if store and there:
            gone = {key_of(part) for part in there.manifest.reports} - {key_of(part) for part in parts}
            take_out(store, sorted(gone))
    return manifest
