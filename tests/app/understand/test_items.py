"""An ordinal means an item of the list that was answered last, by what the item is called."""

import pytest

from app.understand.items import items_of, with_item_named

SOURCES = "Tổng vốn là 60 tỷ đồng, gồm: ngân sách tỉnh 40 tỷ đồng, ngân sách huyện 20 tỷ đồng. [1]"


@pytest.mark.parametrize(
    ("reply", "items"),
    [
        (SOURCES, ["ngân sách tỉnh", "ngân sách huyện"]),
        ("“Xây cầu với kinh phí 3 tỷ đồng”; “mua máy gặt, máy cày” (mục II).", ["Xây cầu", "mua máy gặt, máy cày"]),
        ("Nhật Bản 19 người, Đài Loan 17 người. [2]", ["Nhật Bản", "Đài Loan"]),
        ("Có 62 trạm, trong đó Sơn Khê 41 trạm, Đông Mạc 21 trạm; các xã chưa có. [1]", ["Sơn Khê", "Đông Mạc"]),
        ("Trồng 15 ha hoa, đạt 90 % kế hoạch. [1]", []),
        ("“Năm 2022, quận hỗ trợ huyện” (mục I.7).", []),
    ],
)
def test_a_list_is_told_from_a_sentence_with_commas(reply: str, items: list[str]) -> None:
    assert items_of(reply) == items


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("nguồn thứ hai bao nhiêu?", "Ngân sách huyện bao nhiêu?"),
        ("khoản đầu tiên để làm gì?", "Ngân sách tỉnh để làm gì?"),
        ("cái cuối là gì?", "Ngân sách huyện là gì?"),
    ],
)
def test_an_ordinal_is_exchanged_for_its_item(question: str, meant: str) -> None:
    assert with_item_named(question, [SOURCES], "Tổng vốn gồm những nguồn nào?") == meant


def test_a_bare_ordinal_asks_what_was_asked_of_another_item() -> None:
    assert with_item_named("còn khoản sau?", [SOURCES, "40 tỷ đồng."], "Ngân sách tỉnh bao nhiêu?") == (
        "Ngân sách huyện bao nhiêu?"
    )


@pytest.mark.parametrize("question", ["cái thứ năm là gì?", "nước thứ hai mấy người?", "huyện nào?"])
def test_what_the_list_does_not_have_is_left_as_it_is(question: str) -> None:
    assert with_item_named(question, [SOURCES], "Tổng vốn gồm gì?") is None
