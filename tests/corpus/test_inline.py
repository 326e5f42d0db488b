"""Inline marks go, the words stay, and each mark of a footnote is found where it stood."""

import pytest

from corpus.inline import Inline, Mark, Removed, clean
from corpus.traced import trace


def cleaned(line: str) -> Inline:
    """Clean one line of source."""
    return clean(trace(line))


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("**1. Mục**", "1. Mục"),
        ("*nghiêng* và ***đậm nghiêng***", "nghiêng và đậm nghiêng"),
        ("**đậm *lồng* nhau**", "đậm lồng nhau"),
        ("chủ đề “*Vươn xa*”", "chủ đề “Vươn xa”"),
        ("[laichau.vn](http://laichau.vn)", "laichau.vn"),
        ("dòng một<br>dòng hai<br/>dòng ba", "dòng một dòng hai dòng ba"),
        (r"2022\. Số \*", "2022. Số *"),
    ],
)
def test_layout_marks_are_taken_out(line: str, text: str) -> None:
    assert cleaned(line).text.text == text


@pytest.mark.parametrize(
    "line",
    [
        "5 * 3 = 15",
        "khổ 5*3 m, 2*4*6 cm",
        "số liệu ước tính (*), chưa gồm vốn vay (**)",
        "* chưa có dấu đóng",
        "tên_tệp_dài.md",
        "<script>alert('x')</script> <b>đậm</b> & 5 < 6",
        "[không phải liên kết] (ghi chú)",
        "x<sup>n</sup>",
        "",
    ],
)
def test_what_only_looks_like_layout_stays(line: str) -> None:
    assert cleaned(line) == Inline(trace(line), (), ())


@pytest.mark.parametrize("mark", ["<sup>12</sup>", "<sup> 12 </sup>", "<sup>[12]</sup>", "[^12]"])
def test_a_footnote_mark_is_found_at_the_character_where_it_stood(mark: str) -> None:
    line = cleaned(f"Hà Nội{mark}, cơ bản")
    assert line.text.text == "Hà Nội, cơ bản"
    assert line.marks == (Mark("12", 6),)


def test_two_marks_in_a_line_are_counted_in_the_cleaned_text() -> None:
    line = cleaned("**a**<sup>1</sup> b<sup>2</sup>")
    assert line.text.text == "a b"
    assert line.marks == (Mark("1", 1), Mark("2", 3))


@pytest.mark.parametrize("unit", ["120 m", "120m", "ha/km", "(m", "tấn/dm"])
def test_a_raised_two_or_three_after_a_unit_is_an_exponent(unit: str) -> None:
    line = cleaned(f"{unit}<sup>2</sup> đất")
    assert line.text.text == f"{unit}2 đất"
    assert line.marks == ()


def test_a_raised_number_after_a_word_that_ends_in_m_is_a_footnote_mark() -> None:
    assert cleaned("trong năm<sup>2</sup>").marks == (Mark("2", 9),)
    assert cleaned("rộng 5 m<sup>4</sup>").marks == (Mark("4", 8),)


def test_each_removal_says_what_stood_where() -> None:
    # The stars stand at 2 to 4 and 7 to 9 of the source, at 2 and 5 of the cleaned line.
    assert cleaned("a **bcd** e").removed == (Removed(2, 4, 2, "**"), Removed(7, 9, 5, "**"))


def test_the_kept_characters_lead_back_to_the_source() -> None:
    line = "xem [trang](http://a.vn)<sup>1</sup> và **đậm**"
    text = cleaned(line).text
    assert "".join(line[offset] for offset in text.offsets) == text.text == "xem trang và đậm"
