"""What is typed becomes one readable line, or is refused with what is wrong with it."""

import unicodedata

import pytest

from app.errors import QuestionError
from app.understand.cleaning import QUESTION_LENGTH, clean_question


@pytest.mark.parametrize("question", ["", "   ", "\n\t", "\x00\x07", "\u200b\u200d", "\ud800"])
def test_a_question_without_anything_in_it_is_empty(question: str) -> None:
    with pytest.raises(QuestionError) as refused:
        clean_question(question)
    assert refused.value.fault == "empty"


@pytest.mark.parametrize("question", ["?", "...", "👍🏽", "🇻🇳 🙂", "<>", "– “”", "¾", "²"])
def test_a_question_without_a_letter_or_digit_has_no_words(question: str) -> None:
    with pytest.raises(QuestionError) as refused:
        clean_question(question)
    assert refused.value.fault == "no-words"


def test_a_question_over_the_limit_is_too_long_and_says_how_long() -> None:
    with pytest.raises(QuestionError) as refused:
        clean_question("a" * 3000)
    assert (refused.value.fault, refused.value.detail) == ("too-long", "3.000")


def test_the_limit_counts_what_is_left_after_trimming() -> None:
    assert clean_question("  " + "a" * QUESTION_LENGTH + " \n") == "a" * QUESTION_LENGTH


@pytest.mark.parametrize(
    ("question", "cleaned"),
    [
        ("  hoa \n hồng\t? ", "hoa hồng ?"),
        ("hoa\x00hồng\x07", "hoa hồng"),
        (unicodedata.normalize("NFD", "hồng"), "hồng"),
        ("<b>hoa</b> 👍", "<b>hoa</b> 👍"),
        ("hoa\u2028hồng", "hoa hồng"),
        ("2022", "2022"),
    ],
)
def test_a_question_becomes_one_line_of_composed_letters(question: str, cleaned: str) -> None:
    assert clean_question(question) == cleaned
