"""A question typed all in capitals is read as if it were typed with the usual ones."""

import pytest

from app.understand.shouting import is_shouted, softened, with_names


def abbreviates(word: str) -> bool:
    """Knows one abbreviation."""
    return word == "ubnd"


@pytest.mark.parametrize("text", ["HẢI PHÒNG GỬI GÌ?", "THẾ SÌN HỒ?", "HOW MANY ROUTES ARE THERE?"])
def test_a_text_without_small_letters_is_shouted(text: str) -> None:
    assert is_shouted(text)


@pytest.mark.parametrize("text", ["UBND?", "HTX OCOP", "2023?", "Ai ký báo cáo?", ""])
def test_an_abbreviation_is_not(text: str) -> None:
    assert not is_shouted(text)


def test_abbreviations_keep_their_capitals_and_units_do_not() -> None:
    assert softened("UBND TỈNH LC GỬI MẤY KG?", abbreviates) == "UBND tỉnh LC gửi mấy kg?"


def test_names_get_their_capitals_back_where_they_are_no_common_words() -> None:
    text = "đà nẵng, tam đường và hòa bình"
    assert with_names(text, ["Tam Đường"]) == "Đà Nẵng, Tam Đường và hòa bình"
