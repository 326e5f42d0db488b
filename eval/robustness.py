"""How much worse the same questions fare when typed otherwise. Knows nothing of how a form is made or answered."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from app.errors import QuestionError
from app.models import Answer, Asker, Mode
from eval.forms import Form, in_form
from eval.in_order import in_order
from eval.metrics.correctness import correctness
from eval.models import GoldQuestion

QUESTIONS = 60
SEED = 2022
_ALREADY_A_FORM = ("english", "no-diacritics", "typo")


@dataclass(frozen=True, slots=True)
class FormLine:
    """One form: the share of its questions answered right, and how many points that is below the clean form."""

    form: Form
    count: int
    right: float  # in [0, 1]
    loss: float  # percentage points; below 0 where the form does better
    lost: tuple[str, ...]  # ids of questions right when clean and wrong in this form


def sample(questions: Sequence[GoldQuestion], count: int = QUESTIONS, seed: int = SEED) -> tuple[GoldQuestion, ...]:
    """Return up to ``count`` questions that the reports answer and that are not of a form already, in their order."""
    fit = [question for question in questions if question.answerable and question.type not in _ALREADY_A_FORM]
    chosen = random.Random(seed).sample(range(len(fit)), min(count, len(fit)))  # noqa: S311 - repeatable, not secret
    return tuple(fit[i] for i in sorted(chosen))


def answerable(questions: Sequence[GoldQuestion]) -> tuple[GoldQuestion, ...]:
    """Return all questions that the reports answer, those that are of a form already too: theirs comes on top."""
    return tuple(question for question in questions if question.answerable)


def robustness(
    questions: Sequence[GoldQuestion], asker: Asker, mode: Mode = "auto", seed: int = SEED, jobs: int = 1
) -> tuple[FormLine, ...]:
    """Ask the same questions in every form, ``jobs`` at a time; a form that the assistant refuses to read is wrong.

    The history of a follow-up stays as it is. Raises ``ValueError`` without questions.
    """
    if not questions:
        raise ValueError("no questions to ask in other forms")
    forms: tuple[Form, ...] = get_args(Form)
    asked = [(form, question) for form in forms for question in questions]

    def is_right(one: tuple[Form, GoldQuestion]) -> bool:
        form, question = one
        return bool(correctness(question, _answer(question, form, asker, mode, seed)))

    right: dict[Form, set[str]] = {form: set() for form in forms}
    for (form, question), held in zip(asked, in_order(is_right, asked, jobs), strict=True):
        if held:
            right[form].add(question.id)
    clean = right["clean"]
    return tuple(
        FormLine(
            form=form,
            count=len(questions),
            right=len(ids) / len(questions),
            loss=100 * (len(clean) - len(ids)) / len(questions),
            lost=tuple(q.id for q in questions if q.id in clean - ids),
        )
        for form, ids in right.items()
    )


def _answer(question: GoldQuestion, form: Form, asker: Asker, mode: Mode, seed: int) -> Answer | None:
    try:
        return asker.ask(in_form(question.question, form, seed), question.history, mode=mode)
    except QuestionError:
        return None
