"""Sums that a question asks for, from figures of one quote; where an operand is in doubt, none."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.models import Citation
from app.understand.lexicon import Lexicon
from app.understand.quantities import quantities
from app.write.compute import asked_operation, compute, is_total
from corpus.library import Library
from tests.fakes import cite
from tests.small_library import COOPERATION_ID

ROSES = "với diện tích 115 ha (thành phố Lai Châu 78,7 ha; huyện Tam Đường 32,8 ha; huyện Tân Uyên 3,5 ha)"
TRIPS = "Số chuyến xe tăng từ 27 chuyến/ngày năm 2021 lên 32 chuyến/ngày năm 2022"
UNITS = "08 đơn vị vận tải của Lai Châu và 03 đơn vị vận tải của thành phố Hà Nội."


@pytest.fixture
def quoted(small: Library) -> Citation:
    return cite(small.report(COOPERATION_ID), "115 ha")


def worked_out(question: str, quote: str, quoted: Citation, lexicon: Lexicon) -> str | None:
    found = compute(question, [replace(quoted, quote=quote)], lexicon)
    return str(found) if found else None


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("Tam Đường hơn Tân Uyên bao nhiêu ha?", "difference"),
        ("Tăng bao nhiêu chuyến?", "difference"),
        ("Chênh lệch bao nhiêu?", "difference"),
        ("Tổng cộng bao nhiêu ha?", "sum"),
        ("Cả Tam Đường và Tân Uyên có bao nhiêu ha?", "sum"),
        ("Gấp mấy lần?", "ratio"),
        ("Trung bình một ngôi nhà bao nhiêu tiền?", "ratio"),
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
        ("Diện tích ở Tam Đường gấp mấy lần Tân Uyên?", ROSES, None),
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
    assert (found.marker, found.result, found.unit) == (2, Decimal(5), "chuyến/ngày")


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


def test_a_total_is_the_sum_of_the_figures_after_it() -> None:
    total, *parts = quantities(ROSES)  # 78,7 + 32,8 + 3,5 = 115
    assert is_total(total, parts)
    assert not is_total(parts[0], parts)


def test_figures_of_another_unit_are_no_parts_of_a_total() -> None:
    total, *parts = quantities("10 ha: 4 ha, 6 con")
    assert not is_total(total, parts)
