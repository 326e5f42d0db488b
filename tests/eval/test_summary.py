"""Figures over all outcomes: means over gold questions, seeded intervals, percentiles."""

import pytest

from eval.models import Attempt, MetricName, Outcome, Score
from eval.summary import interval, summarise
from tests.eval.scripted import gold, unanswerable


def scored(identity: str, milliseconds: float, error: str = "", **values: float) -> Outcome:
    """An outcome with these scores; "hit_3" stands for "hit@3"."""
    names: dict[str, MetricName] = {"correct": "correct", "refused": "refused", "hit_3": "hit@3"}
    question = unanswerable(identity) if "refused" in values else gold(identity=identity)
    scores = tuple(Score(identity, names[name], value) for name, value in values.items())
    return Outcome(Attempt(question, None, (), milliseconds, error), scores, (), ("5",))


def test_means_are_over_the_questions_a_metric_applies_to() -> None:
    summary = summarise([scored("a", 10, correct=1.0), scored("b", 30, correct=0.0), scored("c", 20, refused=1.0)])
    correct, refused = summary.estimate("correct"), summary.estimate("refused")
    assert correct is not None
    assert refused is not None
    assert (correct.mean, correct.count) == (1 / 2, 2)
    assert (refused.mean, refused.count) == (1.0, 1)
    assert summary.right == 2 / 3
    right = summary.estimate("right")
    assert right is not None
    assert (right.mean, right.count) == (2 / 3, 3)
    assert summary.estimate("mrr") is None


def test_latencies_errors_and_unsupported_figures_are_counted_over_all() -> None:
    summary = summarise([scored("a", 10, correct=1.0), scored("b", 30, error="x", correct=0.0)])
    assert (summary.p50, summary.p95) == (10, 30)  # ceil(1.0) = 1st, ceil(1.9) = 2nd of 10 30
    assert (summary.questions, summary.errors, summary.unsupported) == (2, 1, 2)


def test_types_stand_apart_and_have_no_search_figures_without_evidence() -> None:
    summary = summarise([scored("a", 10, correct=1.0, hit_3=0.0), scored("c", 20, refused=0.0)])
    assert [(line.type, line.count, line.right, line.hit_at_3) for line in summary.types] == [
        ("lookup", 1, 1.0, 0.0),
        ("unanswerable", 1, 0.0, None),
    ]


def test_the_interval_is_the_same_each_time_and_holds_the_mean() -> None:
    values = [1.0] * 80 + [0.0] * 20
    low, high = interval(values)
    assert (low, high) == interval(values)
    # The mean of 100 draws with p = 0.8 has a standard deviation of 0.04: about 0.8 ± 1.96 × 0.04.
    assert low == pytest.approx(0.8 - 0.0784, abs=0.02)
    assert high == pytest.approx(0.8 + 0.0784, abs=0.02)


def test_equal_values_have_an_interval_without_width() -> None:
    assert interval([1.0, 1.0, 1.0]) == (1.0, 1.0)


def test_no_outcomes_is_a_clear_error() -> None:
    with pytest.raises(ValueError, match="no outcomes"):
        summarise([])
