"""Numbers that are written out are figures where they tell a period or a limit."""

from decimal import Decimal

import pytest

from app.understand.number_words import in_digits, told_once
from app.understand.quantities import quantities


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("trong mười lăm ngày, kể từ ngày nhận", 15, "ngày"),
        ("ngừng quá sáu mươi ngày liên tục", 60, "ngày"),
        ("kéo dài thêm một năm.", 1, "năm"),
        ("thời hạn năm năm liền", 5, "năm"),
        ("dùng không quá mười lao động", 10, "lao động"),
        ("có từ hai thành viên trở lên", 2, "thành viên"),
        ("hạn hai mươi mốt ngày làm việc", 21, "ngày"),
        ("cho một trăm linh năm người", 105, "người"),
        ("cho một trăm hai mươi lăm người", 125, "người"),
        ("nộp trong 02 (hai) ngày kể từ ngày ký", 2, "ngày"),
    ],
)
def test_a_period_and_a_limit_in_words_are_figures_with_their_unit(text: str, value: int, unit: str) -> None:
    assert [(one.value, one.unit) for one in quantities(text)] == [(Decimal(value), unit)]


@pytest.mark.parametrize(
    "text",
    ["một số việc", "hai bên ký kết", "hàng năm tháng ba", "trong năm ngày lễ", "từ hai phía", "trên một địa bàn"],
)
def test_other_number_words_count_nothing(text: str) -> None:
    assert [one.unit for one in quantities(text) if one.unit != "tháng"] == []


def test_a_number_word_stands_where_it_is_written() -> None:
    text = "thời hạn mười lăm ngày"
    (found,) = quantities(text)
    assert (text[found.start : found.end], found.written) == ("mười lăm ngày", "mười lăm")


def test_figures_are_looked_up_in_digits_and_told_once() -> None:
    assert in_digits("02 (hai) ngày, rồi bảy ngày") == "02 ngày, rồi 7 ngày"
    assert told_once("5 (năm) năm (tính theo năm)") == "5 năm (tính theo năm)"


def test_what_a_scan_left_of_a_number_still_is_a_figure() -> None:
    assert in_digits("ít nhất mườl lăm ngày trước") == "ít nhất mườl 5 ngày trước"
    assert quantities("ít nhất mườl lăm ngày trước") == []
