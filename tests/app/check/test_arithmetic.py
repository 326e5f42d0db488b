"""Calculations as answers show them, read and done again."""

from decimal import Decimal

import pytest

from app.check.arithmetic import equations, solve


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("32 − 27 = 5 chuyến/ngày", True),
        ("32 − 27 = 6 chuyến/ngày", False),
        ("3,5 : 115 × 100 ≈ 3,04 %", True),  # 3.0435
        ("3,5 : 115 × 100 = 3,04 %", False),  # rounded, but told as exact
        ("(32 − 27) : 27 × 100 ≈ 18,52 %", True),
        ("1,2 tỷ đồng − 300 triệu đồng = 900 triệu đồng", True),
        ("1,2 tỷ đồng − 300 triệu đồng = 90 triệu đồng", False),
        ("14 tỷ đồng : 4.000 = 3,5 triệu đồng", True),
        ("120 : (100 + 20) × 100 = 100 tỷ đồng", True),
        ("hơn 90 − 30 ≈ 60 ha", True),
        ("5 : 0 = 0", False),
        ("tăng 5 chuyến (32 − 27 = 5)", True),
    ],
)
def test_a_shown_calculation_is_right_or_not(text: str, right: bool) -> None:
    (equation,) = equations(text)
    assert equation.is_right() == right


def test_the_hundred_of_a_percentage_is_no_operand() -> None:
    (equation,) = equations("(32 − 27) : 27 × 100 ≈ 18,52 %")
    assert equation.numbers == ("32", "27", "27")
    assert equation.in_percent


def test_two_calculations_of_one_text_are_read_apart() -> None:
    assert [one.result for one in equations("8 + 3 = 11 đơn vị; 38 : 2 = 19 học viên")] == ["11", "19"]


def test_products_come_before_sums() -> None:
    assert solve("2 + 6 : 3") == Decimal(4)
