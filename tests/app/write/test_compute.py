"""Sums that a question asks for, from figures of one quote; where an operand is in doubt, none."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.models import Citation
from app.understand.lexicon import Lexicon
from app.understand.reckoning import asked_operation, asks_percent
from app.write.compute import compute
from app.write.computing.operands import figures_of, is_total
from tests.app.write.working_out import worked_out

ROSES = "với diện tích 115 ha (thành phố Lai Châu 78,7 ha; huyện Tam Đường 32,8 ha; huyện Tân Uyên 3,5 ha)"
TRIPS = "Số chuyến xe tăng từ 27 chuyến/ngày năm 2021 lên 32 chuyến/ngày năm 2022"
BY_PERCENT = "120 : (100 + 20) × 100 = 100 tỷ đồng"
MIXED = "1,2 tỷ đồng − 300 triệu đồng = 900 triệu đồng"
CLASSES = "Mở 05 lớp kỹ năng cho 80 học viên (cán bộ: 03 lớp = 30 học viên; thành viên tổ: 02 lớp = 50 học viên)."
PAID = "Phân bổ 86 tỷ đồng; đến ngày 20/12/2024 mới giải ngân 59,5 tỷ đồng."
UNITS = "08 đơn vị vận tải của Lai Châu và 03 đơn vị vận tải của thành phố Hà Nội."


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("Tam Đường hơn Tân Uyên bao nhiêu ha?", "difference"),
        ("Tăng bao nhiêu chuyến?", "difference"),
        ("Chênh lệch bao nhiêu?", "difference"),
        ("Tổng cộng bao nhiêu ha?", "sum"),
        ("Cả Tam Đường và Tân Uyên có bao nhiêu ha?", "sum"),
        ("Gấp mấy lần?", "ratio"),
        ("Trung bình một ngôi nhà bao nhiêu tiền?", "average"),
        ("Mỗi chuyến chở bao nhiêu khách?", "average"),
        ("Mỗi ngày có bao nhiêu chuyến?", None),
        ("Tân Uyên chiếm bao nhiêu phần trăm diện tích?", "share"),
        ("Số chuyến tăng bao nhiêu phần trăm?", "change"),
        ("Còn bao nhiêu tiền chưa giải ngân?", "remainder"),
        ("Năm 2021 có bao nhiêu chuyến?", "earlier"),
        ("Có bao nhiêu đơn vị?", None),
        ("Ai hơn ai?", None),
        ("Tổng kết ra sao?", None),
    ],
)
def test_what_a_question_wants_worked_out(question: str, operation: str | None) -> None:
    assert asked_operation(question) == operation


@pytest.mark.parametrize(
    ("question", "quote", "shown"),
    [
        ("Tam Đường hơn Tân Uyên bao nhiêu ha?", ROSES, "32,8 − 3,5 = 29,3 ha"),
        ("Tân Uyên ít hơn Tam Đường bao nhiêu ha?", ROSES, "32,8 − 3,5 = 29,3 ha"),
        ("Tổng diện tích của Tam Đường và Tân Uyên là bao nhiêu ha?", ROSES, "32,8 + 3,5 = 36,3 ha"),
        ("Diện tích ở Tam Đường gấp mấy lần Tân Uyên?", ROSES, "32,8 : 3,5 ≈ 9,37 lần"),  # 9.3714
        ("Tân Uyên chiếm bao nhiêu phần trăm tổng diện tích?", ROSES, "3,5 : 115 × 100 ≈ 3,04 %"),  # 3.0435
        ("Trong 115 ha, Tam Đường chiếm mấy phần trăm?", ROSES, "32,8 : 115 × 100 ≈ 28,5 %"),  # 28.5217
        ("Số chuyến xe tăng bao nhiêu phần trăm?", TRIPS, "(32 − 27) : 27 × 100 ≈ 18,5 %"),  # 18.5185
        ("Bao nhiêu phần trăm trường học có thư viện?", "Có 18/24 trường học có thư viện.", "18 : 24 × 100 = 75 %"),
        ("Còn bao nhiêu trường chưa có thư viện?", "Có 18/24 trường có thư viện.", "24 − 18 = 6 trường"),
        ("Mỗi chuyến chở bao nhiêu con?", "Chở 90 con gà/6 chuyến và 50 kg thịt/5 chuyến.", "90 : 6 = 15 con"),
        ("Mỗi lớp kỹ năng có bao nhiêu học viên?", CLASSES, "80 : 5 = 16 học viên"),
        ("Bình quân một lớp thành viên tổ có bao nhiêu học viên?", CLASSES, "50 : 2 = 25 học viên"),
        ("Bình quân một lớp bao nhiêu học viên?", "Mở 03 lớp = 100 học viên.", "100 : 3 ≈ 33,33 học viên"),
        ("Năm 2021 có bao nhiêu vụ vi phạm?", "Phát hiện 36 vụ vi phạm, giảm 4 vụ so với năm 2021.", "36 + 4 = 40 vụ"),
        ("Doanh thu năm 2021 là bao nhiêu?", "Doanh thu đạt 120 tỷ đồng, tăng 20% so với năm 2021.", BY_PERCENT),
        ("Số vụ giảm bao nhiêu phần trăm?", "Có 36 vụ, giảm 4 vụ so với năm 2021.", "4 : (36 + 4) × 100 = 10 %"),
        ("Còn bao nhiêu tiền chưa giải ngân?", PAID, "86 − 59,5 = 26,5 tỷ đồng"),
        ("Sở hơn trường bao nhiêu tiền?", "Sở góp 1,2 tỷ đồng; trường góp 300 triệu đồng.", MIXED),
        ("Trung bình mỗi hộ bao nhiêu tiền?", "Chi 14 tỷ đồng cho 4.000 hộ.", "14 tỷ đồng : 4.000 = 3,5 triệu đồng"),
        ("Xã A hơn xã B bao nhiêu ha?", "Xã A hơn 90 ha; xã B 30 ha.", "hơn 90 − 30 ≈ 60 ha"),
        ("Số chuyến xe tăng bao nhiêu?", TRIPS, "32 − 27 = 5 chuyến/ngày"),
        ("Lai Châu nhiều hơn Hà Nội bao nhiêu đơn vị vận tải?", UNITS, "8 − 3 = 5 đơn vị"),
        ("Tổng số đơn vị vận tải của Lai Châu và Hà Nội là bao nhiêu?", UNITS, "8 + 3 = 11 đơn vị"),
        (
            "Trung bình một ngôi nhà bao nhiêu tiền?",
            "Xây 04 ngôi nhà với tổng kinh phí 320 triệu đồng",
            "320 : 4 = 80 triệu đồng",
        ),
    ],
)
def test_the_result_and_how_it_came_about(
    quoted: Citation, lexicon: Lexicon, question: str, quote: str, shown: str | None
) -> None:
    assert worked_out(question, quote, quoted, lexicon) == shown


def test_a_result_names_the_citation_that_holds_its_figures(quoted: Citation, lexicon: Lexicon) -> None:
    other, trips = replace(quoted, quote="Hoa hồng."), replace(quoted, quote=TRIPS, marker=2)
    found = compute("Số chuyến xe tăng bao nhiêu?", [other, trips], lexicon)
    assert found is not None
    assert (found.markers, found.result, found.unit) == ((2,), Decimal(5), "chuyến/ngày")


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Có bao nhiêu ha?", ROSES),
        ("Tam Đường hơn Tân Uyên bao nhiêu?", "Trồng nhiều hoa hồng."),
        ("Tam Đường hơn Tân Uyên bao nhiêu ha?", "Tam Đường 32,8 ha."),
        ("Tam Đường hơn Phong Thổ bao nhiêu ha?", ROSES),
        ("Tam Đường hơn Tân Uyên bao nhiêu người?", ROSES),
        ("Tam Đường hơn Tân Uyên bao nhiêu ha?", "Tam Đường, Tân Uyên 32,8 ha và 3,5 ha"),
        ("Trung bình một ngôi nhà bao nhiêu tiền?", "Xây 04 ngôi nhà hết 320 triệu đồng và 105 triệu đồng"),
        ("Trung bình mỗi vụ thiệt hại là bao nhiêu?", "Khởi tố 05 vụ, 07 bị can."),
        ("Tân Uyên chiếm bao nhiêu phần trăm?", "Tân Uyên 3,5 ha, chiếm 3%; Tam Đường 32,8 ha."),
        ("Diện tích lúa năm 2021 là bao nhiêu?", "Sản lượng lúa đạt 50 tấn, giảm 2% so với năm 2021."),
        ("Năm 2020 có bao nhiêu vụ?", "Phát hiện 36 vụ, giảm 4 vụ so với năm 2021."),
        ("Còn bao nhiêu tiền chưa giải ngân?", "Phân bổ 9 tỷ đồng, đã giải ngân 7 tỷ đồng, còn 2 tỷ đồng."),
    ],
)
def test_where_an_operand_is_missing_or_in_doubt_nothing_is_worked_out(
    quoted: Citation, lexicon: Lexicon, question: str, quote: str
) -> None:
    assert worked_out(question, quote, quoted, lexicon) is None


def test_without_a_quote_nothing_is_worked_out(lexicon: Lexicon) -> None:
    assert compute("Tăng bao nhiêu?", [], lexicon) is None


def test_nothing_is_divided_by_zero(quoted: Citation, lexicon: Lexicon) -> None:
    assert (
        worked_out("Trung bình một ngôi nhà bao nhiêu tiền?", "Xây 0 ngôi nhà hết 5 triệu đồng", quoted, lexicon)
        is None
    )


def test_a_total_is_the_sum_of_the_figures_after_it(quoted: Citation) -> None:
    total, *parts = figures_of(replace(quoted, quote=ROSES))  # 78,7 + 32,8 + 3,5 = 115
    assert is_total(total, [total, *parts])
    assert not is_total(parts[0], [total, *parts])


def test_figures_of_another_unit_are_no_parts_of_a_total(quoted: Citation) -> None:
    total, *parts = figures_of(replace(quoted, quote="10 ha: 4 ha, 6 con"))
    assert not is_total(total, parts)


def test_a_part_and_its_whole_may_stand_in_two_quotes(quoted: Citation, lexicon: Lexicon) -> None:
    parts = replace(quoted, quote="08 đơn vị của Lai Châu và 03 đơn vị của Hà Nội.")
    whole = replace(quoted, quote="Có 11 đơn vị khai thác.", marker=2)
    found = compute("Lai Châu chiếm bao nhiêu phần trăm?", [parts, whole], lexicon)
    assert found is not None
    assert (str(found), found.markers) == ("8 : 11 × 100 ≈ 72,7 %", (1, 2))


def test_only_shares_and_changes_are_asked_in_percent() -> None:
    assert asks_percent("Tân Uyên chiếm bao nhiêu phần trăm?")
    assert not asks_percent("Tân Uyên có bao nhiêu ha?")


LEVELS = (
    "Tập huấn trực tiếp: 03 lớp = 90 học viên (Mầm non: 02 lớp = 30 học viên, tiểu học: 01 lớp = 60 học viên) cho xã."
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Trung bình một lớp mầm non có mấy học viên?", "30 : 2 = 15 học viên"),
        ("Trung bình mỗi lớp tập huấn trực tiếp có bao nhiêu học viên?", "90 : 3 = 30 học viên"),
        ("Học viên tiểu học chiếm mấy phần trăm số học viên tập huấn trực tiếp?", "60 : 90 × 100 ≈ 66,7 %"),
    ],
)
def test_what_is_said_of_a_total_holds_for_its_parts_and_a_share_is_of_what_is_named(
    question: str, expected: str, quoted: Citation, lexicon: Lexicon
) -> None:
    assert worked_out(question, LEVELS, quoted, lexicon) == expected
