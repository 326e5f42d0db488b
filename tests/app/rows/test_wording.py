"""Words of tables in questions: spellings, abbreviations by their letters, names of countries."""

import pytest

from app.rows.countries import other_names
from app.rows.wording import Wording, key


@pytest.mark.parametrize(
    ("question", "phrase", "places"),
    [
        ("Tổng vốn đầu tư là bao nhiêu", "TVĐT", [(0, 4)]),
        ("Vốn pháp định của Bỉ", "Vốn PĐ", [(0, 3)]),
        ("Công nghiệp nặng", "CN nặng", [(0, 3)]),
        ("Bà Rịa - Vũng Tàu", "Bà Rịa-Vũng Tàu", [(0, 4)]),
        ("giáo dục, y tế", "Ytế", [(2, 4)]),
        ("Thuỵ Sĩ có mấy dự án", "Thụy Sỹ", [(0, 2)]),
        ("tháng 8", "08", [(1, 2)]),
        ("phó trưởng phòng", "phòng trưởng", []),
    ],
)
def test_a_phrase_of_a_table_is_found_in_a_question(question: str, phrase: str, places: list[tuple[int, int]]) -> None:
    assert Wording(question).places(phrase) == places


def test_i_and_y_are_one_where_they_are_the_whole_rhyme() -> None:
    assert (key("Mỹ"), key("Hoa Kỳ"), key("quý")) == ("mĩ", "hoa kì", "quý")


@pytest.mark.parametrize(
    ("row", "asked"),
    [
        ("Hoa Kỳ", "mỹ"),
        ("Vương quốc Anh", "anh"),
        ("Cayman Islands", "quần đảo cayman"),
        ("CHLB Đức", "đức"),
        ("Liên bang Nga", "nga"),
        ("Australia", "úc"),
    ],
)
def test_a_country_is_known_by_its_other_names(row: str, asked: str) -> None:
    assert key(asked) in other_names(row)


def test_what_is_no_country_has_no_other_names() -> None:
    assert other_names("Bình Dương") == ()


def test_a_name_of_one_syllable_wants_its_capital_where_capitals_are_typed() -> None:
    assert Wording("Nhà đầu tư Anh có mấy dự án").name_places("anh") == [(3, 4)]
    assert Wording("Nhờ anh cho biết Bỉ có mấy dự án").name_places("anh") == []
    assert Wording("nước anh có mấy dự án").name_places("anh") == [(1, 2)]
