"""Organisations and countries that no report knows."""

import pytest

from app.decide.unknown import abroad_missing, countries_in, foreign_country, unknown_body, unknown_organisation


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("sở xây dựng hợp tác gì?", "sở xây dựng"),
        ("sở y tế và bộ quốc phòng làm gì?", "bộ quốc phòng"),
        ("sở y tế làm gì?", ""),
        ("có bao nhiêu cơ sở y tế?", ""),
        ("đoàn cán bộ y tế đi đâu?", ""),
        ("ban tổ chức gồm ai?", ""),
    ],
)
def test_an_organisation_of_state_must_be_known_somewhere(question: str, unknown: str) -> None:
    assert unknown_organisation(question, lambda name: name == "sở y tế") == unknown


@pytest.mark.parametrize(
    ("question", "text", "country"),
    [
        ("Thủ đô của Pháp là gì?", "Hoạt động đúng pháp luật.", "Pháp"),
        ("Xuất khẩu sang Nhật bao nhiêu?", "Xuất khẩu sang Nhật 5 tấn.", ""),
        ("Bản Pháp Vân ở đâu?", "Bản khác.", ""),  # a longer name
        ("cơ sở pháp lý nào?", "Hoạt động.", ""),
    ],
)
def test_a_country_of_one_syllable_is_a_name(question: str, text: str, country: str) -> None:
    assert foreign_country(question, text) == country


@pytest.mark.parametrize(
    ("question", "text", "country"),
    [
        ("Bao nhiêu người sang Malaysia làm việc?", "Sang Nhật Bản 19 người.", "Malaysia"),
        ("Bao nhiêu tấn chè bán sang Hoa Kỳ?", "Bán sang Mỹ 3 tấn chè.", ""),
        ("Có mấy giáo viên tiếng Anh?", "Có 5 giáo viên ngoại ngữ.", ""),
        ("Tỉnh Lào Cai có mấy xã?", "Có 5 xã.", ""),
        ("Việt Nam có mấy tỉnh?", "Có 5 xã.", ""),
        ("Anh cho hỏi có mấy xã?", "Có 5 xã.", ""),
    ],
)
def test_a_country_goes_by_any_of_its_names(question: str, text: str, country: str) -> None:
    assert foreign_country(question, text) == country


def test_countries_are_read_from_capitals() -> None:
    assert countries_in("Nhật Bản 19 người, Đài Loan 17 người; học tiếng Đức ở Đông Anh.") == ["Nhật Bản", "Đài Loan"]


def test_what_is_abroad_is_told_by_its_countries() -> None:
    assert not abroad_missing("có bao nhiêu khách nước ngoài?", "hàn quốc 90 khách", "Hàn Quốc 90 khách")
    assert abroad_missing("có bao nhiêu khách nước ngoài?", "có 90 khách", "Có 90 khách")


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("Bệnh viện Ung bướu tỉnh làm gì?", "Bệnh viện Ung bướu"),
        ("Bệnh viện Tim mạch tỉnh làm gì?", ""),
        ("Trường THPT nào đạt chuẩn?", ""),
    ],
)
def test_the_field_of_a_hospital_must_be_known_somewhere(question: str, body: str) -> None:
    assert unknown_body(question, lambda field: field == "tim mạch") == body
