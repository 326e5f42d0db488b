"""A figure that the quotes lack must be worked out from figures of its sentence, where a result stands."""

import pytest

from app.check.reading import read
from app.check.worked_out import is_worked_out
from app.understand.lexicon import Lexicon


@pytest.mark.parametrize(
    ("sentence", "result", "right"),
    [
        ("Có 78,7 ha và 32,8 ha, chênh lệch 45,9 ha.", "45,9", True),  # 78.7 - 32.8
        ("Có 78,7 ha và 32,8 ha, chênh lệch 46,9 ha.", "46,9", False),
        ("Có 78,7 ha và 32,8 ha, chênh lệch 111,5 ha.", "111,5", False),  # the sum is no difference
        ("Tổng cộng 111,5 ha (78,7 + 32,8).", "111,5", True),
        ("32 chuyến − 27 chuyến = 5 chuyến", "5", True),
        ("32 chuyến − 27 chuyến = 6 chuyến", "6", False),
        ("Thành phố 45,9 ha, huyện 32,8 ha, chênh lệch 78,7 ha.", "45,9", False),  # not where a result stands
        ("Tổng cộng 111,5 kg gồm 78,7 ha và 32,8 ha.", "111,5", False),  # another unit
        ("320 triệu đồng cho 4 nhà, trung bình 80 triệu đồng.", "80", True),
        ("78,7/115 ≈ 68,4%.", "68,4", True),
        ("103.088 con : 79 chuyến ≈ 1.305 con mỗi chuyến", "1.305", True),  # 1304.91 as exact as it is written
        ("300 con - 08 con = 292 kg", "292", False),  # another unit
        ("Có 100 ha, gấp 4 lần so với 25 ha.", "4", True),
        ("25 ha trong 200 ha, chiếm 12,5 %.", "12,5", True),
        ("Ba môn: Toán, Vật lý, Sinh học.", "Ba", True),
        ("Bốn môn: Toán, Vật lý, Sinh học.", "Bốn", False),
    ],
)
def test_a_result_follows_from_the_other_figures(
    sentence: str, result: str, right: bool, small_lexicon: Lexicon
) -> None:
    figures = read(sentence, small_lexicon).figures
    (figure,) = [each for each in figures if each.said == result]
    others = [each for each in figures if each is not figure]
    assert is_worked_out(figure, others, sentence) == right
