"""Values of cells are written as Vietnamese documents write them."""

import datetime

import pytest

from corpus.reading.figures import Value, shown


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1234567.5, "General", "1.234.567,5"),
        (2022, "General", "2022"),
        (9999, "General", "9999"),
        (10000, "General", "10.000"),
        (0.1 + 0.2, "General", "0,3"),
        (1234567.5, "#,##0.00", "1.234.567,50"),
        (1234567.5, "#,##0", "1.234.568"),
        (2022, "0", "2022"),
        (0.1256, "0.0%", "12,6%"),
        (0.5, "0%", "50%"),
        (-1500, "#,##0;(#,##0)", "-1.500"),
        (1500, '#,##0 "đồng"', "1.500 đồng"),
        (1500, "#,##0\\ [$₫-42A]", "1.500 ₫"),
        (1500000, "#,##0,", "1.500"),
        (2.5, "#,##0.##", "2,5"),
        (0, "General", "0"),
        (-0.001, "0.0", "0,0"),
        (float("nan"), "General", ""),
        (datetime.datetime(2023, 1, 5), "dd/mm/yyyy", "05/01/2023"),
        (datetime.datetime(2023, 1, 5, 14, 30), "General", "05/01/2023 14:30"),
        (datetime.time(7, 5), "h:mm", "07:05"),
        (True, "General", "TRUE"),
        ("Xã A", "General", "Xã A"),
        (None, "General", ""),
    ],
)
def test_a_value_is_written_as_shown(value: Value, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text
