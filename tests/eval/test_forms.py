"""Questions are typed otherwise, the same way every time."""

import unicodedata

import pytest

from eval.forms import in_form, with_typing_error
from index.syllables import fold

QUESTION = "Đường nào đi Hòa Bình, quý II, khoẻ không?"


def test_diacritics_are_left_out_and_capitals_stay() -> None:
    assert in_form(QUESTION, "no-diacritics", 0) == "Duong nao di Hoa Binh, quy II, khoe khong?"


def test_the_tone_moves_to_the_other_vowel_but_not_after_q() -> None:
    assert in_form(QUESTION, "tone-placement", 0) == "Đường nào đi Hoà Bình, quý II, khỏe không?"
    assert in_form("hoạt", "tone-placement", 0) == "hoạt"  # closed by a consonant: one spelling only


def test_decomposed_and_capital_forms_say_the_same() -> None:
    assert unicodedata.normalize("NFC", in_form(QUESTION, "nfd", 0)) == QUESTION
    assert in_form(QUESTION, "nfd", 0) != QUESTION
    assert in_form(QUESTION, "capitals", 0) == "ĐƯỜNG NÀO ĐI HÒA BÌNH, QUÝ II, KHOẺ KHÔNG?"
    assert in_form(QUESTION, "clean", 0) == QUESTION


@pytest.mark.parametrize("seed", range(20))
def test_a_typing_error_changes_one_word_by_one_slip(seed: int) -> None:
    typed = with_typing_error(QUESTION, seed)
    words = list(zip(QUESTION.split(), typed.split(), strict=True))
    changed = [(before, after) for before, after in words if before != after]
    assert len(changed) == 1
    ((before, after),) = changed
    assert abs(len(before) - len(after)) <= 1
    assert len(set(fold(before)) ^ set(fold(after))) <= 2
    assert typed == with_typing_error(QUESTION, seed)


def test_figures_and_short_words_are_not_mistyped() -> None:
    assert with_typing_error("32,8 ha?", 1) == "32,8 ha?"
