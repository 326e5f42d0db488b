"""Searching where not all vectors are compared: the same passages with the same scores, and filters inside."""

from pathlib import Path

import numpy as np
import pytest
from llama_index.core.vector_stores.types import (
    FilterOperator,
    MetadataFilter,
    MetadataFilters,
    VectorStoreQuery,
)

from corpus.library import Library
from corpus.parse import parse_report
from index import nearest, retriever
from index.build import build_index
from index.layout import Layout
from index.moments import Moments
from index.nearest import kind_of, lists_for
from index.rows import ReportRows, spans_of
from index.store import Index, open_index
from index.terms import TermTable, joined
from index.vectors import FaissVectors
from tests.fakes import SyllableEncoder
from tests.small_library import COOPERATION, HEALTH

QUESTIONS = ("trồng hoa hồng ở huyện Tam Đường", "bao nhieu don vi van tai", "liều vắc xin cho học sinh")


def many(count: int) -> Library:
    """As many reports of two kinds, each with its own figures."""
    sources = [
        (COOPERATION if i % 2 else HEALTH).replace("5", str(i % 10)).replace("8", str(i // 10)) for i in range(count)
    ]
    return Library(tuple(parse_report(source, Path(f"bc-{i:03}.md")) for i, source in enumerate(sources)))


@pytest.fixture(scope="module")
def library() -> Library:
    return many(40)


@pytest.fixture
def small_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists for more than a hundred vectors, so that a test needs no two hundred thousand."""
    monkeypatch.setattr(nearest, "EXACT_UP_TO", 100)
    monkeypatch.setattr(nearest, "PROBED", 1.0)


def opened(library: Library, folder: Path) -> Index:
    build_index(library, SyllableEncoder(), folder, reuse=True)
    return open_index(folder, library, SyllableEncoder())


def store(index: Index) -> FaissVectors:
    vectors = index.retriever._vectors
    assert isinstance(vectors, FaissVectors)
    return vectors


def test_the_structure_is_chosen_by_the_size() -> None:
    assert [kind_of(count) for count in (0, 200_000, 200_001)] == ["exact", "exact", "ivf"]
    assert lists_for(1_000_000) == 2048  # 2 × √1,000,000 = 2000, the nearest power of two
    assert lists_for(1) == 2


def test_moments_give_the_z_scores_of_all_vectors() -> None:
    # Cosines to (1, 0): 1, 0, 0.6, 0; mean 0.4, mean square 0.34, variance 0.18.
    vectors = np.array([[1, 0], [0, 1], [0.6, 0.8], [0, 1]], dtype=np.float32)
    found = Moments.measure(vectors).z_scores(np.array([1, 0], dtype=np.float32), np.array([1.0, 0.4]))
    assert found == pytest.approx([0.6 / 0.18**0.5, 0.0], abs=1e-6)


def test_moments_of_what_is_taken_out_and_put_in(tmp_path: Path) -> None:
    vectors = np.eye(4, dtype=np.float32)
    first, second, both = (Moments.measure(rows) for rows in (vectors[:2], vectors[2:], vectors))
    both.save(tmp_path / "moments.npy")
    question, cosines = np.array([1, 0, 0, 0], dtype=np.float32), np.array([1.0])
    for same in (first.plus(second), Moments.load(tmp_path / "moments.npy")):
        assert same.z_scores(question, cosines) == both.z_scores(question, cosines)
    assert both.plus(second, -1).z_scores(question, cosines) == first.z_scores(question, cosines)


def test_equal_cosines_tell_nothing() -> None:
    same = Moments.measure(np.array([[1, 0], [1, 0]], dtype=np.float32))
    assert same.z_scores(np.array([1, 0], dtype=np.float32), np.array([1.0])).tolist() == [0.0]


def test_candidates_have_the_scores_that_all_passages_have(
    library: Library, tmp_path: Path, small_limit: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = opened(library, tmp_path / "index")
    assert index.manifest.passages > 100
    assert Layout(tmp_path / "index").near.exists()
    monkeypatch.setattr(retriever, "CANDIDATES", 30)
    store(index)._compared = 0
    candidates = [index.retriever.search(question, 10) for question in QUESTIONS]
    store(index)._compared = index.manifest.passages
    exact = [index.retriever.search(question, 10) for question in QUESTIONS]
    for found, wanted in zip(candidates, exact, strict=True):
        assert [hit.score for hit in found] == pytest.approx([hit.score for hit in wanted], abs=1e-4)
        assert [hit.similarity for hit in found] == pytest.approx([hit.similarity for hit in wanted], abs=1e-6)


def test_a_filter_to_one_small_report_finds_as_many_as_asked_for_in_it(
    library: Library, tmp_path: Path, small_limit: None
) -> None:
    index = opened(library, tmp_path / "index")
    for compared in (0, 1000):  # by the lists, and by comparing all
        store(index)._compared = compared
        hits = index.retriever.search("trồng hoa hồng", 3, report_ids=("bc-004",))
        assert [hit.passage.report_id for hit in hits] == ["bc-004"] * 3


def test_the_store_searches_within_reports_as_llamaindex_asks(library: Library, tmp_path: Path) -> None:
    index = opened(library, tmp_path / "index")
    embedding = SyllableEncoder().encode_queries(["hoa hồng"])[0].tolist()
    one = MetadataFilters(filters=[MetadataFilter(key="report", value=["bc-005"], operator=FilterOperator.IN)])
    found = store(index).query(VectorStoreQuery(query_embedding=embedding, similarity_top_k=4, filters=one))
    assert {index.passages[int(row)].report_id for row in found.ids or []} == {"bc-005"}
    assert found.similarities == sorted(found.similarities or [], reverse=True)
    few = store(index).query(VectorStoreQuery(query_embedding=embedding, similarity_top_k=9, node_ids=["3", "1"]))
    assert set(few.ids or []) == {"1", "3"}
    other = MetadataFilters(filters=[MetadataFilter(key="year", value="2022")])
    with pytest.raises(ValueError, match="report"):
        store(index).query(VectorStoreQuery(query_embedding=embedding, similarity_top_k=4, filters=other))


def test_lists_that_grew_find_what_lists_built_at_once_find(
    library: Library, tmp_path: Path, small_limit: None
) -> None:
    folder = tmp_path / "index"
    opened(Library(library.reports[1:30]), folder)
    now = Library((*library.reports[:1], *library.reports[3:33]))  # one in front, three behind, two out
    grown = opened(now, folder)
    store(grown)._compared = 0
    whole = opened(now, tmp_path / "whole")
    for question in QUESTIONS:
        found, wanted = (index.retriever.search(question, 10) for index in (grown, whole))
        assert [hit.score for hit in found] == pytest.approx([hit.score for hit in wanted], abs=1e-4)
        assert {hit.passage.report_id for hit in found} <= {report.id for report in now.reports}


def test_reports_stand_where_their_passages_are_counted() -> None:
    rows = ReportRows(spans_of([("a", 1), ("a", 1), ("b", 2)]))
    assert rows.scope(["b"]).rows.tolist() == [2, 3]
    assert rows.scope(["b", "a"]).report_ids is None  # all reports are no filter
    assert rows.scope(["c"]).rows.tolist() == []
    assert rows.scope(None).rows.tolist() == [0, 1, 2, 3]


def test_terms_put_together_are_numbered_as_if_counted_at_once() -> None:
    first, second = TermTable.of(str.split, ["b a", ""]), TermTable.of(str.split, ["c b", "d"])
    both = joined([first.run(0, 2), second.run(0, 1)])
    assert both.vocabulary == ("b", "a", "", "c")  # "d" stands in no text that was taken
    assert both.ids.tolist() == [0, 1, 2, 3, 0]
    assert both.lengths.tolist() == [2, 1, 2]
