"""A syllable with what stands beside it."""

from app.understand.asked import END, START
from app.understand.typed import Typed, typed_at

PIECES = ["Huyện", " ", "Tam", " ", "Duong", ", ", "UBND", " ", "có", " 12 ", "xã", "?"]


def test_neighbours_are_canonical_and_marks_part_them() -> None:
    tam = Typed("Tam", "tam", "huyện", "duong", opens=False, joins=True, leads=True, second=True)
    duong = Typed("Duong", "duong", "tam", "", opens=False, joins=True, leads=False, second=False)
    assert [typed_at(PIECES, 2), typed_at(PIECES, 4)] == [tam, duong]
    assert typed_at(PIECES, 6).before == ""


def test_a_figure_is_told_from_a_word_and_the_ends_of_the_question_from_both() -> None:
    assert typed_at(PIECES, 8).after == "0"
    assert typed_at(PIECES, 10).before == "0"
    assert typed_at(PIECES, 10).after == END
    assert typed_at(PIECES, 0).before == START


def test_a_roman_numeral_is_a_figure() -> None:
    pieces = ["Quý", " ", "I", " ", "năm", " ", "nào"]
    assert typed_at(pieces, 2).is_numeral
    assert not typed_at(pieces, 4).is_numeral
    assert typed_at(pieces, 0).after == typed_at(pieces, 4).before == "0"


def test_a_capital_makes_a_name_only_inside_the_question() -> None:
    assert typed_at(PIECES, 2).in_name
    assert not typed_at(PIECES, 0).in_name
    assert not typed_at(PIECES, 8).in_name


def test_a_name_begins_at_the_first_of_two_capitals_inside_the_question() -> None:
    pieces = ["Cho", " ", "Tam", " ", "Duong", " ", "hay", " ", "Sở"]
    assert [typed_at(pieces, i).begins_name for i in (0, 2, 4, 6, 8)] == [False, True, False, False, False]


def test_capitals_that_are_no_syllable_are_an_acronym() -> None:
    assert typed_at(PIECES, 6).is_acronym
    assert not typed_at(["HOA"], 0).is_acronym
