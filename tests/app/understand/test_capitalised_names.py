"""Names are found by capitals and by what the language says around them."""

import pytest

from app.understand.dictionary import is_common_word
from app.understand.names import Name, capitalised_names


def no_word(_left: str, _right: str) -> bool:
    return False


def transport(left: str, right: str) -> bool:
    return (left, right) == ("giao", "thông")


def keys(text: str) -> list[str]:
    return [name.key for name in capitalised_names(text, no_word)]


def test_a_name_is_known_by_its_folded_words_without_what_it_is() -> None:
    assert capitalised_names("ở huyện Tam Đường có", no_word) == [Name("tam duong", "Tam Đường", place=True)]
    assert capitalised_names("Huyện Tam Đường", no_word) == [Name("tam duong", "Tam Đường", place=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tuyến Lai Châu - Hà Nội", ["lai chau", "ha noi"]),
        ("Tại Hà Nội, Lai Châu", ["ha noi", "lai chau"]),
        ("Ông Trần Tiến Dũng ký", ["tran tien dung"]),
        ("Bệnh viện Tuệ Tĩnh", ["tue tinh"]),
        ("Năm 2022 có gì?", []),
        ("hoa hồng đỏ", []),
        ("Công ty PNS Travel", []),
        ("các xã, phường: Mỗi xã có chợ", []),
        ("huyện; Số vụ cháy", []),
        ("", []),
    ],
)
def test_the_names_of_a_text_in_order(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


def test_one_capitalised_word_is_a_name_only_after_what_says_it_is_a_place() -> None:
    assert capitalised_names("xã Hua", no_word) == [Name("hua", "Hua", place=True)]
    assert keys("giống Hua") == []


def test_a_text_all_in_capitals_tells_no_names() -> None:
    assert keys("HUYỆN TAM ĐƯỜNG") == []


def test_the_last_capital_may_only_open_a_common_word() -> None:
    assert [n.key for n in capitalised_names("Sở Giao thông", transport)] == []
    assert [n.key for n in capitalised_names("Lai Châu Giao thông", transport)] == ["lai chau"]


def test_a_common_word_may_go_on_behind_a_comma() -> None:
    found = capitalised_names("Thu Quỹ Phòng, chống bão lụt", is_common_word)
    assert [name.key for name in found] == ["thu quy"]


def test_of_a_run_that_opens_a_sentence_the_known_part_is_the_name() -> None:
    assert [n.key for n in capitalised_names("Chè Lai Châu ngon", no_word, {"lai chau"})] == ["lai chau"]
    assert keys("Chè Lai Châu ngon") == ["che lai chau"]


def test_the_english_genitive_is_no_part_of_a_name() -> None:
    assert [n.text for n in capitalised_names("Hà Nội's market", no_word)] == ["Hà Nội"]


def test_a_quarter_of_a_year_is_no_name() -> None:
    assert keys("Quý I năm 2023 có gì?") == []


def test_a_noun_of_place_before_a_comma_makes_no_place_of_the_next_capital() -> None:
    assert capitalised_names("Bộ đội tỉnh; Số vụ: 31", no_word) == []
    assert capitalised_names("Bộ đội tỉnh Hua", no_word) == [Name("hua", "Hua", place=True)]
