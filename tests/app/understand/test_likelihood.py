"""How likely a syllable follows another, in one sentence of a report beside what people ask."""

import pytest

from app.understand.asked import END, START
from app.understand.lexicon import Lexicon
from corpus.models import Passage

TEXT = "Trồng hoa hồng ở huyện Tam Đường."
LIKELIHOOD = Lexicon([Passage(TEXT, "bc", "I", None, "p", 0, len(TEXT), TEXT, "", None)]).likelihood


@pytest.mark.parametrize(
    ("left", "likelier", "other"),
    [
        ("hỗ", "trợ", "có"),  # hardly anything else follows, however common it is
        ("bao", "nhiêu", "nhiều"),
        ("tam", "đường", "đương"),
        (START, "ai", "ái"),
        ("nhiêu", END, "nhiêu"),
    ],
)
def test_what_is_known_to_follow_costs_less(left: str, likelier: str, other: str) -> None:
    assert LIKELIHOOD.cost(left, likelier) < LIKELIHOOD.cost(left, other)


def test_without_a_neighbour_the_commoner_syllable_costs_less() -> None:
    assert LIKELIHOOD.cost(None, "của") < LIKELIHOOD.cost(None, "cua")


def test_three_syllables_that_stand_side_by_side_cost_less_than_their_pairs() -> None:
    assert LIKELIHOOD.run_discount("trồng", "hoa", "hồng") > 0
    assert LIKELIHOOD.run_discount("hồng", "hoa", "trồng") == 0
