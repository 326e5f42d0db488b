"""What is left of a plan or a whole, and a whole without a part that is named; where either is in doubt, nothing."""

import pytest

from app.models import Citation
from app.understand.lexicon import Lexicon
from app.understand.reckoning import asked_operation, left_out
from tests.app.write.working_out import worked_out

STALLS = "Đã mở 05 phiên, trúng 120 quầy trên tổng số 200 quầy đưa ra đấu giá."
BUDGET = "Giải ngân vốn đến tháng 9 là 40,5 tỷ đồng trên kế hoạch 90 tỷ đồng."
TREES = "Trồng 300 cây, đã nghiệm thu 180 cây."
SCHOOLS = "Xã có 40 trường, trong đó 25 trường đạt chuẩn."
PLAN = "Dạy nghề cho 60 người, đạt 75% kế hoạch (80 người)."
FIELDS = "Đường phân bổ 50 tỷ đồng, giải ngân 30 tỷ đồng; chợ phân bổ 20 tỷ đồng, giải ngân 15 tỷ đồng."
HERDS = "Huyện nuôi 90 con (xã Đông 50 con; xã Tây 30 con; xã Nam 10 con)."
GOODS = "Bán 700 sản phẩm, tăng 5%, trong đó 200 sản phẩm mật ong."
STAFF = "Hiện có 96 người, trong đó lực lượng tuần tra 71 người."


@pytest.mark.parametrize(
    ("question", "quote", "shown"),
    [
        ("Chợ còn ế bao nhiêu quầy?", STALLS, "200 − 120 = 80 quầy"),
        ("Còn bao nhiêu tỷ vốn chưa tiêu?", BUDGET, "90 − 40,5 = 49,5 tỷ đồng"),
        ("Còn bao nhiêu cây chưa nghiệm thu?", TREES, "300 − 180 = 120 cây"),
        ("Có bao nhiêu trường chưa đạt chuẩn?", SCHOOLS, "40 − 25 = 15 trường"),
        ("Dạy nghề còn thiếu bao nhiêu người so với kế hoạch?", PLAN, "80 − 60 = 20 người"),
        ("Vốn chợ còn bao nhiêu chưa giải ngân?", FIELDS, "20 − 15 = 5 tỷ đồng"),
        ("Trừ xã Nam ra thì còn bao nhiêu con?", HERDS, "90 − 10 = 80 con"),
        ("Không kể xã Đông thì nuôi bao nhiêu con?", HERDS, "90 − 50 = 40 con"),
        ("Ngoài mật ong, còn bao nhiêu sản phẩm khác?", GOODS, "700 − 200 = 500 sản phẩm"),
        ("Ngoài lực lượng tuần tra, còn bao nhiêu người?", STAFF, "96 − 71 = 25 người"),
    ],
)
def test_what_is_left_is_worked_out(quoted: Citation, lexicon: Lexicon, question: str, quote: str, shown: str) -> None:
    assert worked_out(question, quote, quoted, lexicon) == shown


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Còn bao nhiêu quầy chưa đưa ra đấu giá?", STALLS),  # all 200 were put up
        ("Còn bao nhiêu phiên chưa mở?", STALLS),
        ("Còn bao nhiêu quầy chưa nộp thuế?", STALLS),
        ("Còn bao nhiêu cây chưa tưới?", TREES),
        ("Còn bao nhiêu trường chưa có điện?", SCHOOLS),
        ("Vốn trường học còn bao nhiêu chưa giải ngân?", FIELDS),
        ("Còn bao nhiêu tỷ vốn chưa tiêu?", "Chương trình mục tiêu 8 tỷ đồng; tổng vốn 90 tỷ đồng."),
        ("Dạy nghề còn thiếu bao nhiêu lớp so với kế hoạch?", PLAN),
        ("Trừ xã Bắc ra thì còn bao nhiêu con?", HERDS),
        ("Trừ xã Nam ra thì còn bao nhiêu ha?", HERDS),
        ("Ngoài mật ong, còn bao nhiêu gian hàng?", GOODS),
        ("Ngoài mật ong, còn bao nhiêu sản phẩm?", "Bán 700 sản phẩm. Có 200 sản phẩm mật ong."),
        ("Phòng trừ sâu bệnh được bao nhiêu con?", HERDS),
    ],
)
def test_what_may_be_left_of_something_else_is_not(
    quoted: Citation, lexicon: Lexicon, question: str, quote: str
) -> None:
    assert worked_out(question, quote, quoted, lexicon) is None


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Trừ phần của huyện Tân Uyên ra thì còn lại bao nhiêu ha?", "huyện tân uyên"),
        ("Ngoài tiền xây nhà, còn hỗ trợ bao nhiêu tiền nữa?", "xây nhà"),
        ("Số doanh nghiệp không thuộc Hà Nội là bao nhiêu?", "hà nội"),
        ("Bao nhiêu hồ sơ không nộp trực tuyến?", "nộp trực tuyến"),
        ("Ngoài ra còn bao nhiêu xã?", ""),
        ("Đi làm ở khu công nghiệp ngoài tỉnh có bao nhiêu người?", ""),
    ],
)
def test_what_a_question_leaves_out(question: str, part: str) -> None:
    assert left_out(question) == part


def test_what_is_added_up_is_no_remainder() -> None:
    assert asked_operation("Xã Đông và xã Tây cộng lại bao nhiêu hộ chưa có điện?") == "sum"
    assert asked_operation("Tổng cộng còn bao nhiêu hộ chưa có điện?") == "remainder"
