"""The baseline that comes with the product is of the test questions as they stand now."""

from eval.baseline import MAIN, TEST_EXTRACTIVE, BaselineQuestion, check_fits, read_baseline
from eval.gold import load_gold
from eval.options import gold_paths


def test_it_has_every_question_of_the_test_set_and_only_main_figures() -> None:
    baseline = read_baseline(TEST_EXTRACTIVE)
    questions = load_gold(*gold_paths("test"))
    assert set(baseline.questions) == {question.id for question in questions}
    for question in questions:  # one that was changed since is told by its id: make the baseline again
        known: BaselineQuestion = baseline.questions[question.id]
        assert set(known.scores) <= set(MAIN)
        check_fits(TEST_EXTRACTIVE, baseline, "extractive", [question])
