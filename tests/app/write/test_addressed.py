"""Of requests to several bodies those to the body that is named are meant; where none is singled out, all."""

import pytest

from app.write.addressed import addressed

TITLES = ["Với UBND tỉnh Đông Hà", "Đối với các sở, ngành", "Với Bộ Y tế và Bộ Tài chính"]
LINES = ["Đề nghị Bộ Y tế cấp vắc xin.", "Đề nghị UBND tỉnh bố trí vốn.", "Kiến nghị với Bộ Nội vụ giao biên chế."]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Kiến nghị với các sở những gì?", [1]),
        ("Kiến nghị gì với Bộ Y tế và BTC?", [2]),
        ("Xin UBND tỉnh những gì?", [0]),
        ("Nêu các kiến nghị", [0, 1, 2]),
    ],
)
def test_a_title_is_meant_whose_addressee_is_named(asked: str, meant: list[int]) -> None:
    assert addressed(asked, TITLES) == meant


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("Đề nghị Bộ Y tế những gì?", [0]), ("Đề nghị các bộ những gì?", [0, 2]), ("Có kiến nghị gì?", [0, 1, 2])],
)
def test_a_line_is_meant_whose_addressee_is_named(asked: str, meant: list[int]) -> None:
    assert addressed(asked, LINES) == meant
