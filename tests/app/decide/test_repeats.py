"""A follow-up for a thing of another sort is not answered by the sentence that was told before."""

from app.decide.repeats import only_repeats
from app.understand.lexicon import Lexicon
from app.understand.question import analyse

TOLD = "Công an tỉnh bắt 02 đối tượng truy nã."


def asks_again(lexicon: Lexicon, focus: str, quote: str = TOLD, *, alone: bool = False) -> bool:
    question = analyse(focus if alone else f"Công an tỉnh bắt người: {focus}", lexicon, focus)
    return only_repeats(question, [quote], f"“{TOLD}” (mục I.6)")


def test_the_same_sentence_does_not_tell_what_it_does_not_name(lexicon: Lexicon) -> None:
    assert asks_again(lexicon, "họ bị truy nã về tội gì?")


def test_another_sentence_may_tell_it(lexicon: Lexicon) -> None:
    assert not asks_again(lexicon, "họ bị truy nã về tội gì?", "Hai người này can tội cướp giật.")


def test_what_persons_and_offices_are_called_is_judged_elsewhere(lexicon: Lexicon) -> None:
    assert not asks_again(lexicon, "đơn vị nào bắt?")
    assert not asks_again(lexicon, "họ làm gì?")


def test_a_question_that_stands_alone_repeats_nothing(lexicon: Lexicon) -> None:
    assert not asks_again(lexicon, "Họ bị truy nã về tội gì?", alone=True)
