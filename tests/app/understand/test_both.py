"""What is asked of two things together is asked of the two questions before, which differ in one thing."""

import pytest

from app.understand.both import asked_of_both

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
