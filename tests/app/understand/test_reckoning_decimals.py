"""How many decimals a question wants of a result."""

import pytest

from app.understand.reckoning import asked_decimals


@pytest.mark.parametrize(
    ("question", "decimals"),
    [
        ("Trung bình mỗi xã mấy hộ, lấy một số lẻ sau dấu phẩy", 1),
        ("Bình quân bao nhiêu kg, lấy 2 chữ số thập phân?", 2),
        ("Trung bình mỗi lớp bao nhiêu em, làm tròn?", 0),
        ("Trung bình mỗi lớp bao nhiêu em?", None),
    ],
)
def test_decimals_are_said_or_left_open(question: str, decimals: int | None) -> None:
    assert asked_decimals(question) == decimals
