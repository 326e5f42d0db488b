"""All the money that norms come to: number by norm, summed; none where a count or the period is in doubt."""

from dataclasses import replace

import pytest

from app.models import Citation
from app.understand.lexicon import Lexicon
from app.write.compute import compute

HOUSES = "Làm 10 nhà xây mới (50 triệu đồng/nhà) và 4 nhà sửa chữa (20 triệu đồng/nhà)."
COUNTS, NORMS = (
    "Xóa 14 nhà tạm (10 nhà xây mới, 4 nhà sửa chữa).",
    "Mức 50 triệu đồng/nhà xây mới, 20 triệu đồng/nhà sửa chữa.",
)
VILLAGES = "Có 30 thôn được cấp 40 triệu đồng/thôn/năm."
RENT = "Hỗ trợ tiền thuê nhà 500.000 đồng/người/tháng cho 20 người."


@pytest.mark.parametrize(
    ("question", "quotes", "shown"),
    [
        ("Tổng tiền hỗ trợ nhà là bao nhiêu?", [HOUSES], "10 × 50 + 4 × 20 = 580 triệu đồng"),
        ("Theo định mức thì tiền nhà là bao nhiêu triệu đồng?", [NORMS, COUNTS], "10 × 50 + 4 × 20 = 580 triệu đồng"),
        ("30 thôn nhận tổng cộng bao nhiêu tiền mỗi năm?", [VILLAGES], "30 × 40 = 1.200 triệu đồng/năm"),
        ("Mỗi tháng tổng tiền thuê nhà là bao nhiêu?", [RENT], "20 × 500.000 = 10.000.000 đồng/tháng"),
    ],
)
def test_number_by_norm(quoted: Citation, lexicon: Lexicon, question: str, quotes: list[str], shown: str) -> None:
    citations = [replace(quoted, quote=quote, marker=marker) for marker, quote in enumerate(quotes, 1)]
    assert str(compute(question, citations, lexicon)) == shown


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Mỗi nhà xây mới được bao nhiêu tiền?", HOUSES),
        ("Tổng tiền thuê nhà là bao nhiêu?", RENT),  # for how many months?
        ("Tổng cộng có bao nhiêu thôn?", VILLAGES),
        ("Tổng tiền là bao nhiêu?", "Có 30 thôn được cấp 40 triệu đồng/thôn, tổng kinh phí 1.100 triệu đồng."),
        ("Tổng tiền là bao nhiêu?", "Mức 40 triệu đồng/thôn; 12 xã có 5 hợp tác xã."),
    ],
)
def test_a_norm_without_its_count_or_beside_other_money_comes_to_nothing(
    quoted: Citation, lexicon: Lexicon, question: str, quote: str
) -> None:
    assert compute(question, [replace(quoted, quote=quote)], lexicon) is None
