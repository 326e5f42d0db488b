"""Evidence is found by overlap of characters, half of the quote being enough."""

import pytest

from eval.match import EvidenceError, finds, found_by_rank, locate, occurrences, touches
from eval.models import Evidence, Place
from tests.eval.scripted import FOOTNOTE, TAM_DUONG, TAN_UYEN, gold, hit, library

PLACE = Place("bc", 10, 20)


@pytest.mark.parametrize(
    ("start", "end", "found", "touched"),
    [
        (10, 20, True, True),
        (0, 100, True, True),
        (0, 15, True, True),  # 5 of 10 characters: half is enough
        (0, 14, False, True),  # 4 of 10
        (15, 30, True, True),
        (16, 30, False, True),
        (0, 10, False, False),  # it ends where the place begins
        (20, 30, False, False),
    ],
)
def test_a_span_finds_evidence_when_it_covers_half_of_it(start: int, end: int, found: bool, touched: bool) -> None:
    assert finds(Place("bc", start, end), PLACE) is found
    assert touches(Place("bc", start, end), PLACE) is touched


def test_the_same_characters_of_another_report_are_no_evidence() -> None:
    assert not finds(Place("other", 10, 20), PLACE)
    assert not touches(Place("other", 10, 20), PLACE)


def test_evidence_is_located_in_its_section_or_in_the_body_of_its_footnote() -> None:
    question = gold(evidence=(Evidence("I.3", None, "Tân Uyên 3,5 ha"), Evidence("I.2", "2", "08 đơn vị")))
    assert locate(question, library()) == (Place("bc", 19, 34), Place("bc", 36, 45))


def test_a_quote_of_a_footnote_does_not_stand_in_its_section_and_the_other_way_round() -> None:
    assert occurrences(Evidence("I.2", None, "08 đơn vị"), library()) == ()
    assert occurrences(Evidence("I.3", "2", "Tân Uyên"), library()) == ()


def test_a_quote_that_stands_twice_is_found_twice_but_never_across_paragraphs() -> None:
    assert occurrences(Evidence("I.3", None, " ha."), library()) == (Place("bc", 14, 18), Place("bc", 31, 35))
    assert occurrences(Evidence("I.3", None, "ha.\nTân"), library()) == ()


def test_lost_evidence_names_question_and_place() -> None:
    with pytest.raises(EvidenceError, match=r"t-1: not in I\.2 fn2: 'không có'"):
        locate(gold(evidence=(Evidence("I.2", "2", "không có"),)), library())


def test_each_rank_says_which_evidence_it_finds() -> None:
    places = (Place("bc", 19, 34), Place("bc", 36, 45))
    hits = (hit(TAM_DUONG, 1), hit(FOOTNOTE, 2), hit(TAN_UYEN, 3), hit((19, 46), 4))
    assert found_by_rank(hits, places) == (frozenset(), frozenset({1}), frozenset({0}), frozenset({0, 1}))
