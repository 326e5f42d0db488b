"""Differences are shown with their sign, in points, and the questions won and lost by id."""

from eval.baseline import against, baseline_of
from eval.compare import compare
from eval.robustness import FormLine
from eval.show.comparison import comparison, forms, regression, side_by_side, signed
from eval.show.layout import terminal
from tests.eval.runs import asked, run_of


def test_a_difference_has_a_sign_unless_it_is_nothing() -> None:
    assert [signed("right", value) for value in (0.014, -0.5, 0.0, -0.0001)] == ["+1,4", "−50,0", "0,0", "0,0"]
    assert signed("mrr", -0.25) == "−0,250"


def test_a_comparison_lists_each_figure_and_each_question_won_and_lost() -> None:
    found = compare(run_of(True, True, True, False, name="mới"), run_of(False, False, True, True, name="cũ"))
    text = terminal(comparison(found, asked(4)))
    assert text.startswith("mới so với cũ, trên 4 câu chung")
    (right,) = [line for line in text.splitlines() if line.startswith("  Xử lý đúng")]
    assert right.split()[5:10] == ["75,0", "%", "50,0", "%", "+25,0"]
    assert "Nay đúng, trước sai (2)\n\nt-0 · lookup: Tam Đường lần 0?\nt-1 · lookup: Tam Đường lần 1?" in text
    assert "Nay sai, trước đúng (1)\n\nt-3 · lookup: Tam Đường lần 3?" in text


def test_the_same_run_twice_wins_and_loses_nothing() -> None:
    text = terminal(comparison(compare(run_of(True), run_of(True)), asked(1)))
    assert "Nay đúng" not in text
    assert "Nay sai" not in text


def test_what_fell_below_the_baseline_is_named_last() -> None:
    baseline = baseline_of(run_of(*[True] * 40))
    fine = terminal(regression(against(baseline, run_of(*[True] * 40)), "hoidap"))
    assert fine.endswith("Không chỉ số nào thấp hơn mốc quá khoảng tin cậy 95 %.")
    fell = terminal(regression(against(baseline, run_of(*[False] * 10, *[True] * 20)), "hoidap"))
    assert "10 câu của mốc không có" in fell
    assert "THẤP HƠN MỐC: Xử lý đúng (mọi câu)\n" in fell


def test_systems_stand_side_by_side_and_in_pairs() -> None:
    lines = terminal(side_by_side((run_of(True, True), run_of(True, False, name="bm25")))).splitlines()
    (right,) = [line for line in lines if line.startswith("  Xử lý đúng (mọi câu)")]
    assert right.split()[-4:] == ["100,0", "%", "50,0", "%"]
    (pair,) = [line for line in lines if line.startswith("  bm25")]
    # 100 % against 50 %: +50 points; of the 2 shared questions one is right in the first alone, none in the other.
    assert pair.split()[1:6] == ["100,0", "%", "50,0", "%", "+50,0"]
    assert pair.split()[-3:] == ["2", "1", "0"]


def test_forms_are_named_and_show_what_they_cost() -> None:
    text = terminal(forms((FormLine("clean", 4, 1.0, 0.0, ()), FormLine("capitals", 4, 0.75, 25.0, ("t-2",)))))
    (capitals,) = [line for line in text.splitlines() if line.startswith("  CHỮ HOA")]
    assert capitals.split()[2:] == ["4", "75,0", "%", "−25,0"]
    assert text.endswith("CHỮ HOA\n    t-2")
