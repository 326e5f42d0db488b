"""Dates, months, quarters and years are read in every usual form."""

import pytest

from app.check.moments import moments


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14/12/2020", (14, 12, 0, 2020)),
        ("ngày 14 tháng 12 năm 2020", (14, 12, 0, 2020)),
        ("14 December 2020", (14, 12, 0, 2020)),
        ("December 14, 2020", (14, 12, 0, 2020)),
        ("tháng 02 năm 2023", (0, 2, 0, 2023)),
        ("tháng hai", (0, 2, 0, 0)),
        ("02/2023", (0, 2, 0, 2023)),
        ("quý I năm 2023", (0, 0, 1, 2023)),
        ("quý 1/2023", (0, 0, 1, 2023)),
        ("năm 2021", (0, 0, 0, 2021)),
    ],
)
def test_a_moment_is_read_as_far_as_it_is_given(text: str, expected: tuple[int, int, int, int]) -> None:
    (moment,) = moments(text)
    assert (moment.day, moment.month, moment.quarter, moment.year) == expected


def test_the_year_of_a_date_is_not_read_again() -> None:
    assert [moment.said for moment in moments("Từ ngày 14/12/2020 đến năm 2022")] == ["14/12/2020", "2022"]


def test_a_moment_agrees_with_one_that_gives_more() -> None:
    (year,), (date,), (month,) = moments("2020"), moments("14/12/2020"), moments("tháng 11 năm 2020")
    assert year.agrees(date)
    assert not date.agrees(year)
    assert not month.agrees(date)
