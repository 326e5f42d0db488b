"""The "mấy" that means "những": another word of the question asks."""

import pytest

from app.understand.plural import with_plural_told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Cho xin mấy số điện thoại đường dây nóng", "Cho xin tên những số điện thoại đường dây nóng"),
        ("kể mấy chợ mới xây", "kể tên những chợ mới xây"),
        ("Kể giúp tên mấy chợ mới xây", "Kể giúp tên những chợ mới xây"),
        ("Mấy cầu treo là những cầu nào?", "những cầu treo là những cầu nào?"),
        ("Ở mấy trường nội trú học sinh ăn gì?", "Ở những trường nội trú học sinh ăn gì?"),
        ("Vì sao mấy dự án điện gió bị dừng?", "Vì sao những dự án điện gió bị dừng?"),
        ("Mấy con đường liên xã làm xong chưa?", "những con đường liên xã làm xong chưa?"),
        ("Trong mấy năm qua đã xây gì?", "Trong những năm qua đã xây gì?"),
        ("Tiền dùng vào mấy việc gì, mỗi việc bao nhiêu?", "Tiền dùng vào những việc gì, mỗi việc bao nhiêu?"),
        ("Quế trồng ở mấy xã nào?", "Quế trồng ở những xã nào?"),
        ("Ngành điện làm gì với mấy trạm biến áp?", "Ngành điện làm gì với những trạm biến áp?"),
    ],
)
def test_may_beside_another_asking_word_is_a_plural(question: str, told: str) -> None:
    assert with_plural_told(question) == told


@pytest.mark.parametrize(
    "question",
    [
        "Có mấy chợ, ở đâu?",
        "Mấy cầu treo được xây và là những cầu nào?",
        "Cho biết mấy xã có điện",
        "Mấy giờ chợ nào mở?",
        "Tỉnh xin mấy tỷ?",
        "Xin mấy tỷ cho việc gì?",
        "Xây mấy cầu treo?",
        "Mua thêm mấy máy gì đó?",
    ],
)
def test_may_that_counts_stays(question: str) -> None:
    assert with_plural_told(question) == question
