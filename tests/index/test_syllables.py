"""One form of Vietnamese letters for matching, whatever keyboard typed them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.syllables import fold, has_diacritics, normalise, syllables, terms


@pytest.mark.parametrize(
    ("one", "other"),
    [("hòa", "hoà"), ("khỏe", "khoẻ"), ("thúy", "thuý"), ("HÓA", "hoá"), ("thủy lợi", "thuỷ lợi"), ("tùy", "tuỳ")],
)
def test_both_placements_of_a_tone_are_one_word(one: str, other: str) -> None:
    assert normalise(one) == normalise(other) == other.lower()


def test_the_tone_of_a_closed_syllable_stays_where_it_is() -> None:
    assert [normalise(word) for word in ("toàn", "thoại", "tuyển", "quý", "quả")] == [
        "toàn",
        "thoại",
        "tuyển",
        "quý",
        "quả",
    ]


def test_words_that_differ_in_a_tone_stay_apart() -> None:
    assert normalise("năm") != normalise("Nam")
    assert normalise("hoa") != normalise("hoà")


@pytest.mark.parametrize("typed", ["Đường", "Ðường", "Ɖường", "đường"])
def test_all_letters_that_look_like_d_with_a_stroke_are_one(typed: str) -> None:
    assert normalise(typed) == "đường"
    assert fold(typed) == "duong"


def test_decomposed_text_is_the_same_as_composed_text() -> None:
    decomposed = unicodedata.normalize("NFD", "Diện tích hoà bình")
    assert normalise(decomposed) == "diện tích hoà bình"
    assert fold(decomposed) == "dien tich hoa binh"


def test_numbers_are_one_token_as_vietnamese_writes_them() -> None:
    assert syllables("75.780 con, 78,7 ha (2923/KH-UBND).") == [
        "75.780",
        "con",
        "78,7",
        "ha",
        "2923",
        "kh",
        "ubnd",
    ]


def test_terms_are_syllables_and_pairs_side_by_side() -> None:
    assert terms(["hoa", "hồng", "đỏ"]) == ["hoa", "hồng", "đỏ", "hoa_hồng", "hồng_đỏ"]
    assert terms([]) == []
    assert terms(["hoa"]) == ["hoa"]


@pytest.mark.parametrize("text", ["Tam Đường", "đ", "Ð", "hoà", unicodedata.normalize("NFD", "hồng")])
def test_a_text_with_any_diacritic_has_diacritics(text: str) -> None:
    assert has_diacritics(text)


@pytest.mark.parametrize("text", ["", "hoa", "HOA HONG o Tam Duong 78,7 ha?", "2923/KH-UBND"])
def test_a_text_of_plain_letters_has_none(text: str) -> None:
    assert not has_diacritics(text)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40) | st.text(alphabet="oaueyhtQq ̣̀́̉̃âêôơưđÐ", max_size=12))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_a_folded_text_has_no_combining_mark_and_no_d_with_a_stroke(text: str) -> None:
    folded = fold(text)
    assert not any(unicodedata.combining(char) for char in folded)
    assert not set(folded) & set("đĐðÐɖƉ")
