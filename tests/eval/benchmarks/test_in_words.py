"""The words of a model are timed where they stay: its own first one, the first checked ones, the whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.models import Answer, Citation, Grow, unheard
from app.write.writer import Words
from eval.benchmarks.in_words import Heard, InWords, Worded
from eval.benchmarks.measure import speed_of
from eval.run import evaluate
from tests.eval.scripted import ScriptedAsker, ScriptedSearcher, answer, citation, gold, library

QUOTED = answer("Tam Đường 32,8 ha. [1]", citation())
WORDED = replace(QUOTED, text="Có 32,8 ha [1].", mode="generative")


class Two:
    """Writes two words and then the sentence."""

    def write(self, question: str, citations: Sequence[Citation], *, english: bool) -> Iterator[Words]:
        yield Words("Có", whole=False)
        yield Words("Có 32,8 ha [1].")


@dataclass(frozen=True)
class Wording(ScriptedAsker):
    writer: Heard = field(default_factory=lambda: Heard(Two()))
    stands: bool = True
    fluent: bool = True

    def reword(self, answer: Answer, grow: Grow = unheard) -> Answer | None:
        for words in self.writer.write("", (), english=False):
            if words.whole:
                grow(words.text)
        return WORDED if self.stands else None


def asker(*, stands: bool = True) -> InWords:
    wording = Wording({gold().question: QUOTED}, stands=stands)
    return InWords(wording, wording.writer)


def test_words_that_stand_are_timed_in_the_order_in_which_they_come() -> None:
    words = asker()
    assert words.ask(gold().question, mode="generative") == WORDED
    assert len(words.times) == 1
    assert 0 < words.times[0].heard < words.times[0].shown < words.times[0].whole


def test_words_that_are_taken_back_are_not_timed() -> None:
    words = asker(stands=False)
    assert words.ask(gold().question, mode="generative") is QUOTED
    assert words.times == []


def test_quotes_are_given_at_once_in_other_modes() -> None:
    words = asker()
    assert (words.ask(gold().question, mode="extractive"), words.times) == (QUOTED, [])


def test_the_medians_of_the_words_stand_beside_those_of_all_answers() -> None:
    outcomes = evaluate([gold()], asker(), ScriptedSearcher({}), library(), "generative")
    times = [Worded(800.0, 900.0, 2000.0), Worded(900.0, 1100.0, 3000.0), Worded(1000.0, 1300.0, 4000.0)]
    measured = speed_of(outcomes, "generative", times)
    assert (measured.mode, measured.questions) == ("generative", 1)
    assert (measured.first_heard, measured.first_words, measured.worded) == (900.0, 1100.0, 3000.0)
    assert set(measured.stages) == {"understand", "find", "write", "check"}
