"""Comparing wording: tokens, numbers, Unicode forms, tone placement."""

import unicodedata

import pytest

from eval.wording import contains, figures, normalise, without_marks


@pytest.mark.parametrize("text", ["32,8 ha", "103.088 con", "0,3 ha", "23 chuyến", "3.000 con", "Mục I.3", "112C3"])
def test_a_figure_is_not_found_inside_another_number_or_a_code(text: str) -> None:
    assert not contains(text, "3")


@pytest.mark.parametrize("text", ["có 3 lớp", "lớp 3, 7, 10", "3 lớp", "là 3.", "(3)", "3/10", "27-3", "3"])
def test_a_figure_is_found_as_a_token_of_its_own(text: str) -> None:
    assert contains(text, "3")


def test_a_year_is_found_in_a_date_and_a_leading_zero_makes_another_token() -> None:
    assert contains("ngày 14/12/2020", "2020")
    assert not contains("03 đơn vị", "3")
    assert contains("03 đơn vị", "03|3|ba")


def test_any_alternative_will_do_and_an_empty_one_never_does() -> None:
    assert contains("ba đơn vị", "03|3|ba")
    assert not contains("bốn đơn vị", "03|3|ba")
    assert not contains("bốn đơn vị", "03||ba")


def test_a_word_is_not_found_inside_a_longer_one_nor_with_another_tone() -> None:
    assert not contains("bacon", "ba")
    assert not contains("bà con", "ba")
    assert not contains("ba con", "bà")


def test_a_percentage_is_found_before_more_text() -> None:
    assert contains("khoảng 60% lượng thuốc", "60%")
    assert not contains("khoảng 160% lượng thuốc", "60%")


def test_case_white_space_dashes_and_quotation_marks_do_not_matter() -> None:
    assert contains("TUẦN  VĂN HÓA –\u00a0DU LỊCH", "Tuần Văn hóa - Du lịch")
    assert contains("tuyến Than Uyên–Mỹ Đình", "Than Uyên - Mỹ Đình")
    assert contains("gà H’Mong", "gà H'Mong")


def test_decomposed_text_holds_a_composed_item() -> None:
    text = unicodedata.normalize("NFD", "huyện Tam Đường, Quảng Uyên")
    assert text != unicodedata.normalize("NFC", text)
    assert contains(text, "Tam Đường")
    assert contains("huyện Tam Đường", unicodedata.normalize("NFD", "Tam Đường"))


@pytest.mark.parametrize(
    ("old", "new"), [("hòa", "hoà"), ("khỏe", "khoẻ"), ("thúy", "thuý"), ("Thủy điện", "Thuỷ điện")]
)
def test_both_placements_of_the_tone_are_the_same_word(old: str, new: str) -> None:
    assert old != new
    assert contains(new, old)
    assert contains(old, new)


def test_vowels_are_never_confused() -> None:
    assert normalise("cướp") != normalise("cuớp")
    assert not contains("Mương Tè", "Mường Tè")


def test_marks_are_no_part_of_an_answer() -> None:
    assert not contains(without_marks("Có 32 chuyến [3]."), "3")


def test_figures_are_read_as_numbers_in_order() -> None:
    text = "03 lớp = 100; 75.780 con, 32,8 ha ngày 14/12/2020 theo Mục I.3, chuyên án 112C, 60%."
    assert figures(text) == ("3", "100", "75780", "32,8", "14", "12", "2020", "112", "60")


def test_zero_stays_a_figure() -> None:
    assert figures("còn 0 ha, 00 con") == ("0", "0")
