"""The product on its own gold set: every citation verbatim, and no figure below what is demanded of it."""

import pytest

from app.assistant import Assistant
from eval.baseline import TEST_EXTRACTIVE, against, read_baseline
from eval.gold import load_gold
from eval.models import Outcome
from eval.options import gold_paths
from eval.record import StoredRun
from eval.run import evaluate
from eval.summary import Summary, summarise

HIT_AT_3 = 0.95
CORRECT = 0.85
REFUSED = 0.80

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def outcomes(assistant: Assistant) -> tuple[Outcome, ...]:
    """Every gold question of the test split, put to the real assistant once."""
    questions = load_gold(*gold_paths("test"))
    return evaluate(questions, assistant, assistant.index.retriever, assistant.library)


@pytest.fixture(scope="module")
def summary(outcomes: tuple[Outcome, ...]) -> Summary:
    return summarise(outcomes)


def mean(summary: Summary, metric: str) -> float:
    return next(estimate.mean for estimate in summary.estimates if estimate.metric == metric)


def test_no_question_raises(summary: Summary) -> None:
    assert summary.errors == 0


def test_the_evidence_is_among_the_first_three(summary: Summary) -> None:
    assert mean(summary, "hit@3") >= HIT_AT_3


def test_enough_answers_are_correct(summary: Summary) -> None:
    assert mean(summary, "correct") >= CORRECT


def test_enough_unanswerable_questions_are_refused(summary: Summary) -> None:
    assert mean(summary, "refused") >= REFUSED


def test_no_main_figure_falls_below_the_stored_baseline(outcomes: tuple[Outcome, ...], summary: Summary) -> None:
    run = StoredRun("hoidap", "test", "extractive", summary, outcomes)
    fallen = against(read_baseline(TEST_EXTRACTIVE), run).fallen
    assert [(change.metric, change.second, change.first) for change in fallen] == []


def test_every_citation_of_every_question_is_verbatim(assistant: Assistant, outcomes: tuple[Outcome, ...]) -> None:
    for outcome in outcomes:
        answer = outcome.attempt.answer
        assert answer is not None
        for cited in answer.citations:
            assert assistant.library.report(cited.report_id).text[cited.start : cited.end] == cited.quote
