"""What two years are compared in, read off the words of a question."""

import pytest

from app.understand.comparison import Comparison, comparison_in


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Diện tích chè năm 2022 so với năm 2021 thế nào?", ("Diện tích chè là bao nhiêu?", "2022", "2021")),
        ("Năm 2022 so với 2021 thì sản lượng lúa tăng hay giảm?", ("Sản lượng lúa là bao nhiêu?", "2022", "2021")),
        ("Số vụ cháy năm 2022 tăng bao nhiêu so với năm trước?", ("Có bao nhiêu vụ cháy?", "2022", "")),
        ("So với năm ngoái, số vụ cháy tăng hay giảm?", ("Có bao nhiêu vụ cháy?", "", "")),
        ("Có mấy lớp học, tăng hay giảm so với báo cáo năm trước?", ("Có mấy lớp học?", "", "")),
        ("Sản lượng lúa năm 2022 cao hơn năm 2021 bao nhiêu tấn?", ("Sản lượng lúa bao nhiêu tấn?", "2022", "2021")),
        ("So sánh số trường năm 2021 và năm 2022", ("Có bao nhiêu trường?", "2022", "2021")),
        ("Có bao nhiêu lớp? Tăng hay giảm thế nào so với năm trước?", ("Có bao nhiêu lớp?", "", "")),
        ("Số vụ cháy năm 2022 có nhiều hơn năm 2021 không?", ("Có bao nhiêu vụ cháy?", "2022", "2021")),
        ("Số vụ cháy so với năm 2020 thế nào?", ("Có bao nhiêu vụ cháy?", "", "2020")),
        ("Chênh lệch diện tích chè giữa năm 2021 và năm 2022?", ("Diện tích chè là bao nhiêu?", "2022", "2021")),
    ],
)
def test_a_comparison_is_read_as_one_question_of_two_years(text: str, read: tuple[str, str, str]) -> None:
    assert comparison_in(text) == Comparison(*read)


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2022 có bao nhiêu lớp?",
        "Trâu nhiều hơn bò bao nhiêu con?",
        "Giai đoạn 2021-2025 so với năm 2020 tăng bao nhiêu?",
        "Tỷ lệ giảm nghèo năm 2022 là bao nhiêu?",
        "Tăng hay giảm so với năm trước?",
    ],
)
def test_what_compares_no_two_years_is_no_comparison(text: str) -> None:
    assert comparison_in(text) is None


def test_a_comparison_asks_the_same_of_each_year() -> None:
    assert Comparison("Có mấy lớp?", "2022", "2021").of("2021") == "Có mấy lớp năm 2021?"
