"""Rows of tables answer: the right table, row and cells, or none."""

from collections.abc import Callable

import pytest

from app.rows.telling import Told

Tell = Callable[[str], Told]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Xã Vân Hòa có bao nhiêu hộ nghèo?", "Vân Hòa: Hộ nghèo: 84 [1]"),
        ("xã vân hoà có bao nhiêu hộ cận nghèo", "Vân Hòa: Hộ cận nghèo: 90 [1]"),
        ("Diện tích lúa năm 2022 là bao nhiêu ha?", "Diện tích lúa: Thực hiện 2022: 1.190 ha [1]"),
        ("Trưởng phòng Nội vụ là ai?", "Nguyễn Văn Bình: Chức vụ: Trưởng phòng; Đơn vị công tác: Phòng Nội vụ [1]"),
        (
            "Ai là Phó Trưởng phòng Nội vụ?",
            "Trần Thị Cúc: Chức vụ: Phó Trưởng phòng; Đơn vị công tác: Phòng Nội vụ [1]",
        ),
        ("Mỹ có bao nhiêu dự án còn hiệu lực?", "Hoa Kỳ: Số dự án: 9 [1]"),
        ("Quần đảo Cayman có tổng vốn đầu tư bao nhiêu?", "Cayman Islands: TVĐT: 500.000 [1]"),
        ("Mỹ có mấy dự án cấp mới, vốn pháp định bao nhiêu?", "Hoa Kỳ: Số dự án: 3; Vốn PĐ: 1.000.000 [1]"),
    ],
)
def test_the_named_row_answers_with_the_asked_cells(told: Tell, question: str, answer: str) -> None:
    assert told(question).text == answer


def test_the_unit_above_the_table_is_told_and_cited(told: Tell) -> None:
    answer = told("Thu tiền sử dụng đất thực hiện được bao nhiêu?")
    assert answer.text == "Thu tiền sử dụng đất: Thực hiện: 56.000 [1]\nĐơn vị tính: triệu đồng [2]"
    assert [citation.quote for citation in answer.citations] == [
        "STT: 2; Nội dung: Thu tiền sử dụng đất; Dự toán giao: 50.000; Thực hiện: 56.000; Tỷ lệ (%): 112",
        "Đơn vị tính: triệu đồng",
    ]
    assert [answer.text[start:end] for start, end in answer.decisive] == ["56.000"]


def test_the_place_of_a_row_names_its_table(told: Tell) -> None:
    (citation,) = told("Xã Vân Hòa có bao nhiêu hộ nghèo?").citations
    assert citation.label == "Bảng 3. Hộ nghèo theo xã năm 2023, Mục II"


def test_a_total_answers_only_where_it_is_asked(told: Tell) -> None:
    assert told("Toàn huyện có bao nhiêu hộ nghèo?").text == "Cộng: Hộ nghèo: 171 [1]"
    assert told("Tổng thu ngân sách thực hiện bao nhiêu?").text.startswith(
        "Tổng thu ngân sách: Thực hiện: 131.250,5 [1]"
    )
    assert told("Ba Trại có bao nhiêu hộ nghèo?").text == "Ba Trại: Hộ nghèo: 52 [1]"


@pytest.mark.parametrize(
    "question",
    [
        "Xã Cẩm Lĩnh có bao nhiêu hộ nghèo?",  # another place
        "Xã Vân Hòa có bao nhiêu hộ nghèo năm 2021?",  # another year
        "Xã Vân Hòa có bao nhiêu học sinh?",  # another thing
        "Tỷ lệ hộ nghèo xã Ba Trại là bao nhiêu phần trăm?",  # no share is there
        "Xã Vân Hòa ở đâu?",
        "Samsung có bao nhiêu dự án còn hiệu lực?",
        "Dự án của Samsung ở Hoa Kỳ có tổng vốn đầu tư bao nhiêu?",
        "Vì sao xã Vân Hòa có nhiều hộ nghèo?",
        "Nước nào đẹp nhất?",
        "Xã nào nghèo nhất?",
    ],
)
def test_a_row_that_does_not_say_it_answers_nothing(told: Tell, question: str) -> None:
    assert told(question).text == ""


def test_two_rows_are_compared_with_every_term(told: Tell) -> None:
    answer = told("Vân Hòa và Ba Trại chênh nhau bao nhiêu hộ nghèo?")
    assert answer.text.split("\n") == [
        "Vân Hòa: Hộ nghèo: 84 [1]",
        "Ba Trại: Hộ nghèo: 52 [2]",
        "Lớn hơn: Vân Hòa. Tính từ số liệu trích dẫn: 84 − 52 = 32 [1] [2]",
    ]


def test_two_rows_are_added_up(told: Tell) -> None:
    answer = told("Vân Hòa và Ba Trại có tổng cộng bao nhiêu hộ nghèo?")
    assert answer.text.split("\n")[-1] == "Tính từ số liệu trích dẫn: 84 + 52 = 136 [1] [2]"


def test_the_first_and_the_last_of_a_column_leave_out_the_total(told: Tell) -> None:
    most = told("Xã nào có nhiều hộ nghèo nhất?").text.split("\n")
    assert most == ["Vân Hòa: Hộ nghèo: 84 [1]", "So từ 3 hàng của bảng: lớn nhất ở cột “Hộ nghèo” [1]"]
    assert told("Xã nào ít hộ nghèo nhất?").text.startswith("Tản Lĩnh: Hộ nghèo: 35 [1]")


def test_those_that_share_the_first_place_are_all_told(told: Tell) -> None:
    answer = told("Xã nào có ít hộ trẻ nhất?")
    assert answer.text.split("\n") == [
        "Tản Lĩnh: Hộ trẻ: 7 [1]",
        "Ba Trại: Hộ trẻ: 7 [2]",
        "So từ 3 hàng của bảng: nhỏ nhất ở cột “Hộ trẻ” [1] [2]",
    ]


def test_a_row_of_another_table_does_not_answer_for_the_one_that_is_spoken_of(told: Tell) -> None:
    assert told("Anh có bao nhiêu dự án còn hiệu lực?").text == "Vương quốc Anh: Số dự án: 4 [1]"
    assert told("Nước Anh có bao nhiêu dự án cấp mới 8 tháng?").text == ""


def test_where_two_tables_are_meant_as_well_both_are_told(told: Tell) -> None:
    answer = told("Mỹ có bao nhiêu dự án?")
    assert answer.text.split("\n") == [
        "“Bảng 5. Vốn đầu tư còn hiệu lực theo nước”:",
        "Hoa Kỳ: Số dự án: 9 [1]",
        "“Bảng 6. Vốn đầu tư cấp mới theo nước 8 tháng”:",
        "Hoa Kỳ: Số dự án: 3 [2]",
    ]
