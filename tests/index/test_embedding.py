"""What is embedded of a passage, the order in which a folder is written, and what a failing encoder leaves."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from corpus.models import Passage
from index.build import build_index
from index.embedding import embed, with_anchor
from index.encoder import FloatMatrix
from index.errors import EncoderError
from index.layout import Layout
from index.store import open_index
from tests.fakes import SyllableEncoder
from tests.small_library import small_library

LINE = Passage("s1", "bc", "I", None, "p1", 0, 4, "dòng", "", None)
NOTE = Passage("fn1", "bc", "I", "1", "fn1", 5, 8, "chú", "mục", "s1")


class LengthEncoder:
    """The angle of a vector is the length of its text in degrees; remembers what it was given."""

    name, dim = "length", 2

    def __init__(self) -> None:
        self.given: list[str] = []

    def encode_queries(self, texts: Sequence[str]) -> FloatMatrix:
        return self.encode_passages(texts)

    def encode_passages(self, texts: Sequence[str], *, progress: bool = False) -> FloatMatrix:
        self.given += texts
        angles = np.radians([len(text) for text in texts])
        return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)


class FailingEncoder(SyllableEncoder):
    """Loads, then fails at the first passage."""

    def encode_passages(self, texts: Sequence[str], *, progress: bool = False) -> FloatMatrix:
        raise EncoderError(self.name, "out of memory")


def test_a_footnote_is_read_behind_the_sentence_that_carries_its_mark() -> None:
    by_id = {"s1": LINE, "fn1": NOTE}
    assert with_anchor(NOTE, by_id) == "dòng chú"
    assert with_anchor(LINE, by_id) == "dòng"
    assert with_anchor(NOTE, {}) == "chú"


def test_a_passage_is_the_mean_of_its_text_its_anchor_and_its_context_each_embedded_once() -> None:
    encoder = LengthEncoder()
    rows = embed([LINE, NOTE], encoder, progress=False)
    assert encoder.given == ["dòng", "chú", "dòng chú", "mục. dòng chú"]
    assert rows[0] == pytest.approx([np.cos(np.radians(4)), np.sin(np.radians(4))])
    mean = sum(np.array([np.cos(a), np.sin(a)]) for a in np.radians([3, 8, 13]))  # symmetric about 8 degrees
    assert rows[1] == pytest.approx(mean / np.linalg.norm(mean), abs=1e-6)
    assert rows[1] == pytest.approx([np.cos(np.radians(8)), np.sin(np.radians(8))], abs=1e-6)
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1.0, 1.0])


def test_the_manifest_is_written_when_everything_else_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    write = Layout.write_manifest

    def watch(self: Layout, manifest: object) -> None:
        seen.append(sorted(path.name for path in self.folder.iterdir()))
        write(self, manifest)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(Layout, "write_manifest", watch)
    build_index(small_library(), SyllableEncoder(), tmp_path / "index")
    assert seen == [["bm25-accented", "bm25-folded", "passages.jsonl", "readings.json", "vectors.faiss"]]


def test_an_encoder_that_fails_costs_nothing_that_was_built_and_leaves_nothing(tmp_path: Path) -> None:
    library = small_library()
    build_index(library, SyllableEncoder(), tmp_path / "index")
    with pytest.raises(EncoderError):
        build_index(library, FailingEncoder(), tmp_path / "index")
    open_index(tmp_path / "index", library, SyllableEncoder())
    assert sorted(path.name for path in tmp_path.iterdir()) == [".index.lock", "index"]


def test_the_manifest_says_what_was_built(tmp_path: Path) -> None:
    library = small_library()
    manifest = build_index(library, SyllableEncoder(), tmp_path / "index")
    assert (manifest.encoder, manifest.dim, manifest.passages) == ("syllables", 64, len(library.passages()))
    assert manifest.corpus_hash == library.content_hash
    assert open_index(tmp_path / "index", library, SyllableEncoder()).manifest == manifest
