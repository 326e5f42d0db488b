"""What a fit learns from: questions with the signals of the passage that would answer. Knows no weights."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.decide.signals import Signals, signals
from app.found import Found
from app.models import Answer, Turn
from eval.metrics.correctness import correctness
from eval.models import GoldQuestion

ELSEWHERE = ""
"""The set of questions that were asked of other texts."""


@dataclass(frozen=True, slots=True)
class Case:
    """A question that the product would answer if it did not ask how relevant the passage is."""

    gold: str  # the name of its set
    signals: Signals
    answerable: bool
    right: bool


class Open(Protocol):
    """An assistant that lets see what it finds."""

    def ask(self, question: str, history: tuple[Turn, ...] = ()) -> Answer:
        """Answer."""
        ...

    def find(self, question: str, history: tuple[Turn, ...] = ()) -> Sequence[Found]:
        """Return what is found for each part of a question."""
        ...


def gold_cases(name: str, questions: Iterable[GoldQuestion], assistant: Open) -> list[Case]:
    """Return the cases of a gold set; ``assistant`` must answer without asking for relevance.

    Questions in several parts and English ones are left out: the weights are for one passage and Vietnamese.
    """
    cases = []
    for question in questions:
        spoken = _signals(assistant.find(question.question, question.history))
        if spoken is not None:
            answer = assistant.ask(question.question, question.history)
            right = question.answerable and answer.answerable and bool(correctness(question, answer))
            cases.append(Case(name, spoken, question.answerable, right))
    return cases


def other_cases(questions: Iterable[str], assistant: Open) -> list[Case]:
    """Return the cases of questions about something else, none of which the reports answer."""
    found = (_signals(assistant.find(question)) for question in questions)
    return [Case(ELSEWHERE, spoken, answerable=False, right=False) for spoken in found if spoken is not None]


def _signals(found: Sequence[Found]) -> Signals | None:
    if len(found) != 1 or found[0].question.english or found[0].verdict.passage is None:
        return None
    only = found[0]
    chosen = next((one for one in only.ranked if one.passage == only.verdict.passage), None)
    return signals(only.question, chosen, only.ranked) if chosen else None
