"""The same questions in other forms are compared with the clean ones."""

import pytest

from app.errors import QuestionError
from app.models import Answer
from eval.robustness import robustness, sample
from tests.eval.scripted import ScriptedAsker, answer, citation, gold, unanswerable

RIGHT = answer("Có 32,8 ha [1].", citation())
WRONG = answer("Có 3,5 ha [1].", citation())


def test_only_answerable_questions_of_no_form_of_their_own_are_sampled() -> None:
    questions = [gold(identity=f"t-{i}") for i in range(5)] + [unanswerable("t-9")]
    assert [question.id for question in sample(questions, count=9)] == ["t-0", "t-1", "t-2", "t-3", "t-4"]
    assert len(sample(questions, count=2)) == 2
    assert sample(questions, count=2) == sample(questions, count=2)


def test_the_loss_of_a_form_is_in_points_below_the_clean_one() -> None:
    questions = [gold(identity="t-1", question="hoa ạ"), gold(identity="t-2", question="lá ạ")]
    # Words of fewer than three letters are not mistyped; both questions have no oa, oe, uy with a tone.
    script: dict[str, Answer | Exception] = {
        "hoa ạ": RIGHT,
        "lá ạ": RIGHT,
        "hoa a": RIGHT,
        "la a": WRONG,
        "hoa a\u0323": RIGHT,
        "la\u0301 a\u0323": QuestionError("no-words"),
        "HOA Ạ": WRONG,
        "LÁ Ạ": WRONG,
    }
    script |= dict.fromkeys(("hao ạ", "ho ạ", "ha ạ", "oha ạ", "hooa ạ", "hhoa ạ", "hoaa ạ"), RIGHT)
    script |= dict.fromkeys(("goa ạ", "joa ạ", "hia ạ", "hpa ạ", "hos ạ"), RIGHT)
    lines = {line.form: line for line in robustness(questions, ScriptedAsker(script), seed=1)}
    assert (lines["clean"].right, lines["clean"].loss) == (1.0, 0.0)
    assert (lines["no-diacritics"].right, lines["no-diacritics"].loss) == (0.5, 50.0)
    assert lines["no-diacritics"].lost == ("t-2",)
    assert lines["nfd"].right == 0.5  # a question that is refused as unreadable is answered wrong
    assert (lines["capitals"].right, lines["capitals"].loss) == (0.0, 100.0)
    assert lines["typo"].right == lines["tone-placement"].right == 1.0


def test_without_questions_there_is_nothing_to_say() -> None:
    with pytest.raises(ValueError, match="no questions"):
        robustness([], ScriptedAsker({}))
