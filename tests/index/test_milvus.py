"""The same questions find the same passages, whether FAISS or Milvus proposes the near ones. Needs milvus-lite."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from corpus.library import Library
from index.build import build_index
from index.encoder import FloatMatrix
from index.errors import IndexMismatch
from index.layout import Layout
from index.milvus import Milvus
from index.rows import ReportRows, spans_of
from index.store import open_index
from index.stored import StoredNear
from tests.fakes import SyllableEncoder
from tests.index.test_candidates import QUESTIONS, many

pytest.importorskip("milvus_lite", reason="the extra “milvus” is not installed")
pytest.importorskip("llama_index.vector_stores.milvus", reason="the extra “milvus” is not installed")


@dataclass(slots=True)
class Counting(SyllableEncoder):
    """Remembers how many texts it was given."""

    name = "counting"
    given: list[str] = field(default_factory=list)

    def encode_passages(self, texts: Sequence[str], *, progress: bool = False) -> FloatMatrix:
        self.given += texts
        return SyllableEncoder().encode_passages(texts)


def test_the_same_questions_find_the_same_passages_with_the_same_scores(tmp_path: Path) -> None:
    library, encoder, milvus = many(12), SyllableEncoder(), Milvus(str(tmp_path / "vectors.db"))
    build_index(library, encoder, tmp_path / "faiss")
    build_index(library, encoder, tmp_path / "milvus", milvus=milvus)
    faiss = open_index(tmp_path / "faiss", library, encoder).retriever
    stored = open_index(tmp_path / "milvus", library, encoder, milvus).retriever
    for question in QUESTIONS:
        for reports in (None, ("bc-003",), ("bc-004", "bc-001")):
            wanted, found = (search.search(question, 8, reports) for search in (faiss, stored))
            assert [hit.similarity for hit in found] == pytest.approx([hit.similarity for hit in wanted], abs=1e-6)
            if reports is None:  # the spread of the whole library stands for that of some reports
                assert [hit.score for hit in found] == pytest.approx([hit.score for hit in wanted], abs=1e-4)
            assert reports is None or {hit.passage.report_id for hit in found} <= set(reports)


def test_a_report_is_put_in_alone_and_what_left_is_taken_out(tmp_path: Path) -> None:
    library, milvus, encoder = many(6), Milvus(str(tmp_path / "vectors.db")), Counting()
    build_index(Library(library.reports[:4]), encoder, tmp_path / "index", milvus=milvus)
    encoder.given.clear()
    now = Library(library.reports[1:5])
    manifest = build_index(now, encoder, tmp_path / "index", reuse=True, milvus=milvus)
    added = {passage.text for passage in now.passages() if passage.report_id == "bc-004"}
    assert added & set(encoder.given)
    assert "bc-001" not in str(encoder.given)
    near = StoredNear(milvus.open(encoder), manifest.reports)
    rows = ReportRows(spans_of((part.report_id, part.passages) for part in manifest.reports))
    embedding = encoder.encode_queries(["hoa hồng"])[0]
    assert near.find(embedding, 500, rows.scope(None)).tolist() == list(range(manifest.passages))
    assert near.find(embedding, 500, rows.scope(["bc-002"])).tolist() == rows.scope(["bc-002"]).rows.tolist()
    assert open_index(tmp_path / "index", now, encoder, milvus).retriever.search("hoa hồng", 3)


def test_an_index_is_not_opened_with_another_store_than_it_was_built_with(tmp_path: Path) -> None:
    library, encoder, milvus = many(2), SyllableEncoder(), Milvus(str(tmp_path / "vectors.db"), token="root:bí-mật")
    build_index(library, encoder, tmp_path / "index", milvus=milvus)
    assert "bí-mật" not in Layout(tmp_path / "index").manifest.read_text(encoding="utf-8")
    with pytest.raises(IndexMismatch) as refused:
        open_index(tmp_path / "index", library, encoder)
    assert refused.value.what == "store"
