"""Plots stand where the numbers say; coordinates by hand."""

import pytest

from eval.page.calibration import calibration
from eval.page.latency import bins, latency
from eval.page.retrieval import curves, retrieval
from eval.page.robust import robustness_table
from eval.page.svg import Axis, Plot, interval_bar, share_axis
from eval.robustness import FormLine
from tests.eval.page.made import BROKEN, REFUSED, outcomes

# The plot area is 420 − 48 − 22 = 350 wide from x = 48, and 250 − 24 − 32 = 194 high down to y = 218.
PLOT = Plot(Axis(0.0, 10.0, ((5.0, "năm"),)), Axis(0.0, 1.0, ((0.5, "nửa"),)))


def test_the_corners_of_a_plot_are_the_ends_of_its_axes() -> None:
    assert (PLOT.at_x(0), PLOT.at_x(10)) == (48, 398)
    assert (PLOT.at_y(0), PLOT.at_y(1)) == (218, 24)


def test_a_bar_stands_on_the_foot_of_the_plot() -> None:
    assert 'x="49.0" y="121.0" width="33.0" height="97.0"' in PLOT.bar(0, 1, 0.5, "")


def test_ticks_are_written_at_their_place() -> None:
    drawn = PLOT.draw("", "tên")
    assert '<text x="223.0" y="238" text-anchor="middle">năm</text>' in drawn
    assert '<text x="42" y="125.5" text-anchor="end">nửa</text>' in drawn
    assert 'role="img" aria-labelledby="tên"' in drawn


def test_an_axis_of_shares_that_starts_late_is_ticked_every_ten_points() -> None:
    assert [label for _, label in share_axis(0.8).ticks] == ["100 %", "90 %", "80 %"]
    assert [label for _, label in share_axis().ticks] == ["100 %", "80 %", "60 %", "40 %", "20 %", "0 %"]


def test_a_row_has_its_whisker_from_low_to_high() -> None:
    assert 'd="M25.00 6H75.00M25.00 3V9M75.00 3V9"' in interval_bar(0.5, 0.25, 0.75)


def test_times_are_counted_in_ten_steps_per_power_of_ten() -> None:
    counted = bins([100.0, 100.0, 130.0, 1000.0])  # log10: 2, 2, 2.114, 3
    assert [count for _, _, count in counted] == [2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1]
    assert (counted[0][0], counted[-1][1]) == (2.0, 3.1)


@pytest.mark.parametrize("milliseconds", [[0.0], [5.0, 5.0], [0.2, 90_000.0]])
def test_any_times_can_be_drawn(milliseconds: list[float]) -> None:
    assert "<svg" in latency(milliseconds)


def test_the_figures_of_times_are_those_of_the_metric() -> None:
    shown = latency([10.0, 20.0, 1030.0])
    assert "<dt>p50</dt><dd>20 ms</dd>" in shown
    assert "<dt>p95</dt><dd>1030 ms</dd>" in shown


def test_the_curves_of_the_search_end_where_the_scores_do() -> None:
    judged = outcomes()
    drawn = curves(judged)
    assert drawn is not None
    hits, recalls = drawn
    # t-1 finds its evidence first, t-2 one of two pieces second, t-4 nothing; t-3 has no evidence.
    assert hits == pytest.approx([1 / 3, *[2 / 3] * 9])
    assert recalls == pytest.approx([1 / 3, *[(1 + 1 / 2) / 3] * 9])
    scored = [outcome.value("recall@10") for outcome in judged if outcome.attempt.question.answerable]
    assert recalls[9] == pytest.approx(sum(filter(None, scored)) / 3)


def test_a_set_without_evidence_has_no_curves() -> None:
    assert retrieval(outcomes((REFUSED,))) == ""


def test_calibration_says_how_many_answers_each_bar_stands_for() -> None:
    shown = calibration(outcomes())  # t-1 right and t-2 wrong, both at 0.9, t-3 refused, t-4 failed
    assert 'text-anchor="middle">2</text>' in shown
    assert '<dt>Brier</dt><dd><span class="vi">0,410</span>' in shown  # ((0.9 − 1)² + 0.9²) / 2


def test_no_answers_have_no_calibration() -> None:
    assert calibration(outcomes((BROKEN,))) == ""


def test_lost_questions_are_linked_where_the_page_shows_them() -> None:
    lines = [FormLine("clean", 4, 0.5, 0.0, ()), FormLine("capitals", 4, 0.25, 25.0, ("t-1", "t-9"))]
    table = robustness_table(lines, frozenset({"t-1"}))
    assert '<a href="#q-t-1">t-1</a> <span>t-9</span>' in table
    assert '25,0</span><span class="en" lang="en">25.0' in table
    assert robustness_table([], frozenset()) == ""
