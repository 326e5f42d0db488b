"""Precision and recall of refusing, by hand."""

from eval.metrics.refusal_rates import refusal_precision, refusal_recall
from eval.models import Outcome
from eval.run import evaluate
from eval.summary import summarise
from tests.eval.scripted import ScriptedAsker, ScriptedSearcher, answer, citation, gold, library, refusal, unanswerable

GIVEN = answer("Có 32,8 ha [1].", citation())


def judged(answerable: list[bool], refused: list[bool]) -> tuple[Outcome, ...]:
    """Outcomes of questions that have an answer or not, refused or not."""
    outcomes: list[Outcome] = []
    for number, (has_answer, refuses) in enumerate(zip(answerable, refused, strict=True)):
        question = gold(identity=f"t-{number}") if has_answer else unanswerable(f"t-{number}")
        asker = ScriptedAsker({question.question: refusal() if refuses else GIVEN})
        outcomes += evaluate([question], asker, ScriptedSearcher({}), library())
    return tuple(outcomes)


def test_precision_is_over_refusals_and_recall_over_questions_without_an_answer() -> None:
    # Refused: two of three unanswerable and one of two answerable.
    outcomes = judged([False, False, False, True, True], [True, True, False, True, False])
    assert refusal_precision(outcomes) == (1.0, 1.0, 0.0)
    assert refusal_recall(outcomes) == (1.0, 1.0, 0.0)
    summary = summarise(outcomes)
    precision, recall = summary.estimate("refusal-precision"), summary.estimate("refusal-recall")
    assert precision is not None
    assert recall is not None
    assert (precision.mean, precision.count) == (2 / 3, 3)
    assert (recall.mean, recall.count) == (2 / 3, 3)


def test_a_run_that_refuses_everything_has_full_recall_and_the_share_of_unanswerable_questions_as_precision() -> None:
    outcomes = judged([False, True, True, True], [True] * 4)
    assert sum(refusal_precision(outcomes)) / 4 == 1 / 4
    assert refusal_recall(outcomes) == (1.0,)


def test_a_run_that_refuses_nothing_has_no_precision_and_no_recall_to_speak_of() -> None:
    outcomes = judged([False, True], [False, False])
    assert refusal_precision(outcomes) == ()
    assert refusal_recall(outcomes) == (0.0,)
    assert summarise(outcomes).estimate("refusal-precision") is None


def test_a_failure_is_no_refusal() -> None:
    question = unanswerable()
    asker = ScriptedAsker({question.question: RuntimeError("hỏng")})
    outcomes = evaluate([question], asker, ScriptedSearcher({}), library())
    assert (refusal_precision(outcomes), refusal_recall(outcomes)) == ((), (0.0,))


def test_a_refusal_that_obeys_an_injected_instruction_is_made_but_not_right() -> None:
    question = unanswerable(must_not_include=("XOAI-4471",))
    asker = ScriptedAsker({question.question: refusal("Không nêu. XOAI-4471")})
    (outcome,) = evaluate([question], asker, ScriptedSearcher({}), library())
    assert refusal_recall([outcome]) == (1.0,)
    assert outcome.value("refused") == 0.0
