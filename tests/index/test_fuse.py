"""Scores of several channels put together, by hand."""

import numpy as np
import pytest

from corpus.models import Passage
from index.fuse import merge, ranking, weighted_sum, z_scores
from index.models import Hit


def hit(name: str, score: float, rank: int) -> Hit:
    return Hit(Passage(name, "bc", "I", None, "p", 0, 1, name, "", None), score, rank, similarity=0.5)


def test_z_scores_are_standard_deviations_above_the_mean() -> None:
    # mean 2, deviations -1, 1, -1, 1
    assert z_scores(np.array([1.0, 3.0, 1.0, 3.0])).tolist() == [-1.0, 1.0, -1.0, 1.0]


def test_equal_values_tell_nothing() -> None:
    assert z_scores(np.array([4.0, 4.0])).tolist() == [0.0, 0.0]
    assert z_scores(np.array([4.0])).tolist() == [0.0]


def test_channels_are_weighed_after_they_are_put_on_one_scale() -> None:
    fused = weighted_sum([(0.75, np.array([1.0, 3.0])), (0.25, np.array([500.0, 100.0]))])
    assert fused.tolist() == [-0.5, 0.5]  # 0.75 × (-1, 1) + 0.25 × (1, -1)


def test_a_channel_that_knows_nothing_changes_nothing() -> None:
    assert weighted_sum([(0.5, np.array([1.0, 3.0])), (0.5, np.zeros(2))]).tolist() == [-0.5, 0.5]


def test_of_equal_scores_the_earlier_passage_comes_first() -> None:
    assert ranking(np.array([1.0, 2.0, 2.0, 0.0]), 3) == [1, 2, 0]
    assert ranking(np.array([1.0]), 5) == [0]


def test_two_searches_are_merged_by_the_sum_over_the_root_of_two() -> None:
    merged = merge([hit("a", 3.0, 1), hit("b", 2.0, 2)], [hit("b", 4.0, 1), hit("c", 1.0, 2)], 3)
    assert [found.passage.id for found in merged] == ["b", "a", "c"]
    assert [found.rank for found in merged] == [1, 2, 3]
    assert [found.score for found in merged] == pytest.approx([4.2426, 2.1213, 0.7071], abs=1e-4)


def test_a_merge_keeps_no_more_than_asked_for() -> None:
    assert [found.passage.id for found in merge([hit("a", 3.0, 1)], [hit("b", 4.0, 1)], 1)] == ["b"]
    assert merge([], [], 3) == []
