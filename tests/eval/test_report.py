"""The terminal report says in Vietnamese what was measured and lists what went wrong."""

from eval.models import Outcome
from eval.record import Conditions, StoredRun
from eval.report import figure, percent, report, short
from eval.run import evaluate
from eval.show.layout import terminal
from eval.summary import summarise
from tests.eval.scripted import (
    TAM_DUONG,
    TAN_UYEN,
    ScriptedAsker,
    ScriptedSearcher,
    answer,
    citation,
    gold,
    hit,
    library,
    refusal,
    unanswerable,
)


def outcomes() -> tuple[Outcome, ...]:
    """One right answer, one wrong with a figure it does not cite, one unanswerable question answered."""
    questions = (gold(identity="t-1"), gold(identity="t-2", question="Tân Uyên?"), unanswerable("t-3"))
    right = answer("Có 32,8 ha [1].", citation(TAM_DUONG))
    wrong = answer("Có 7 ha [1].", citation(TAN_UYEN))
    asker = ScriptedAsker({questions[0].question: right, "Tân Uyên?": wrong, "Mường Tè?": wrong})
    return evaluate(questions, asker, ScriptedSearcher({"Tam Đường?": (hit(TAM_DUONG),)}), library())


def shown(judged: tuple[Outcome, ...], conditions: Conditions = Conditions()) -> str:  # noqa: B008 - it is frozen
    """The report of a run on the terminal."""
    return terminal(report(StoredRun("hoidap", "test", "auto", summarise(judged), judged, conditions)))


def test_the_report_shows_figures_by_name_with_interval_and_count() -> None:
    lines = shown(outcomes()).splitlines()
    assert lines[0] == "Đánh giá 3 câu hỏi chuẩn (test), chế độ auto"
    assert "33,3 %" in lines[1]  # 1 of 3 handled right
    (correct,) = [line for line in lines if line.startswith("  Trả lời đúng")]
    assert correct.split()[-1] == "2"
    assert "50,0 %" in correct  # 1 of the 2 that the report answers
    assert any("hit@3 (success@3)" in line for line in lines)
    assert "Con số không có trong trích dẫn: 2" in lines


def test_what_went_wrong_is_listed_with_what_is_missing_expected_and_cited() -> None:
    text = shown(outcomes())
    listed = text[text.index("Những câu chưa đạt (2)") :]
    assert "t-1 ·" not in listed
    assert "t-2 · lookup\n    hỏi: Tân Uyên?\n    đáp: Có 7 ha [1].\n" in listed
    assert "    thiếu: 32,8\n" in listed
    assert "    số lạ: 7\n" in listed
    assert "    bằng chứng: Mục I.3 “Tam Đường 32,8 ha”\n    trích dẫn: Mục I.3\n" in listed
    assert "báo cáo không nêu, phải từ chối" in listed


def test_a_run_without_faults_says_so() -> None:
    judged = evaluate([unanswerable()], ScriptedAsker({"Mường Tè?": refusal()}), ScriptedSearcher({}), library())
    assert shown(judged).endswith("Không có câu nào chưa đạt.")


def test_time_and_memory_are_told_where_they_are_known() -> None:
    assert "bộ nhớ" not in shown(outcomes())
    assert "Chạy hết 1,5 giây, 2 câu một lúc; bộ nhớ cao nhất 812 MiB" in shown(
        outcomes(), Conditions(jobs=2, seconds=1.5, memory=812.3)
    )


def test_means_of_ranks_are_numbers_and_the_rest_percentages() -> None:
    assert (figure("mrr", 0.5), figure("ndcg@10", 0.9541), figure("right", 0.5)) == ("0,500", "0,954", "50,0 %")
    assert figure("mrr", None) == "–"


def test_shares_are_named_as_in_vietnamese() -> None:
    assert (percent(0.874), percent(1.0), percent(None)) == ("87,4 %", "100,0 %", "–")


def test_a_long_text_is_cut_at_a_word() -> None:
    assert short("một  hai\nba") == "một hai ba"
    assert short("abcd " * 50) == "abcd " * 39 + "abcd …"  # 40 words of 5 characters are the first 200
