"""The value of a year before, from a change that is told, and how much changed where both values are told."""

from dataclasses import replace

import pytest

from app.models import Citation
from app.understand.lexicon import Lexicon
from app.write.compute import compute
from app.write.computing.earlier import Frame
from app.write.computing.operands import figures_of
from app.write.computing.told_changes import changes_in
from tests.app.write.working_out import worked_out as of_one_year

YEAR = Frame("2024", part=False, own=" bao cao tinh hinh nam 2024 ")
NINE_MONTHS = Frame("2024", part=True, own=" bao cao 9 thang dau nam 2024 ")
CRASHES = (
    "Xảy ra 18 vụ tai nạn, làm 09 người chết, 14 người bị thương; so với cùng kỳ giảm 05 vụ nhưng tăng 01 người chết."
)
STORMS = "Xảy ra 21 đợt mưa lớn, nhiều hơn năm 2023 là 03 đợt."
INCOME = "Thu nhập bình quân đầu người đạt 31,5 triệu đồng/năm, tăng 2,5 triệu đồng so với năm 2023."
TEACHERS = "Cử 38 giáo viên (21 giáo viên Toán, 17 giáo viên Tin học), thêm 12 người so với năm học trước."
NETWORK = "139/142 thôn được phủ sóng, đạt 97,9%, tăng 06 thôn so với cuối năm 2023."
SHOPS = "Mở 86 gian hàng (tăng 31 gian so với cuối năm 2023)."
VISITORS = "Đón 500 lượt khách, tăng 25% so với năm 2023 (400 lượt)."
CALLS = "Hội chẩn: thực hiện 286 ca, trong đó cấp cứu 61 ca; năm 2023 có 174 ca."
DEATHS = "Lũ làm 04 người chết, 07 người bị thương; năm 2023 là 09 người chết và 02 người mất tích."


def worked_out(question: str, quote: str, quoted: Citation, lexicon: Lexicon, when: Frame = YEAR) -> str | None:
    return of_one_year(question, quote, quoted, lexicon, when)


@pytest.mark.parametrize(
    ("question", "quote", "when", "shown"),
    [
        ("9 tháng năm ngoái có bao nhiêu vụ tai nạn?", CRASHES, NINE_MONTHS, "18 + 5 = 23 vụ"),
        ("Cùng kỳ năm trước bao nhiêu người chết?", CRASHES, NINE_MONTHS, "9 − 1 = 8 người"),
        ("Năm 2023 có bao nhiêu đợt mưa lớn?", STORMS, YEAR, "21 − 3 = 18 đợt"),
        ("Năm ngoái có bao nhiêu đợt mưa lớn?", STORMS, YEAR, "21 − 3 = 18 đợt"),
        ("Thu nhập bình quân đầu người năm ngoái là bao nhiêu?", INCOME, YEAR, "31,5 − 2,5 = 29 triệu đồng/năm"),
        ("Năm học trước cử bao nhiêu giáo viên?", TEACHERS, YEAR, "38 − 12 = 26 người"),
        ("Cuối năm 2023 có bao nhiêu thôn được phủ sóng?", NETWORK, YEAR, "139 − 6 = 133 thôn"),
        ("Cuối năm 2023 mở bao nhiêu gian hàng?", SHOPS, YEAR, "86 − 31 = 55 gian hàng"),
        ("Số ca hội chẩn năm 2024 tăng bao nhiêu ca so với năm trước?", CALLS, YEAR, "286 − 174 = 112 ca"),
        ("Số người chết giảm bao nhiêu người so với năm 2023?", DEATHS, YEAR, "9 − 4 = 5 người"),
        ("Số khách tăng bao nhiêu lượt so với năm 2023?", VISITORS, YEAR, "500 − 400 = 100 lượt"),
    ],
)
def test_the_value_of_the_year_before_and_the_change_since(
    quoted: Citation, lexicon: Lexicon, question: str, quote: str, when: Frame, shown: str
) -> None:
    assert worked_out(question, quote, quoted, lexicon, when) == shown


@pytest.mark.parametrize(
    ("question", "quote", "when"),
    [
        ("9 tháng năm 2022 có bao nhiêu vụ tai nạn?", CRASHES, NINE_MONTHS),
        ("Cùng kỳ năm trước bao nhiêu người bị thương?", CRASHES, NINE_MONTHS),
        ("Năm 2023 có bao nhiêu vụ tai nạn?", CRASHES, NINE_MONTHS),  # the report knows nine months of it
        ("Năm 2022 có bao nhiêu đợt mưa lớn?", STORMS, YEAR),
        ("Năm ngoái có bao nhiêu trận động đất?", STORMS, YEAR),
        ("Năm trước cử bao nhiêu bác sĩ?", TEACHERS, YEAR),
        ("Năm 2023 đón bao nhiêu lượt khách?", VISITORS, YEAR),  # told as it is
        ("Năm 2022 và 2023 có bao nhiêu đợt mưa lớn?", STORMS, YEAR),
        ("Số ca hội chẩn tăng bao nhiêu ca so với năm 2020?", CALLS, YEAR),
        ("Số người mất tích giảm bao nhiêu người so với năm 2023?", "Có 04 người chết; năm 2023 là 09 người.", YEAR),
    ],
)
def test_of_another_year_or_thing_nothing_is_worked_out(
    quoted: Citation, lexicon: Lexicon, question: str, quote: str, when: Frame
) -> None:
    assert worked_out(question, quote, quoted, lexicon, when) is None


def test_a_change_is_of_the_last_figure_of_its_kind_and_carried_on_by_and(quoted: Citation) -> None:
    told = changes_in(figures_of(replace(quoted, quote=CRASHES)))
    assert [(one.value.quantity.written, one.by.quantity.written, one.rose) for one in told] == [
        ("18", "05", False),
        ("09", "01", True),
    ]


def test_a_footnote_that_opens_with_a_change_tells_of_the_figure_in_the_sentence_with_its_mark(
    quoted: Citation, lexicon: Lexicon
) -> None:
    note = replace(quoted, quote="Tăng 04 vụ so với năm 2023.", footnote="5")
    sentence = replace(quoted, quote="Xảy ra 11 vụ cháy rừng.", marker=2)
    found = compute("Năm 2023 xảy ra bao nhiêu vụ cháy rừng?", [note, sentence], lexicon, YEAR)
    assert str(found) == "11 − 4 = 7 vụ"
