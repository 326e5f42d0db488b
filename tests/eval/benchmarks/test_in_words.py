"""The first words count once they are checked, and only where they stay."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.models import Answer
from eval.benchmarks.in_words import InWords
from eval.benchmarks.measure import speed_of
from eval.run import evaluate
from tests.eval.scripted import ScriptedAsker, ScriptedSearcher, answer, citation, gold, library

QUOTED = answer("Tam Đường 32,8 ha. [1]", citation())
WORDED = replace(QUOTED, text="Có 32,8 ha [1].", mode="generative")


@dataclass(frozen=True)
class Worded(ScriptedAsker):
    steps: tuple[Answer, ...] = ()

    def rewording(self, answer: Answer) -> Iterator[Answer]:
        yield from self.steps


def asker(*steps: Answer) -> InWords:
    return InWords(Worded({gold().question: QUOTED}, steps=steps))


def test_words_that_stand_are_timed() -> None:
    words = asker(WORDED, WORDED)
    assert words.ask(gold().question, mode="generative") == WORDED
    assert len(words.first) == 1


def test_words_that_are_taken_back_are_not_timed() -> None:
    words = asker(WORDED, QUOTED)
    assert words.ask(gold().question, mode="generative") is QUOTED
    assert words.first == []


def test_quotes_are_given_at_once_in_other_modes() -> None:
    words = asker(WORDED)
    assert (words.ask(gold().question, mode="extractive"), words.first) == (QUOTED, [])


def test_the_median_of_the_first_words_stands_beside_the_whole() -> None:
    outcomes = evaluate([gold()], asker(WORDED), ScriptedSearcher({}), library(), "generative")
    measured = speed_of(outcomes, "generative", [900.0, 1100.0, 1300.0])
    assert (measured.mode, measured.questions, measured.first_words) == ("generative", 1, 1100.0)
    assert set(measured.stages) == {"understand", "find", "write", "check"}
