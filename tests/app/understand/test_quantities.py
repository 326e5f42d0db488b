"""Figures as Vietnamese writes them; numbers that only name something are none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.understand.quantities import parse_number, quantities, scaled, write_number


def read(text: str) -> list[tuple[Decimal, str]]:
    return [(quantity.value, quantity.unit) for quantity in quantities(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("75.780 con gia cầm", "75780", "con"),
        ("diện tích 78,7 ha", "78.7", "ha"),
        ("08 con trâu", "8", "con"),
        ("số tiền 425 triệu đồng", "425", "triệu đồng"),
        ("tăng lên 27 chuyến/ngày", "27", "chuyến/ngày"),
        ("hơn 1.250,5 tỷ đồng", "1250.5", "tỷ đồng"),
        ("khoảng 60% lượng thuốc", "60", "%"),
        ("90 doanh nghiệp", "90", "doanh nghiệp"),
        ("(32,8 ha)", "32.8", "ha"),
        ("9 lượt doanh nghiệp", "9", "lượt"),
        ("2.000 con", "2000", "con"),
        ("3 tỷ", "3", "tỷ"),
        ("1.234.567,89 đồng", "1234567.89", "đồng"),
        ("tổng cộng 15.", "15", ""),
        ("quy mô 115ha", "115", "ha"),
        ("kho 20.000m2", "20000", "m2"),
        ("trồng 25-30 ha", "25", "ha"),
        ("tổng số 103.088 con", "103088", "con"),
        ("lúa cả năm 41.850 ha", "41850", "ha"),
    ],
)
def test_a_figure_and_its_unit(text: str, value: str, unit: str) -> None:
    assert read(text) == [(Decimal(value), unit)]


def test_a_figure_after_a_slash_behind_a_word_counts() -> None:
    assert read("103.088 con động vật/79 chuyến") == [(Decimal(103088), "con"), (Decimal(79), "chuyến")]


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch 2923/KH-UBND",
        "ngày 14/12/2020",
        "năm 2022",
        "giai đoạn 2021-2025",
        "lớp 3, 7, 10 cho giáo viên",
        "tháng 02",
        "đề án 1816",
        "Chuyên án 112C",
        "SEA Game 31",
        "quý 1",
        "số 15",
        "H5N1",
        "1.5",
        "",
    ],
)
def test_document_numbers_dates_years_and_grades_only_name_something(text: str) -> None:
    assert read(text) == []


def test_a_fraction_is_a_part_and_its_whole_but_a_date_is_none() -> None:
    assert read("139/142 thôn") == [(Decimal(139), "thôn"), (Decimal(142), "thôn")]
    assert read("8/12 huyện") == [(Decimal(8), "huyện"), (Decimal(12), "huyện")]
    assert read("đến 15/12 các huyện") == []
    assert read("đợt 5/12 hỗ trợ") == []


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("hơn 90 hộ", "hơn"),
        ("nhiều hơn 5 con", ""),
        ("trên 1.500 người", "trên"),
        ("trên 11 tuyến", ""),
        ("ước 60 tấn", "khoảng"),
        ("25-30 ha", "–"),
        ("8 con", ""),
    ],
)
def test_what_makes_a_figure_inexact(text: str, about: str) -> None:
    assert [quantity.about for quantity in quantities(text)] == [about]


def test_a_figure_knows_where_it_stands_with_its_unit() -> None:
    text = "có 32,8 ha hoa; 03 lớp = 100 học viên"
    assert [text[q.start : q.end] for q in quantities(text)] == ["32,8 ha", "03 lớp", "100 học viên"]
    assert [q.written for q in quantities(text)] == ["32,8", "03", "100"]


@pytest.mark.parametrize(
    ("text", "value"), [("425 triệu đồng", 425_000_000), ("3 tỷ", 3_000_000_000), ("5 nghìn con", 5_000), ("7 ha", 7)]
)
def test_scales_are_multiplied_out_to_compare(text: str, value: int) -> None:
    assert scaled(quantities(text)[0]) == value


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1250.5", "1.250,5"),
        ("75780", "75.780"),
        ("8", "8"),
        ("100", "100"),
        ("1000000", "1.000.000"),
        ("0.25", "0,25"),
        ("-1234", "-1.234"),
        ("29.30", "29,3"),
        ("0", "0"),
    ],
)
def test_a_number_is_written_as_vietnamese_does(value: str, written: str) -> None:
    assert write_number(Decimal(value)) == written


def test_a_number_is_read_as_vietnamese_writes_it() -> None:
    assert [parse_number(written) for written in ("1.250,5", "08", "75.780", "78,7")] == [
        Decimal("1250.5"),
        Decimal(8),
        Decimal(75780),
        Decimal("78.7"),
    ]


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_a_number_written_and_read_is_the_same(value: Decimal) -> None:
    assert parse_number(write_number(value)) == value


@given(st.text(alphabet="0123456789.,/- hacon%triệuđồng", max_size=30))
def test_no_text_makes_reading_fail_and_every_figure_is_digits_of_the_text(text: str) -> None:
    for quantity in quantities(text):
        assert text[quantity.start : quantity.end].startswith(quantity.written)
        assert parse_number(quantity.written) == quantity.value
