"""Other systems stand beside the judged one, on the questions that both were asked."""

from eval.page.side_by_side import rivals, side_by_side
from tests.eval.page.made import outcomes, rival, run
from tests.eval.scripted import gold


def test_wins_and_losses_are_counted_over_shared_questions_and_set_the_filter() -> None:
    judged = run()
    table = side_by_side(judged, rivals(judged, [rival()]))
    assert 'data-changed="win-1"><span class="vi">1 thắng</span>' in table  # t-1
    assert 'data-changed="loss-1"><span class="vi">1 thua</span>' in table  # t-2
    assert "<td>3</td>" in table  # t-4 was asked of one alone


def test_values_are_the_other_systems_and_below_them_stands_what_the_judged_one_has_more() -> None:
    judged = run()
    found = rivals(judged, [rival()])[0].comparison
    assert found is not None
    (correct,) = [each for each in found.differences if each.metric == "citation-recall"]
    # t-1: 1 against 0; t-2: 1 of 2 against 2 of 2.
    assert (correct.first, correct.second, correct.mean) == (0.75, 0.5, 0.25)
    table = side_by_side(judged, rivals(judged, [rival()]))
    assert (
        '50,0 %</span><span class="en" lang="en">50.0 %</span><span class="apart even"><span class="vi">+25,0 ['
        in table
    )


def test_a_system_that_was_asked_other_questions_says_so() -> None:
    judged = run()
    elsewhere = run("Xa", outcomes((gold(identity="x-1"),)))
    (other,) = rivals(judged, [elsewhere])
    assert other.comparison is None
    assert "Không có câu hỏi chung để so." in side_by_side(judged, [other])


def test_without_other_systems_there_is_no_table() -> None:
    assert side_by_side(run(), []) == ""
