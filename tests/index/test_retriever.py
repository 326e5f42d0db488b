"""Hybrid search over two small reports: ranks, filters, and how a question is typed."""

from itertools import pairwise
from pathlib import Path

import pytest
from llama_index.core.schema import NodeRelationship, TextNode

from corpus.library import Library
from index import retriever
from index.build import build_index
from index.lexical import accented_terms
from index.retriever import HybridRetriever, node_of
from index.store import open_index
from tests.fakes import SyllableEncoder
from tests.small_library import COOPERATION_ID, HEALTH_ID, small_library


@pytest.fixture(scope="module")
def library() -> Library:
    return small_library()


@pytest.fixture(scope="module")
def search(library: Library, tmp_path_factory: pytest.TempPathFactory) -> HybridRetriever:
    folder: Path = tmp_path_factory.mktemp("small") / "index"
    build_index(library, SyllableEncoder(), folder)
    return open_index(folder, library, SyllableEncoder()).retriever


def test_ranks_count_from_one_and_scores_never_rise(search: HybridRetriever) -> None:
    hits = search.search("trồng hoa hồng ở huyện Tam Đường", 7)
    assert [hit.rank for hit in hits] == [1, 2, 3, 4, 5, 6, 7]
    assert all(first.score >= second.score for first, second in pairwise(hits))
    assert "hoa hồng" in hits[0].passage.text
    assert all(-1.0 <= hit.similarity <= 1.001 for hit in hits)


def test_all_passages_are_given_where_more_are_asked_for(search: HybridRetriever, library: Library) -> None:
    hits = search.search("hoa hồng", 1000)
    assert {hit.passage.id for hit in hits} == {passage.id for passage in library.passages()}


def test_only_the_reports_asked_for_are_searched(search: HybridRetriever) -> None:
    question = "trồng hoa hồng ở huyện Tam Đường"
    hits = search.search(question, 50, report_ids=(HEALTH_ID,))
    assert {hit.passage.report_id for hit in hits} == {HEALTH_ID}
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    both = search.search(question, 50, report_ids=(HEALTH_ID, COOPERATION_ID))
    assert both == search.search(question, 50)
    assert search.search(question, 50, report_ids=()) == []


def test_a_question_without_diacritics_finds_the_sentence_with_them(search: HybridRetriever) -> None:
    assert "hoa hồng" in search.search("trong hoa hong o huyen tam duong", 1)[0].passage.text


def test_a_footnote_is_found_by_the_words_of_the_sentence_that_carries_its_mark(search: HybridRetriever) -> None:
    found = [hit.passage.footnote for hit in search.search("nhà đầu tư quan tâm trồng dược liệu", 3)]
    assert "1" in found


@pytest.mark.parametrize(
    ("question", "weights"),
    [
        ("Trồng hoa hồng?", retriever.ACCENTED_WEIGHTS),
        ("hoa hồng Tam Duong", retriever.ACCENTED_WEIGHTS),
        ("trong hoa hong o dau", retriever.PLAIN_WEIGHTS),
        ("which companies invest here", retriever.FOREIGN_WEIGHTS),
        ("", retriever.FOREIGN_WEIGHTS),
    ],
)
def test_the_channels_are_weighed_by_the_way_a_question_is_typed(
    search: HybridRetriever, question: str, weights: tuple[float, float, float]
) -> None:
    assert search._weights(question) == weights


def test_the_weights_of_every_way_of_typing_sum_to_one() -> None:
    for weights in (retriever.ACCENTED_WEIGHTS, retriever.PLAIN_WEIGHTS, retriever.FOREIGN_WEIGHTS):
        assert sum(weights) == pytest.approx(1.0)


def test_it_is_a_llamaindex_retriever_whose_nodes_are_the_passages(search: HybridRetriever) -> None:
    nodes = search.retrieve("hoa hồng Tam Đường")
    assert [found.node.node_id for found in nodes] == [
        hit.passage.id for hit in search.search("hoa hồng Tam Đường", retriever.DEFAULT_K)
    ]


def test_a_node_carries_its_place_its_report_and_what_it_hangs_on(library: Library) -> None:
    note = next(passage for passage in library.passages() if passage.footnote == "1")
    node = node_of(note)
    assert isinstance(node, TextNode)
    assert (node.start_char_idx, node.end_char_idx, node.text) == (note.start, note.end, note.text)
    assert node.metadata["section"] == "I.1"
    assert node.metadata["footnote"] == "1"
    assert node.relationships[NodeRelationship.SOURCE].node_id == COOPERATION_ID  # type: ignore[union-attr]
    assert node.relationships[NodeRelationship.PARENT].node_id == note.anchor  # type: ignore[union-attr]


def test_words_of_no_report_still_rank_every_passage(search: HybridRetriever) -> None:
    assert accented_terms("zzz") == ["zzz"]
    assert len(search.search("zzz", 5)) == 5
