"""Organisations and countries that no report knows."""

import pytest

from app.decide.unknown import foreign_country, unknown_organisation


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
