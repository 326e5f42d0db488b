"""Answers from several reports: by year, side by side, compared; and never a figure of one cited from another."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.assistant import Assistant
from app.models import Answer, Turn
from app.write.table import Table, blocks
from tests.two_years import FIRST_ID, OFFICE_ID, SECOND_ID

FIGURES = {FIRST_ID: ("160 ha", "21 xã", "18,5%", "35 lớp"), SECOND_ID: ("148 ha", "26 xã", "15,9%", "41 lớp")}
ASKED = (
    "diện tích trồng nghệ là bao nhiêu?",
    "có bao nhiêu xã đạt chuẩn nông thôn mới?",
    "tỷ lệ hộ nghèo là bao nhiêu?",
    "đã mở bao nhiêu lớp dạy nghề?",
)
YEARS = {"2021": FIRST_ID, "2022": SECOND_ID}


def cited(answer: Answer) -> set[str]:
    return {citation.report_id for citation in answer.citations}


@settings(max_examples=40, deadline=None)
@given(
    asked=st.integers(0, len(ASKED) - 1),
    year=st.sampled_from(sorted(YEARS)),
    form=st.sampled_from(
        ["Năm {year} {asked}", "Theo báo cáo năm {year}, {asked}", "Báo cáo {year} của tỉnh Bắc Kạn: {asked}"]
    ),
)
def test_a_figure_is_cited_from_the_report_on_its_year_alone(
    across: Assistant, asked: int, year: str, form: str
) -> None:
    answer = across.ask(form.format(year=year, asked=ASKED[asked]))
    own, other = YEARS[year], next(report for of, report in YEARS.items() if of != year)
    assert cited(answer) == {own}
    assert FIGURES[own][asked] in answer.text
    assert FIGURES[other][asked] not in answer.text
    for citation in answer.citations:
        assert across.library.report(own).text[citation.start : citation.end] == citation.quote


@pytest.mark.parametrize("asked", range(len(ASKED)))
def test_without_a_year_both_reports_are_told_each_by_its_name(across: Assistant, asked: int) -> None:
    answer = across.ask(ASKED[asked].capitalize())
    assert cited(answer) == {FIRST_ID, SECOND_ID}
    newer, older, hint = answer.text.split("\n")
    assert newer.startswith("Theo Báo cáo số 61/BC-UBND năm 2022: ")
    assert FIGURES[SECOND_ID][asked] in newer
    assert newer.endswith("[1]")
    assert older.startswith("Theo Báo cáo số 45/BC-UBND năm 2021: ")
    assert FIGURES[FIRST_ID][asked] in older
    assert older.endswith("[2]")
    assert hint.startswith("Các báo cáo nêu khác nhau")
    for start, end in answer.decisive:
        assert answer.text[start:end] in FIGURES[FIRST_ID][asked] + FIGURES[SECOND_ID][asked]


def test_what_one_report_says_alone_is_answered_from_it(across: Assistant) -> None:
    answer = across.ask("Thu hút được bao nhiêu bác sĩ về xã?")
    assert answer.text == "Thu hút được 7 bác sĩ về xã. [1]"
    assert answer.citations[0].report_name == "Báo cáo số 45/BC-UBND năm 2021"


def test_the_limits_of_two_reports_are_both_told(across: Assistant) -> None:
    answer = across.ask("Những hạn chế là gì?")
    assert cited(answer) == {FIRST_ID, SECOND_ID}


def test_a_chosen_report_is_the_only_one_asked(across: Assistant) -> None:
    answer = across.ask("Tỷ lệ hộ nghèo là bao nhiêu?", report_ids=(FIRST_ID,))
    assert cited(answer) == {FIRST_ID}


def test_two_years_stand_in_a_table_with_the_difference_worked_out(across: Assistant) -> None:
    answer = across.ask("Số xã đạt chuẩn nông thôn mới năm 2022 tăng bao nhiêu so với năm 2021?")
    assert answer.text == (
        "| Năm | Số liệu | Báo cáo |\n"
        "| --- | --- | --- |\n"
        "| 2021 | 21 xã [1] | Báo cáo số 45/BC-UBND năm 2021 |\n"
        "| 2022 | 26 xã [2] | Báo cáo số 61/BC-UBND năm 2022 |\n"
        "Tính từ số liệu trích dẫn: năm 2022 tăng so với năm 2021: "
        "26 − 21 = 5 xã; (26 − 21) : 21 × 100 ≈ 23,8 % [1] [2]"
    )
    assert [citation.report_id for citation in answer.citations] == [FIRST_ID, SECOND_ID]
    assert [answer.text[start:end] for start, end in answer.decisive] == ["21 xã", "26 xã"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Diện tích trồng nghệ năm 2022 so với năm trước thế nào?", "giảm so với năm 2021: 160 − 148 = 12 ha"),
        ("Tỷ lệ hộ nghèo năm 2022 so với 2021 tăng hay giảm?", "18,5 − 15,9 = 2,6 điểm phần trăm"),
        ("Nhân dân hiến bao nhiêu đất năm 2022 so với năm 2021?", "đơn vị khác nhau (m2 và ha)"),
    ],
)
def test_shares_differ_in_points_and_other_units_are_not_reckoned(across: Assistant, question: str, told: str) -> None:
    answer = across.ask(question)
    assert isinstance(next(blocks(answer.text)), Table)
    assert told in answer.text
    assert cited(answer) == {FIRST_ID, SECOND_ID}


def test_a_year_without_a_report_and_a_report_without_the_figure_are_told(across: Assistant) -> None:
    missing = across.ask("Tỷ lệ hộ nghèo năm 2021 so với năm 2020 tăng hay giảm?")
    assert missing.text == (
        "Tỷ lệ hộ nghèo còn 18,5%. [1]\nKhông có báo cáo năm 2020 để so sánh; hiện có báo cáo các năm: 2021, 2022."
    )
    silent = across.ask("Số bác sĩ thu hút về xã năm 2022 so với năm 2021?")
    assert silent.text.endswith("\nBáo cáo năm 2022 không nêu số liệu này nên không so sánh được.")
    assert cited(silent) == {FIRST_ID}


def test_a_follow_up_asks_another_year_another_report_or_compares(across: Assistant) -> None:
    before = (Turn("user", "Năm 2022 có bao nhiêu xã đạt chuẩn nông thôn mới?"), Turn("assistant", "26 xã [1]"))
    assert "21 xã" in across.ask("thế năm 2021?", before).text
    assert "21 xã" in across.ask("so với năm trước thì sao?", before).text
    first = (Turn("user", "Theo báo cáo năm 2021, tỷ lệ hộ nghèo là bao nhiêu?"), Turn("assistant", "18,5% [1]"))
    other = across.ask("còn báo cáo năm 2022?", first)
    assert other.standalone_question == "Theo báo cáo năm 2022, tỷ lệ hộ nghèo là bao nhiêu?"
    assert cited(other) == {SECOND_ID}


@pytest.mark.parametrize(
    "question", ["Năm 2019 có bao nhiêu xã đạt chuẩn nông thôn mới?", "Theo báo cáo năm 2019, có mấy xã đạt chuẩn?"]
)
def test_a_year_that_is_not_there_is_refused_with_those_that_are(across: Assistant, question: str) -> None:
    answer = across.ask(question)
    assert not answer.answerable
    assert re.search("2021.*2022", answer.text)
    assert answer.text.count(".") == answer.text.rstrip().endswith(".")


def test_an_office_is_answered_from_its_own_report(across: Assistant) -> None:
    assert cited(across.ask("Báo cáo của Sở Y tế nêu bao nhiêu liều vắc xin?")) == {OFFICE_ID}
    refused = across.ask("Theo báo cáo của Sở Y tế, tỷ lệ hộ nghèo là bao nhiêu?")
    assert not refused.answerable
