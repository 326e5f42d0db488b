"""The interval of a share of few questions."""

import pytest

from eval.page.wilson import wilson


def test_all_right_of_five_reaches_down_to_five_over_five_and_z_squared() -> None:
    low, high = wilson(5, 5)
    assert low == pytest.approx(5 / (5 + 3.841459), abs=1e-6)  # z² = 1.959964² = 3.841459
    assert high == pytest.approx(1.0)


def test_none_right_is_the_mirror_image_of_all_right() -> None:
    low, high = wilson(0, 5)
    assert low == pytest.approx(0.0)
    assert high == pytest.approx(3.841459 / (5 + 3.841459), abs=1e-6)


def test_half_right_lies_in_the_middle() -> None:
    low, high = wilson(50, 100)
    assert (low + high) / 2 == pytest.approx(0.5)
    assert high == pytest.approx(0.5962, abs=1e-4)  # 0.5 + 0.5 · √(z²/(100 + z²)) = 0.5 + 0.5 · 0.19234


def test_no_questions_have_no_interval() -> None:
    with pytest.raises(ValueError, match="no questions"):
        wilson(0, 0)
