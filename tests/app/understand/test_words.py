"""The words of a question that carry its content."""

from app.understand.dictionary import dictionary_words
from app.understand.words import content_words


def said(text: str, *dropped: str) -> list[str]:
    return [word.text for word in content_words(text, dropped)]


def test_words_that_only_ask_or_connect_are_left_out() -> None:
    assert said("Hoa hồng được trồng ở đâu và là của ai?") == ["hoa hồng", "trồng"]
    assert said("bao nhiêu là ở đâu thế ạ?") == []


def test_syllables_that_are_judged_elsewhere_are_left_out() -> None:
    assert said("Tam Đường trồng", "tam", "đường") == ["trồng"]


def test_a_word_said_twice_counts_once() -> None:
    assert said("trồng hoa, trồng hoa") == said("trồng hoa")


def test_an_empty_text_has_no_words() -> None:
    assert said("") == []
    assert said("?!, ...") == []


def test_the_dictionary_holds_common_words_as_syllables() -> None:
    words = set(dictionary_words())
    assert ("hợp", "tác") in words
    assert all(words)
