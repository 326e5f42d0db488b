"""Precision and recall of refusing, over a whole run. Knows nothing of what is said instead.

Both return values whose mean is the figure, so that its interval is made like that of every other figure.
"""

from collections.abc import Iterable

from eval.models import Outcome


def _refuses(outcome: Outcome) -> bool:
    """Tell whether the assistant refused; a failure is no refusal."""
    answer = outcome.attempt.answer
    return answer is not None and not answer.answerable


def refusal_precision(outcomes: Iterable[Outcome]) -> tuple[float, ...]:
    """Return, for each refusal of the run, 1 where the reports have no answer and 0 where they have one.

    The mean is the share of the refusals that are due, 0 to 1: precision (van Rijsbergen 1979) of the class "refused".
    A run that refuses nothing has no such figure (no values); one that refuses everything has the share of
    unanswerable questions.
    """
    return tuple(float(not outcome.attempt.question.answerable) for outcome in outcomes if _refuses(outcome))


def refusal_recall(outcomes: Iterable[Outcome]) -> tuple[float, ...]:
    """Return, for each question that the reports do not answer, 1 where it is refused and 0 where it is not.

    The mean is the share of the due refusals that are made, 0 to 1. It differs from ``refused`` only where a refusal
    says what it must not (an injected instruction obeyed): made, but not made right. No values where every question
    has an answer.
    """
    return tuple(float(_refuses(outcome)) for outcome in outcomes if not outcome.attempt.question.answerable)
