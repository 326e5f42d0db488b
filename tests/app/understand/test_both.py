"""What is asked of two things together is asked of the two questions before, which differ in one thing."""

import pytest

from app.understand.both import asked_of_both, grown_between, subject_of_both

FIRST, SECOND = "Hoa hồng ở Tam Đường bao nhiêu ha?", "Hoa hồng ở Tân Uyên bao nhiêu ha?"


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("vậy chênh nhau bao nhiêu?", "Hoa hồng ở Tam Đường và Tân Uyên chênh nhau bao nhiêu ha?"),
        ("cả hai cộng lại?", "Hoa hồng ở Tam Đường và Tân Uyên cộng lại bao nhiêu ha?"),
        ("hai huyện này cộng lại là bao nhiêu?", "Hoa hồng ở Tam Đường và Tân Uyên cộng lại bao nhiêu ha?"),
    ],
)
def test_a_sum_or_difference_is_of_the_last_two_things(question: str, meant: str) -> None:
    assert asked_of_both(question, FIRST, SECOND) == meant


@pytest.mark.parametrize(
    ("question", "earlier", "latest"),
    [
        ("chênh nhau bao nhiêu?", "Ai ký báo cáo?", SECOND),
        ("cả hai cộng lại?", "Hoa hồng ở đâu?", "Hoa hồng của ai?"),
        ("Tam Đường?", FIRST, SECOND),
    ],
)
def test_questions_that_differ_in_more_or_ask_no_figure_are_not_joined(
    question: str, earlier: str, latest: str
) -> None:
    assert asked_of_both(question, earlier, latest) is None


@pytest.mark.parametrize(
    ("earlier", "latest", "meant"),
    [
        ("Năm 2022 có mấy ca?", "Năm 2021 có mấy ca?", "Năm 2022 tăng mấy ca so với năm 2021?"),
        ("Diện tích là bao nhiêu?", "Diện tích năm 2021 là bao nhiêu?", "Diện tích tăng bao nhiêu so với năm 2021?"),
    ],
)
def test_growth_is_between_the_two_years_asked_about_last(earlier: str, latest: str, meant: str) -> None:
    assert grown_between("vậy con số này tăng bao nhiêu?", earlier, latest) == meant


def test_two_places_are_no_years_to_grow_between() -> None:
    assert grown_between("vậy tăng bao nhiêu?", FIRST, SECOND) is None


def test_one_thing_asked_of_two_subjects_is_asked_of_both() -> None:
    subjects = "Nam Khê nhận bao nhiêu hồ sơ?", "Thạch Lương nhận bao nhiêu hồ sơ?"
    assert subject_of_both("cộng lại là bao nhiêu?", *subjects, "Quá hạn mấy hồ sơ?") == (
        "Nam Khê và Thạch Lương nhận bao nhiêu hồ sơ?",
        "Quá hạn cộng lại bao nhiêu hồ sơ?",
    )
