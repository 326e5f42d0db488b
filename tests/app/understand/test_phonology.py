"""Which letters can be one Vietnamese syllable."""

import pytest

from app.understand.phonology import is_folded_syllable, is_plain_syllable, is_syllable


@pytest.mark.parametrize(
    "text", "nhiêu tích tịch gì giếng quý quốc nghiêng uyên khuỷu khuya xoong ơi ấy đường Mường TÈ hoà hòa".split()
)
def test_syllables_of_the_language_are_known_in_any_case_and_tone_placement(text: str) -> None:
    assert is_syllable(text)


@pytest.mark.parametrize("text", "dieenj tichs đuờng w f zô hello str nhh hồngg 2022 ha2".split())
def test_letters_that_spell_no_syllable_are_refused(text: str) -> None:
    assert not is_syllable(text)


def test_the_empty_text_is_no_syllable() -> None:
    assert not is_syllable("")
    assert not is_plain_syllable("")


@pytest.mark.parametrize("stop", ["tich", "cap", "mat", "hoc", "tìch", "mảt"])
def test_a_rhyme_that_ends_in_a_stop_takes_only_two_tones(stop: str) -> None:
    assert not is_syllable(stop)


def test_a_syllable_has_one_tone() -> None:
    assert not is_syllable("hóà")


@pytest.mark.parametrize("text", ["tich", "mat", "hoc", "cap", "tích"])
def test_a_syllable_typed_without_its_tone_is_recognised(text: str) -> None:
    assert is_plain_syllable(text)


@pytest.mark.parametrize("text", ["ubnd", "stem", "website", "dieenj"])
def test_letters_that_no_tone_makes_a_syllable_are_not(text: str) -> None:
    assert not is_plain_syllable(text)


@pytest.mark.parametrize("text", ["muong", "dien", "Truong", "gieng", "gi", "quy", "tich", "duong"])
def test_a_syllable_typed_without_any_diacritic_is_recognised(text: str) -> None:
    assert is_folded_syllable(text)


@pytest.mark.parametrize("text", ["roses", "district", "dieenj", "wu", "", "mường"])
def test_other_letters_are_no_syllable_without_diacritics(text: str) -> None:
    assert not is_folded_syllable(text)
