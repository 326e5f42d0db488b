"""A slip of one finger costs less than two; letters that sound alike are confused."""

import pytest

from app.understand.slips import (
    BESIDE,
    CONFUSED,
    DOUBLED,
    LEFT_OUT,
    OTHER_TONE,
    OTHER_VOWEL,
    SIMILAR_TONE,
    SWAPPED,
    TONELESS,
    diacritics_cost,
    meant_letters,
)


@pytest.mark.parametrize(
    ("typed", "meant", "cost"),
    [
        ("tihc", "tich", SWAPPED),
        ("nhieuu", "nhieu", DOUBLED),
        ("nhiu", "nhieu", LEFT_OUT),
        ("vao", "bao", BESIDE),
        ("lam", "nam", CONFUSED),
        ("xan", "san", CONFUSED),
        ("tran", "chan", CONFUSED),
        ("ly", "li", CONFUSED),
        ("ban", "bang", CONFUSED),
    ],
)
def test_what_was_meant_costs_what_the_slip_is_worth(typed: str, meant: str, cost: float) -> None:
    assert meant_letters(typed)[meant] == cost


@pytest.mark.parametrize(
    ("typed", "meant", "cost"),
    [
        ("tích", "tích", 0.0),
        ("tich", "tích", TONELESS),
        ("diên", "diện", TONELESS),
        ("hổ", "hỗ", SIMILAR_TONE),
        ("hồ", "hố", OTHER_TONE),
        ("đuòng", "đường", OTHER_VOWEL),
    ],
)
def test_a_diacritic_left_out_costs_less_than_a_wrong_one(typed: str, meant: str, cost: float) -> None:
    assert diacritics_cost(typed, meant) == cost
