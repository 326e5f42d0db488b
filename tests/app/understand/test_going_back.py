"""Who corrects himself or goes back says so in words of his own."""

import pytest

from app.understand.going_back import corrected, taken_up_again


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("à không, ý mình là tuần du lịch cơ", "tuần du lịch"),
        ("nhầm, tôi hỏi huyện Tân Uyên", "huyện Tân Uyên"),
        ("không phải, năm 2021 cơ", "năm 2021"),
        ("À nhầm, phải là Huổi Mạ", "Huổi Mạ"),
        ("không có à?", None),
        ("Huyện có mấy xã?", None),
    ],
)
def test_a_correction_is_what_is_meant_instead(text: str, meant: str | None) -> None:
    assert corrected(text) == meant


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("quay lại chuyện hoa hồng lúc nãy, ở Tân Uyên bao nhiêu?", ("hoa hồng", "ở Tân Uyên bao nhiêu?")),
        ("trở lại vụ giải đua", ("giải đua", "")),
        ("Thôi quay về chuyện xe khách nhé: mấy chuyến?", ("xe khách", "mấy chuyến?")),
        ("Xe quay lại bến lúc mấy giờ?", None),
    ],
)
def test_a_subject_is_taken_up_again(text: str, again: tuple[str, str] | None) -> None:
    assert taken_up_again(text) == again
