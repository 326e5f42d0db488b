"""A syllable with what stands beside it."""

from app.understand.asked import END, START
from app.understand.typed import Typed, typed_at

PIECES = ["Huyện", " ", "Tam", " ", "Duong", ", ", "UBND", " ", "có", " 12 ", "xã", "?"]


def test_neighbours_are_canonical_and_marks_part_them() -> None:
    assert typed_at(PIECES, 2) == Typed("Tam", "tam", "huyện", "duong", opens=False, joins=True, second=True)
    assert typed_at(PIECES, 4) == Typed("Duong", "duong", "tam", "", opens=False, joins=True, second=False)
    assert typed_at(PIECES, 6).before == ""


def test_a_figure_is_told_from_a_word_and_the_ends_of_the_question_from_both() -> None:
    assert typed_at(PIECES, 8).after == "0"
    assert typed_at(PIECES, 10).before == "0"
    assert typed_at(PIECES, 10).after == END
    assert typed_at(PIECES, 0).before == START


def test_a_capital_makes_a_name_only_inside_the_question() -> None:
    assert typed_at(PIECES, 2).in_name
    assert not typed_at(PIECES, 0).in_name
    assert not typed_at(PIECES, 8).in_name


def test_capitals_that_are_no_syllable_are_an_acronym() -> None:
    assert typed_at(PIECES, 6).is_acronym
    assert not typed_at(["HOA"], 0).is_acronym
