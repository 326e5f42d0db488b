"""Which report a question means, read off its words."""

import pytest

from app.understand.which_report import asked_of_another, only_reference, reference_in, without_reference


@pytest.mark.parametrize(
    ("text", "told", "rest"),
    [
        ("Theo báo cáo năm 2021, có mấy xã?", ("", "2021", ""), "Có mấy xã?"),
        ("Trong báo cáo 2021 có mấy xã?", ("", "2021", ""), "Có mấy xã?"),
        ("Ai ký báo cáo năm 2021 của tỉnh Bắc Kạn?", ("", "2021", "tỉnh Bắc Kạn"), "Ai ký báo cáo?"),
        ("Theo báo cáo của Sở Y tế thì có mấy xã?", ("", "", "Sở Y tế"), "Có mấy xã?"),
        ("Báo cáo số 45/BC-UBND nêu gì?", ("45/BC-UBND", "", ""), "Báo cáo nêu gì?"),
        ("Theo Nghị định 109/2004 thì mấy ngày?", ("109/2004", "", ""), "Mấy ngày?"),
        ("Diện tích theo báo cáo năm 2022 là bao nhiêu?", ("", "2022", ""), "Diện tích là bao nhiêu?"),
    ],
)
def test_a_report_is_meant_by_year_issuer_or_number(text: str, told: tuple[str, str, str], rest: str) -> None:
    said = reference_in(text)
    assert said
    assert (said.number, said.year, said.issuer) == told
    assert without_reference(text, said) == rest


@pytest.mark.parametrize(
    "text",
    [
        "Báo cáo này có gì?",
        "Báo cáo gửi các sở, ngành nào?",
        "Kế hoạch năm 2021 của tỉnh là gì?",
        "Báo cáo 6 tháng đầu năm nói gì?",
        "Theo báo cáo của tỉnh thì diện tích là bao nhiêu?",
    ],
)
def test_a_report_without_anything_that_tells_it_is_not_meant(text: str) -> None:
    assert reference_in(text) is None


@pytest.mark.parametrize(
    ("before", "text", "asked"),
    [
        (
            "Theo báo cáo năm 2022, có mấy xã?",
            "còn theo báo cáo năm 2021 thì sao?",
            "Theo báo cáo năm 2021, có mấy xã?",
        ),
        ("Có mấy xã?", "thế báo cáo của Sở Y tế?", "Theo báo cáo của Sở Y tế, có mấy xã?"),
        ("Ai ký báo cáo năm 2022?", "còn báo cáo năm 2021?", "Ai ký báo cáo năm 2021?"),
    ],
)
def test_a_follow_up_asks_the_same_of_another_report(before: str, text: str, asked: str) -> None:
    said = only_reference(text)
    assert said
    assert asked_of_another(before, text, said) == asked


def test_a_question_of_its_own_is_no_mere_reference() -> None:
    assert only_reference("Ai ký báo cáo năm 2021?") is None
