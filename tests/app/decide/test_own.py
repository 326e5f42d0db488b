"""What a report says once of itself holds for all its sentences."""

import pytest

from app.decide.own import own
from corpus.assemble import HEADER
from corpus.models import Metadata, Passage


def head(*lines: str) -> list[Passage]:
    return [Passage(f"p{i}", "bc", HEADER, None, f"p{i}", 0, len(one), one, "", None) for i, one in enumerate(lines)]


def metadata(title: str, issuer: str | None = None) -> Metadata:
    return Metadata(title, None, None, issuer, None, None, None, None, ())


def test_the_place_of_issue_is_whose_a_report_is_where_no_issuer_stands() -> None:
    said = own("Kết quả năm 2024", metadata("Kết quả năm 2024"), head("Vân Hạ, ngày 02 tháng 7 năm 2024"))
    assert " van ha " in said.names


def test_where_a_ministry_sits_is_no_place_of_its_report() -> None:
    said = own("Kết quả", metadata("Kết quả", "Bộ Công Thương"), head("Hà Nội, ngày 02 tháng 7 năm 2024"))
    assert " ha noi " not in said.names
    assert " bo cong thuong " in said.names


@pytest.mark.parametrize(
    ("title", "line", "ends"),
    [
        ("Kết quả", "Số liệu tính từ ngày 15/12/2023 đến hết ngày 15/5/2024 như sau:", {"tháng 5", "15/5/2024"}),
        ("Kết quả 9 tháng đầu năm 2024", "Kính gửi:", {"tháng 9"}),
        ("Kết quả quý II năm 2024", "Kính gửi:", {"tháng 6"}),
        ("Kết quả năm 2024", "Kế hoạch ngày 15/5/2024", set()),
    ],
)
def test_a_report_counts_up_to_the_day_it_says(title: str, line: str, ends: set[str]) -> None:
    assert own(title, metadata(title), head(line)).ends == ends


def test_figures_are_of_the_school_year_that_the_head_names() -> None:
    said = own("Kết quả năm 2024", metadata("x"), head("Số liệu tính theo năm học 2023 - 2024"))
    assert said.school_years == {frozenset({"2023", "2024"})}
