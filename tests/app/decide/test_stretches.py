"""What months a text speaks of."""

import pytest

from app.decide.stretches import ranges, spelled, stretch_of, stretches


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("quý iv", {(10, 12)}),
        ("quý i và quý ii", {(1, 3), (4, 6)}),
        ("trong tháng 5", {(5, 5)}),
        ("9 tháng đầu năm", {(1, 9)}),
        ("nhiệm vụ 3 tháng cuối năm", {(10, 12)}),
        ("6 tháng còn lại", {(7, 12)}),
        ("nửa đầu năm, nửa cuối năm", {(1, 6), (7, 12)}),
        ("từ ngày 01/8 đến hết ngày 30/9", {(8, 9)}),
        ("cả năm", set()),
    ],
)
def test_quarters_months_halves_and_ranges(text: str, months: set[tuple[int, int]]) -> None:
    assert stretches(text) == months


def test_a_range_needs_both_ends_within_a_year() -> None:
    assert ranges("từ 15/11/2023 đến 15/2/2024") == frozenset()
    assert ranges("từ tháng 3 đến tháng 5 ") == {(3, 5)}
    assert ranges("tăng từ 3 đến 5 chuyến") == frozenset()


def test_a_day_is_no_stretch_and_a_quarter_is_written_large() -> None:
    assert stretch_of("14/12/2020") is None
    assert stretch_of("quý ii") == (4, 6)
    assert (spelled("quý iii"), spelled("tháng 5")) == ("quý III", "tháng 5")
