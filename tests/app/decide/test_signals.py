"""What is known when a passage is to answer, by hand."""

import pytest

from app.decide.evidence import Judge
from app.decide.features import Evidence
from app.decide.rank import rank
from app.decide.signals import FARTHEST, signals, wants_several, wants_sum
from app.understand.lexicon import Lexicon
from app.understand.question import Question, analyse
from corpus.library import Library
from index.models import Hit


def ask(text: str, lexicon: Lexicon) -> Question:
    return analyse(text, lexicon, period="2022")


def found(question: Question, small: Library, judge: Judge, **scores: float) -> list[Evidence]:
    passages = {key: next(p for p in small.passages() if key in p.text) for key in scores}
    return rank(judge.measure(question, [Hit(passages[key], score, 1, 0.9) for key, score in scores.items()]))


def test_the_lead_is_over_the_best_other_passage_and_bounded(small: Library, lexicon: Lexicon, judge: Judge) -> None:
    question = ask("Vì sao có?", lexicon)
    ranked = found(question, small, judge, khách=4.0, liều=3.5, dược=1.0)
    ahead = ranked[0].support - ranked[1].support
    assert signals(question, ranked[0], ranked).lead == pytest.approx(ahead)
    assert signals(question, ranked[1], ranked).lead == pytest.approx(max(FARTHEST[0], -ahead))
    assert signals(question, ranked[0], ranked[:1]).lead == FARTHEST[1]


def test_the_passage_itself_and_the_question_speak_too(small: Library, lexicon: Lexicon, judge: Judge) -> None:
    question = ask("Tiêm bao nhiêu liều vắc xin?", lexicon)
    spoken = signals(question, *(lambda ranked: (ranked[0], ranked))(found(question, small, judge, liều=2.0)))
    assert (spoken.score, spoken.similarity, spoken.figure, spoken.footnote) == (2.0, 0.9, 1.0, 0.0)
    assert spoken.own_coverage == spoken.coverage == 1.0
    assert spoken.several == 0.0


@pytest.mark.parametrize(
    ("question", "several"),
    [
        ("Tiêm bao nhiêu liều vắc xin?", False),
        ("Tiêm bao nhiêu liều, ở đâu?", True),
        ("Gồm những loại hoa nào?", True),
        ("Mỗi huyện trồng bao nhiêu ha?", True),
        ("Cả hoa hồng và dược liệu trồng bao nhiêu ha?", True),
        ("Hoa hồng trồng ra sao?", True),
        ("Ai trồng hoa hồng?", False),
    ],
)
def test_some_questions_want_more_than_one_sentence(lexicon: Lexicon, question: str, several: bool) -> None:
    assert wants_several(ask(question, lexicon)) is several


def test_a_sum_is_wanted_by_its_words() -> None:
    assert wants_sum("tất cả bao nhiêu ha?")
    assert wants_sum("cả gà lẫn vịt là bao nhiêu con?")
    assert not wants_sum("trồng bao nhiêu ha?")
