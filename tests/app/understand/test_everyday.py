"""What everybody's language gives to all reports: counted once."""

from app.understand.asked import END, FIGURE, START
from app.understand.everyday import everyday


def test_it_is_counted_once() -> None:
    assert everyday() is everyday()


def test_what_is_asked_words_and_names_are_in_it() -> None:
    pairs = everyday().pairs
    assert pairs["bao", "nhiêu"] > 100
    assert ("mướp", "đắng") in pairs  # of the dictionary
    assert ("nậm", "nhùn") in pairs  # a district
    assert ("năm", FIGURE) in pairs
    assert ("nhiêu", END) in pairs


def test_the_beginning_of_a_question_is_no_syllable() -> None:
    assert START not in everyday().single
