"""The number that opens a line is told from numbers in running text."""

import pytest

from corpus.numerals import opens_numbered, read_numeral, read_point


@pytest.mark.parametrize(
    ("text", "rank", "value", "title"),
    [
        ("PHẦN I. MỞ ĐẦU", "part", (1,), "MỞ ĐẦU"),
        ("Phần thứ hai", "part", (2,), ""),
        ("Chương IX", "chapter", (9,), ""),
        ("Chương II : \nTHỜI GIAN", "chapter", (2,), "THỜI GIAN"),
        ("Chương I Quy định chung", "chapter", (1,), "Quy định chung"),
        ("Mục 2. HỒ SƠ", "division", (2,), "HỒ SƠ"),
        ("Tiểu mục 3. Nộp", "subdivision", (3,), "Nộp"),
        ("Điều 1. Phạm vi", "article", (1,), "Phạm vi"),
        ("Điều 14 : Định mức", "article", (14,), "Định mức"),
        ("Điều 5- Nhiệm vụ", "article", (5,), "Nhiệm vụ"),
        ("Điều 3 : .Tài sản", "article", (3,), "Tài sản"),
        ("I/ Đối tượng:", "roman", (1,), "Đối tượng:"),
        ("IV - KẾT QUẢ", "roman", (4,), "KẾT QUẢ"),
        ("B. TỔ CHỨC", "letter", (2,), "TỔ CHỨC"),
        ("1. Một", "arabic", (1,), "Một"),
        ("1- Các dự án", "arabic", (1,), "Các dự án"),
        ("2) Hai", "arabic", (2,), "Hai"),
        ("3/ Ba", "arabic", (3,), "Ba"),
        ("2.1- Hai một", "arabic", (2, 1), "Hai một"),
        ("8.2 - Tám hai", "arabic", (8, 2), "Tám hai"),
        ("1.2.3. Sâu", "arabic", (1, 2, 3), "Sâu"),
        ("1.1 Tên mục", "arabic", (1, 1), "Tên mục"),
    ],
)
def test_each_form_of_numbering_is_read(text: str, rank: str, value: tuple[int, ...], title: str) -> None:
    numeral = read_numeral(text)
    assert numeral is not None
    assert (numeral.rank, numeral.value, numeral.title, numeral.sure) == (rank, value, title, True)


def test_a_letter_after_the_number_of_a_dieu_is_its_suffix() -> None:
    numeral = read_numeral("Điều 5a. Bổ sung")
    assert numeral is not None
    assert (numeral.value, numeral.suffix, numeral.shown, numeral.end) == ((5,), "a", "5a", 9)


@pytest.mark.parametrize(
    "text",
    [
        "6 - 15 CV trở lên",
        "78.5 tấn",
        "2.500 con gia cầm",
        "2022 là năm",
        "12 đơn vị",
        "Chương này quy định",
        "Điều này không áp dụng",
        "Mục đích của dự án",
        "Phần lớn các hộ",
        "I Đôi",
    ],
)
def test_numbers_in_running_text_are_no_numbering(text: str) -> None:
    assert read_numeral(text) is None


@pytest.mark.parametrize(
    "text", ["Điều 9 Luật Doanh nghiệp được xử lý", "Mục 3 Chương II quy định", "Chương II của Luật này"]
)
def test_what_may_be_running_text_is_not_sure(text: str) -> None:
    numeral = read_numeral(text)
    assert numeral is not None
    assert not numeral.sure


def test_the_letters_of_diem_come_in_vietnamese_order() -> None:
    read = [read_point(f"{letter}) nội dung") for letter in "abcdđeghiklmnopqrstuvxy"]
    assert [point.value for point in read if point] == list(range(1, 24))
    assert read_point("f) không có") is None
    assert read_point("A) hoa") is None


def test_a_diem_with_another_sign_is_not_sure() -> None:
    found = [read_point(text) for text in ("a) x", "a. x", "a/ x", "a- x")]
    assert [point.sure for point in found if point] == [True, False, False, False]


@pytest.mark.parametrize(
    ("line", "opens"),
    [
        ("**Điều 1.** Phạm vi", True),
        ("Điều 116 Luật Doanh nghiệp đến phòng", False),
        ("b) Hai", True),
        ("Chương V", True),
        ("Chương này, trừ những người", False),
        ("3- Ba", True),
        ("6 - 15 CV", False),
        ("18 tuổi", False),
    ],
)
def test_a_line_that_opens_a_unit_does_not_go_on_with_the_one_before(line: str, opens: bool) -> None:
    assert opens_numbered(line) is opens
