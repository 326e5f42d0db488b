"""Confidence is compared with being right."""

import pytest

from eval.reliability import Claim, claims, reliability
from eval.run import evaluate
from tests.eval.scripted import ScriptedAsker, ScriptedSearcher, answer, citation, gold, library, refusal, unanswerable


def test_the_table_and_its_figures_are_as_computed_by_hand() -> None:
    found = reliability(
        [Claim(0.95, right=True), Claim(0.91, right=False), Claim(0.45, right=True), Claim(1.0, right=True)]
    )
    assert found is not None
    low, high = found.bins
    assert (low.low, low.high, low.count, low.confidence, low.right) == (0.4, 0.5, 1, 0.45, 1.0)
    assert (high.low, high.high, high.count) == (0.9, 1.0, 3)
    assert high.confidence == pytest.approx((0.95 + 0.91 + 1.0) / 3)
    assert high.right == pytest.approx(2 / 3)
    assert found.brier == pytest.approx((0.05**2 + 0.91**2 + 0.55**2 + 0) / 4)
    assert found.error == pytest.approx((1 * 0.55 + 3 * abs(2 / 3 - 2.86 / 3)) / 4)
    assert found.sure == 3
    assert found.sure_right == pytest.approx(2 / 3)


def test_without_a_sure_answer_there_is_no_share_of_them() -> None:
    found = reliability([Claim(0.5, right=True)])
    assert found is not None
    assert (found.sure, found.sure_right) == (0, None)
    assert reliability([]) is None


def test_answers_count_and_refusals_do_not() -> None:
    questions = (gold(), unanswerable("t-2"), gold(identity="t-3", question="Tân Uyên?"))
    script = {
        questions[0].question: answer("Có 32,8 ha [1].", citation()),
        "Mường Tè?": answer("Có 32,8 ha [1].", citation()),  # an answer where none is due is wrong
        "Tân Uyên?": refusal(),
    }
    outcomes = evaluate(questions, ScriptedAsker(script), ScriptedSearcher({}), library())
    assert claims(outcomes) == [Claim(0.9, right=True), Claim(0.9, right=False)]
