"""Short forms of chats are written out; abbreviations in capitals, units and codes are not theirs."""

import pytest

from app.understand.chat_style import written_in_full


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("giải dc tổ chức ntn?", "giải được tổ chức như thế nào?"),
        ("cty nào hỗ trợ j", "công ty nào hỗ trợ gì"),
        ("sl vắc xin hn cấp", "số lượng vắc xin Hà Nội cấp"),
    ],
)
def test_short_forms_are_written_out(typed: str, meant: str) -> None:
    assert written_in_full(typed) == meant


@pytest.mark.parametrize("text", ["VN, DC, HN", "5 k", "2923/k-sl", "ok", "Jk"])
def test_others_stay(text: str) -> None:
    assert written_in_full(text) == text


def test_vn_is_the_country_unless_it_is_a_slip_of_a_word_with_what_follows() -> None:
    assert written_in_full("hàng vn xuất đi đâu") == "hàng Việt Nam xuất đi đâu"
    assert written_in_full("giao thông vn tải") == "giao thông vn tải"
