"""How official documents name what they cite."""

from dataclasses import replace

import pytest

from app.export.decree import full_form, places, short_form, unit
from app.export.plain import as_text
from corpus.library import Library, open_library
from corpus.models import Report
from tests.fakes import answered, cite

ROSES = "huyện Tam Đường 32,8 ha"
CARRIERS = "03 đơn vị vận tải của thành phố Hà Nội"


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library()


@pytest.fixture
def report(library: Library) -> Report:
    return library.reports[0]


def test_the_first_mention_names_type_number_date_issuer_and_subject(report: Report) -> None:
    assert full_form(report) == (
        "Báo cáo số …/BC-UBND ngày … tháng 02 năm 2023 của Ủy ban nhân dân tỉnh Lai Châu về kết quả hợp tác giữa "
        "tỉnh Lai Châu và thành phố Hà Nội năm 2022"
    )


@pytest.mark.parametrize(
    ("number", "sign", "form"),
    [
        ("15", "BC-UBND", "Báo cáo số 15/BC-UBND"),
        ("15/BC-UBND", "BC-UBND", "Báo cáo số 15/BC-UBND"),
        (None, "BC-UBND", "Báo cáo số …/BC-UBND"),
        (None, None, "Báo cáo"),
    ],
)
def test_a_later_mention_names_type_and_number(report: Report, number: str, sign: str, form: str) -> None:
    metadata = replace(report.metadata, number=number, sign=sign)
    assert short_form(replace(report, metadata=metadata)) == form


@pytest.mark.parametrize(
    ("issued_on", "said"),
    [("2023-02-05", "ngày 05 tháng 02 năm 2023"), ("2023-10-31", "ngày 31 tháng 10 năm 2023"), ("2023", "năm 2023")],
)
def test_a_date_is_written_out(report: Report, issued_on: str, said: str) -> None:
    dated = replace(report, metadata=replace(report.metadata, issued_on=issued_on))
    assert f"/BC-UBND {said} của" in full_form(dated)


def test_units_are_named_from_the_smallest_up(report: Report) -> None:
    assert unit(report, "I.3", "4") == "khoản 3 mục I, chú thích 4"
    assert unit(report, "II", None) == "mục II"
    assert unit(report, "header", None) == "phần mở đầu"


def test_only_the_first_mention_of_a_report_is_full(library: Library, report: Report) -> None:
    cited = [cite(report, ROSES), cite(report, CARRIERS, 2)]
    assert list(places(cited, library)) == [
        f"{full_form(report)}, khoản 3 mục I",
        "Báo cáo số …/BC-UBND, khoản 2 mục I, chú thích 2",
    ]


def test_a_copied_answer_carries_its_sources_and_quotes(library: Library, report: Report) -> None:
    answer = answered("32,8 ha [1].", cite(report, ROSES))
    assert as_text(answer, library) == (
        f"32,8 ha [1].\n\nNguồn:\n[1] {full_form(report)}, khoản 3 mục I: “huyện Tam Đường 32,8 ha”"
    )
    assert as_text(answered("Không nêu."), library) == "Không nêu."
