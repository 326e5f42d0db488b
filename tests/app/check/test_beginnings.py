"""How much of a sentence that is being written can stand alone."""

import pytest

from app.check.beginnings import showable


@pytest.mark.parametrize(
    ("beginning", "shown"),
    [
        ("Huyện Tam Đường có", ""),  # three words, and the last of them may be half a name
        ("Huyện Tam Đường có 32,8", "Huyện Tam Đường có"),
        ("Huyện Tam Đường có 32,8 ha", "Huyện Tam Đường có"),
        ("Huyện Tam Đường có 32,8 ha hoa", "Huyện Tam Đường có 32,8 ha"),
        ("Quận hỗ trợ 425 triệu đồng", "Quận hỗ trợ"),
        ("Quận hỗ trợ 425 triệu đồng để", "Quận hỗ trợ 425 triệu đồng"),
        ("Có tổng cộng ba bệnh", "Có tổng cộng"),
        ("Sự kiện này chưa được", "Sự kiện này"),
        ("Trong năm 2022, tỉnh", "Trong năm 2022,"),
        ("Trong năm 2022, tỉnh đã trồng rất nhiều", "Trong năm 2022,"),
        ("Tam Đường có hoa (32,8 ha", "Tam Đường có hoa"),
        ("Tập huấn về “Chuyển đổi số trong", "Tập huấn về"),
        ('Tập huấn về "Chuyển đổi số" trong tỉnh', 'Tập huấn về "Chuyển đổi số" trong'),
        ("Có hai", ""),
        ("", ""),
    ],
)
def test_a_beginning_is_cut_where_nothing_is_cut_in_two(beginning: str, shown: str) -> None:
    assert showable(beginning) == shown
