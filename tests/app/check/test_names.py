"""Names are found by capitals, quotation marks and the class of a place."""

from app.check.names import comparable, proper_names
from app.check.reading import read
from app.understand.lexicon import Lexicon


def test_a_run_of_capitals_takes_the_rest_of_its_last_word_along(small_lexicon: Lexicon) -> None:
    assert proper_names("Theo Sở Du lịch thì có", small_lexicon) == ["Sở Du lịch"]


def test_a_capital_that_only_opens_the_sentence_is_no_name(small_lexicon: Lexicon) -> None:
    assert proper_names("Diện tích là 115 ha", small_lexicon) == []


def test_an_organisation_and_a_foreign_name_that_open_the_sentence_are_names(small_lexicon: Lexicon) -> None:
    assert proper_names("Bệnh viện tỉnh", small_lexicon) == ["Bệnh viện"]
    assert proper_names("Saigontourist hỗ trợ", small_lexicon) == ["Saigontourist"]


def test_a_quoted_title_is_a_name(small_lexicon: Lexicon) -> None:
    assert proper_names("với chủ đề “nắm chắc thời cơ”", small_lexicon) == ["nắm chắc thời cơ"]


def test_names_compare_without_the_class_of_a_place(small_lexicon: Lexicon) -> None:
    assert comparable("Sở Du lịch thành phố Hà Nội", small_lexicon) == comparable("Sở Du lịch Hà Nội", small_lexicon)


def test_places_are_known_or_follow_their_class(small_lexicon: Lexicon) -> None:
    places = read("Huyện Mường Tè và Tam Đường, không phải tỉnh Lai Châu", small_lexicon).places
    assert [(place.key, place.kind) for place in places] == [
        ("muong te", "huyện"),
        ("tam duong", ""),
        ("lai chau", "tỉnh"),
    ]


def test_a_class_before_a_comma_belongs_to_no_place(small_lexicon: Lexicon) -> None:
    assert read("UBND các huyện, thành phố, Cục Thuế", small_lexicon).places == ()
