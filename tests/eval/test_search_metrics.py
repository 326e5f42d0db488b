"""hit@k, recall@k, nDCG@k and reciprocal rank, by hand and against ir-measures."""

import random
from math import log2

import pytest

from eval.metrics.hit_at_k import hit_at_k
from eval.metrics.ndcg_at_k import ndcg_at_k
from eval.metrics.recall_at_k import recall_at_k
from eval.metrics.reciprocal_rank import reciprocal_rank

NOTHING: frozenset[int] = frozenset()
# Rank 1 finds nothing, rank 2 evidence 1, rank 3 evidence 1 again, rank 4 evidence 0 and 1.
FOUND = (NOTHING, frozenset({1}), frozenset({1}), frozenset({0, 1}))


def test_hit_at_k_asks_whether_anything_is_found_by_rank_k() -> None:
    assert [hit_at_k(FOUND, k) for k in (1, 2, 10)] == [0.0, 1.0, 1.0]


def test_recall_at_k_counts_each_evidence_once() -> None:
    # Of 3: none at 1, {1} at 2 and 3, {0, 1} at 4.
    assert [recall_at_k(FOUND, k, 3) for k in (1, 2, 3, 4, 10)] == [0.0, 1 / 3, 1 / 3, 2 / 3, 2 / 3]


def test_reciprocal_rank_is_one_over_the_first_rank_that_finds_anything() -> None:
    assert reciprocal_rank(FOUND) == 1 / 2
    assert reciprocal_rank((frozenset({0}),)) == 1.0


def test_ndcg_discounts_each_evidence_by_the_rank_that_first_finds_it() -> None:
    # Evidence 1 at rank 2, evidence 0 at rank 4; the second finding of 1 at rank 3 gains nothing. Best: ranks 1 and 2.
    gained, best = 1 / log2(3) + 1 / log2(5), 1 / log2(2) + 1 / log2(3)
    assert ndcg_at_k(FOUND, 10, 2) == pytest.approx(gained / best)
    assert ndcg_at_k(FOUND, 3, 2) == pytest.approx(1 / log2(3) / best)
    assert ndcg_at_k(FOUND, 1, 2) == 0.0


def test_ndcg_is_one_when_the_evidence_comes_first_and_never_more() -> None:
    assert ndcg_at_k((frozenset({0}), frozenset({1})), 10, 2) == pytest.approx(1.0)
    assert ndcg_at_k((frozenset({0, 1}),), 10, 2) == 1.0  # both at rank 1: 2 of 1.63, cut
    assert ndcg_at_k((frozenset({0}),), 1, 5) == 1.0  # one rank holds one piece at best


def test_a_search_without_hits_scores_zero() -> None:
    found = (hit_at_k((), 10), recall_at_k((), 10, 2), reciprocal_rank(()), ndcg_at_k((), 10, 2))
    assert found == (0.0, 0.0, 0.0, 0.0)


def test_recall_and_ndcg_without_evidence_are_refused() -> None:
    with pytest.raises(ValueError, match="without evidence"):
        recall_at_k(FOUND, 5, 0)
    with pytest.raises(ValueError, match="without evidence"):
        ndcg_at_k(FOUND, 5, 0)


def test_two_hundred_random_runs_agree_with_ir_measures() -> None:
    measures = pytest.importorskip("ir_measures")
    drawn = random.Random(2022)
    wanted: dict[str, dict[str, int]] = {}
    runs: dict[str, dict[str, float]] = {}
    ours: dict[str, tuple[float, float, float, float, float]] = {}
    for number in range(200):
        documents = [f"d{i}" for i in range(30)]
        relevant = drawn.sample(documents, drawn.randint(1, 5))
        ranked = drawn.sample(documents, drawn.choice([0, 1, 5, 10]))  # 0: the search found nothing
        question = f"q{number}"
        wanted[question] = dict.fromkeys(relevant, 1)
        if ranked:
            runs[question] = {document: float(100 - rank) for rank, document in enumerate(ranked)}
        found = [frozenset(i for i, name in enumerate(relevant) if name == document) for document in ranked]
        total = len(relevant)
        gains = (ndcg_at_k(found, 3, total), ndcg_at_k(found, 10, total))
        ours[question] = (hit_at_k(found, 5), recall_at_k(found, 5, total), reciprocal_rank(found), *gains)
    named = (measures.Success @ 5, measures.R @ 5, measures.RR, measures.nDCG @ 3, measures.nDCG @ 10)
    theirs = {(m.query_id, m.measure): m.value for m in measures.iter_calc(named, wanted, runs)}
    assert len(theirs) == 200 * 5
    for question, values in ours.items():
        assert values == pytest.approx([theirs[question, measure] for measure in named])
    means = measures.calc_aggregate(named, wanted, runs)
    for position, measure in enumerate(named):
        assert sum(values[position] for values in ours.values()) / 200 == pytest.approx(means[measure])
