"""Sums asked in everyday words: how much more than before, how much each gets, how much is not spent; never a guess."""

from dataclasses import replace

import pytest

from app.models import Citation
from app.understand.lexicon import Lexicon
from app.write.compute import compute

FERRIES = "Số chuyến phà tăng từ 14 chuyến/ngày năm 2021 lên 23 chuyến/ngày năm 2022 trên 03 tuyến."
POOR = "Số hộ nghèo giảm từ 950 hộ năm 2022 xuống 610 hộ năm 2023."
SCHOOLS = "Sửa 06 ngôi trường ở xã Đông với tổng kinh phí 540 triệu đồng."
BEES = "Đã hỗ trợ 250 hộ dân ven sông nuôi ong, trồng nấm với tổng kinh phí 5.000 triệu đồng."
TWO_SUMS = "Hỗ trợ 250 hộ với tổng kinh phí 5.000 triệu đồng, trong đó tổng số tiền 800 triệu đồng mua giống."
FUND = "Quỹ thu 54,2 tỷ đồng từ dịch vụ rừng, đã giải ngân 40,1 tỷ đồng cho 12 chủ rừng."
OFFICE = "Quỹ thu 54,2 tỷ đồng từ dịch vụ rừng, đã chi cục bộ 40,1 tỷ đồng."
TWO_FUNDS = "Quỹ A thu 54,2 tỷ đồng. Quỹ B đã giải ngân 40,1 tỷ đồng."


@pytest.mark.parametrize(
    ("question", "quote", "shown"),
    [
        ("So với 2021 thì mỗi ngày có thêm mấy chuyến phà?", FERRIES, "23 − 14 = 9 chuyến/ngày"),
        ("Năm 2022 nhiều hơn năm trước bao nhiêu chuyến phà?", FERRIES, "23 − 14 = 9 chuyến/ngày"),
        ("So với năm 2022 thì ít đi mấy hộ nghèo?", POOR, "950 − 610 = 340 hộ"),
        ("Hộ nghèo giảm mất bao nhiêu hộ?", POOR, "950 − 610 = 340 hộ"),
        ("Năm 2023 bớt được bao nhiêu hộ nghèo so với năm trước?", POOR, "950 − 610 = 340 hộ"),
        ("Chia đều ra thì mỗi căn trường ở xã Đông được bao nhiêu triệu?", SCHOOLS, "540 : 6 = 90 triệu đồng"),
        ("Mỗi ngôi trường được mấy triệu đồng?", SCHOOLS, "540 : 6 = 90 triệu đồng"),
        ("Trung bình mỗi hộ ven sông nhận hỗ trợ bao nhiêu?", BEES, "5.000 : 250 = 20 triệu đồng"),
        ("Bình quân mỗi hộ được bao nhiêu?", BEES, "5.000 : 250 = 20 triệu đồng"),
        ("Quỹ còn bao nhiêu tiền chưa chi ra?", FUND, "54,2 − 40,1 = 14,1 tỷ đồng"),
        ("Còn mấy tỷ đồng chưa giải ngân?", FUND, "54,2 − 40,1 = 14,1 tỷ đồng"),
    ],
)
def test_a_sum_asked_in_everyday_words_is_worked_out(
    quoted: Citation, lexicon: Lexicon, question: str, quote: str, shown: str
) -> None:
    assert str(compute(question, [replace(quoted, quote=quote)], lexicon)) == shown


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("So với 2019 thì mỗi ngày có thêm mấy chuyến phà?", FERRIES),
        ("So với 2021 thì có thêm mấy tuyến?", FERRIES),
        ("Có thêm mấy chuyến?", "Mở 05 chuyến, thêm 02 chuyến."),
        ("Chia đều ra thì mỗi căn hộ được bao nhiêu triệu?", BEES),
        ("Mỗi xã nhận bao nhiêu?", BEES),
        ("Trung bình mỗi hộ nhận hỗ trợ bao nhiêu?", TWO_SUMS),
        ("Trung bình mỗi hộ nhận hỗ trợ bao nhiêu?", "Hỗ trợ 250 hộ; thu ngân sách 800 triệu đồng."),
        ("Trung bình mỗi hộ có bao nhiêu triệu con?", BEES),
        ("Mỗi căn hộ được bao nhiêu?", "Hỗ trợ 100 hộ với tổng kinh phí 900 triệu đồng."),
        ("Quỹ còn bao nhiêu tiền chưa chi ra?", OFFICE),
        ("Quỹ còn bao nhiêu tiền chưa chi ra?", TWO_FUNDS),
        ("Còn bao nhiêu chủ rừng chưa chi?", FUND),
        ("Còn bao nhiêu tiền chưa thu?", FUND),
    ],
)
def test_in_everyday_words_too_a_doubtful_operand_gives_nothing(
    quoted: Citation, lexicon: Lexicon, question: str, quote: str
) -> None:
    assert compute(question, [replace(quoted, quote=quote)], lexicon) is None
