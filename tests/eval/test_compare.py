"""Two runs are compared question by question, with hand-checkable intervals."""

from dataclasses import replace

import pytest

from eval.compare import compare, difference, scores_of
from eval.models import MetricName
from tests.eval.runs import run_of


def worth(*values: float, metric: MetricName = "right") -> dict[str, dict[MetricName, float]]:
    """Scores of questions 0, 1, … on one metric."""
    return {str(number): {metric: value} for number, value in enumerate(values)}


def test_a_run_against_itself_differs_by_nothing() -> None:
    run = run_of(True, False, True)
    found = compare(run, run)
    assert (found.questions, found.wins, found.losses) == (3, (), ())
    for change in found.differences:
        assert (change.mean, change.low, change.high) == (0.0, 0.0, 0.0)
        assert (change.better, change.worse) == (False, False)


def test_a_run_that_is_right_wherever_the_other_is_wrong_is_better_by_one() -> None:
    found = compare(run_of(True, True, name="mới"), run_of(False, False, name="cũ"))
    change = found.difference("right")
    assert change is not None
    assert (change.first, change.second, change.mean, change.low, change.high) == (1.0, 0.0, 1.0, 1.0, 1.0)
    assert change.better
    assert (found.first, found.second) == ("mới", "cũ")


def test_wins_and_losses_are_listed_by_question() -> None:
    found = compare(run_of(True, False, True, False), run_of(False, True, True, False))
    assert (found.wins, found.losses) == (("t-0",), ("t-1",))
    change = found.difference("right")
    assert change is not None
    assert (change.mean, change.low < 0 < change.high) == (0.0, True)


def test_a_metric_that_applies_to_no_question_of_both_has_no_difference() -> None:
    found = compare(run_of(True), run_of(True))
    assert found.difference("refused") is None
    assert difference(worth(1.0), worth(1.0, metric="mrr"), "right") is None


def test_pairing_takes_out_what_both_runs_find_hard() -> None:
    # 40 easy and 40 hard questions; the first run has 4 more of the hard ones. Alone, each mean varies by about ±0.11;
    # of the pairs 4 of 80 differ by 1: 0.05 ± 1.96 × sqrt(0.05 × 0.95 / 80) = 0.05 ± 0.048.
    easy, hard = [1.0] * 40, [0.0] * 40
    change = difference(worth(*easy, *[1.0] * 4, *hard[4:]), worth(*easy, *hard), "right")
    assert change is not None
    assert change.mean == pytest.approx(0.05)
    assert change.low == pytest.approx(0.0125, abs=0.0126)  # a draw holds 1 of the 4 or none
    assert change.high == pytest.approx(0.098, abs=0.015)


def test_only_questions_with_the_same_words_and_gold_answer_are_compared() -> None:
    first, second = run_of(True, True), run_of(False, False)
    (kept, changed) = second.outcomes
    reworded = replace(changed.attempt.question, question="Khác?")
    other = replace(changed, attempt=replace(changed.attempt, question=reworded))
    found = compare(first, replace(second, outcomes=(kept, other)))
    assert (found.questions, found.wins) == (1, ("t-0",))
    with pytest.raises(ValueError, match="no question in common"):
        compare(first, replace(second, outcomes=(other,)))


def test_scores_hold_the_metrics_that_apply_and_whether_it_was_right() -> None:
    scores = scores_of(run_of(True).outcomes)["t-0"]
    assert (scores["right"], scores["correct"], scores["mrr"]) == (1.0, 1.0, 0.5)
    assert "refused" not in scores
