"""Every gold question gets an outcome, whatever the product does."""

import logging

import pytest

from app.models import Answer
from eval.match import EvidenceError
from eval.models import Evidence, GoldQuestion, Outcome, Score
from eval.run import evaluate
from index.models import Hit
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

ALL = gold()
NONE = unanswerable()


def judged(*said: tuple[GoldQuestion, Answer | Exception], hits: tuple[Hit, ...] = ()) -> tuple[Outcome, ...]:
    """Run these questions against what is said to each; the search finds ``hits`` for "Tam Đường?" and nothing else."""
    asker = ScriptedAsker({question.question: reply for question, reply in said})
    return evaluate([question for question, _ in said], asker, ScriptedSearcher({"Tam Đường?": hits}), library())


def test_a_right_answer_scores_one_on_everything() -> None:
    (outcome,) = judged((ALL, answer("Có 32,8 ha [1].", citation())), hits=(hit(TAM_DUONG),))
    assert {score.metric: score.value for score in outcome.scores if score.value != 1.0} == {}
    assert len(outcome.scores) == 15  # all but "refused", which is for questions without an answer
    assert outcome.right


def test_the_search_is_judged_on_the_question_as_the_product_understood_it() -> None:
    given = answer("Có 32,8 ha [1].", citation(), standalone="Tam Đường?")
    (outcome,) = judged((ALL, given), hits=(hit(TAN_UYEN, 1), hit(TAM_DUONG, 2)))
    assert (outcome.value("hit@1"), outcome.value("hit@3"), outcome.value("mrr")) == (0.0, 1.0, 1 / 2)
    (elsewhere,) = judged((ALL, answer("…", standalone="khác")), hits=(hit(TAM_DUONG),))
    assert elsewhere.value("hit@10") == 0.0


def test_a_rightly_refused_question_is_right_and_has_no_score_that_needs_evidence() -> None:
    (outcome,) = judged((NONE, refusal()))
    assert {score.metric for score in outcome.scores} == {"refused", "verbatim", "figures-supported", "length"}
    assert outcome.right


def test_a_question_whose_answer_raised_scores_zero_on_everything_and_the_others_go_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR):
        broken, refused = judged((ALL, RuntimeError("hỏng")), (NONE, refusal()))
    assert {score.value for score in broken.scores} == {0.0}
    assert len(broken.scores) == 15
    assert broken.attempt.error == "RuntimeError: hỏng"
    assert "t-1" in caplog.text
    assert refused.right


def test_a_run_that_answers_nothing_scores_zero_on_every_question_with_an_answer() -> None:
    (outcome,) = judged((ALL, refusal()))
    zero = {score.metric for score in outcome.scores if score.value == 0.0}
    assert {"hit@10", "recall@10", "mrr", "correct", "citation-precision", "citation-recall", "answered"} <= zero
    assert outcome.missing == ("32,8",)


def test_outcomes_follow_the_gold_questions_one_each_in_order() -> None:
    outcomes = judged((NONE, refusal()), (ALL, refusal()))
    assert [outcome.attempt.question.id for outcome in outcomes] == ["t-2", "t-1"]
    for outcome in outcomes:
        assert len({score.metric for score in outcome.scores}) == len(outcome.scores)


def test_no_questions_is_a_clear_error() -> None:
    with pytest.raises(ValueError, match="no gold questions"):
        judged()


def test_evidence_that_the_library_lacks_stops_the_run() -> None:
    with pytest.raises(EvidenceError):
        judged((gold(evidence=(Evidence("I.9", None, "không có"),)), refusal()))


def test_a_score_outside_zero_to_one_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        Score("t-1", "mrr", 1.5)
