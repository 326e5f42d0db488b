"""Catching and blaming are counted over right answers and what is made of them."""

import pytest

from app.understand.lexicon import Lexicon
from eval.check_rates import CHANGES, check_rates
from eval.written import Written
from tests.eval.scripted import citation

RIGHT = Written("t-1", "reference", "Tam Đường 32,8 ha", (citation(),), (citation(),))
UNFOUNDED = Written("t-2", "reference", "Tam Đường 99,9 ha", (citation(),), (citation(),))


def test_marks_follow_the_sentence() -> None:
    assert RIGHT.marked("Tam Đường 3 ha") == "Tam Đường 3 ha [1]"


def test_shares_are_of_what_was_made() -> None:
    rates = check_rates([RIGHT, UNFOUNDED], Lexicon([]), {}, seeds=[0])
    assert (rates.right, rates.blamed, rates.blamed_share) == (2, (UNFOUNDED,), 0.5)
    assert rates.made["figure"] == 2
    assert rates.caught_share(["figure", "unit"]) == 1.0
    assert rates.caught_share(["year"]) == 1.0  # none was made
    assert set(rates.made) <= {*CHANGES, "exchange-figure", "exchange-place", "swap-figures"}


def test_the_same_wrong_answer_counts_once() -> None:
    once = check_rates([RIGHT], Lexicon([]), {}, seeds=[0])
    assert check_rates([RIGHT, RIGHT], Lexicon([]), {}, seeds=[0, 0]).made == once.made


def test_without_answers_there_is_nothing_to_say() -> None:
    with pytest.raises(ValueError, match="no right answers"):
        check_rates([], Lexicon([]), {})
