"""The name of who reports is not looked for."""

import pytest

from app.understand.names import Name
from app.understand.reporter import Reporter, reporter
from corpus.models import Metadata

PARK = Reporter(("ban", "quan", "ly", "vuon", "quoc", "gia", "khau", "luong"))
KHAU_LUONG = Name("khau luong", "Khau Lượng", place=False)


def metadata(issuer: str | None) -> Metadata:
    return Metadata("", None, None, issuer, None, None, None, None, ())


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("Vườn quốc gia Khau Lượng đã thấy sao la chưa?", "đã thấy sao la chưa?"),
        ("Khách đến Khau Lượng là bao nhiêu?", "Khách đến là bao nhiêu?"),
        ("khau luong co bao nhieu khach?", "co bao nhieu khach?"),
        ("Tỉnh có bao nhiêu vườn quốc gia?", "Tỉnh có bao nhiêu vườn quốc gia?"),
    ],
)
def test_the_name_goes_with_the_words_that_open_it(question: str, left: str) -> None:
    assert PARK.left_out_of(question, [KHAU_LUONG]) == left


def test_only_a_name_of_the_question_is_left_out() -> None:
    school = Reporter(("so", "giao", "duc", "va", "dao", "tao"))
    assert school.left_out_of("Có mấy lớp đào tạo?", []) == "Có mấy lớp đào tạo?"
    assert PARK.left_out_of("Trạm Nậm Tấu ở đâu?", [Name("nam tau", "Nậm Tấu", place=True)]) == "Trạm Nậm Tấu ở đâu?"


def test_a_report_on_two_parties_is_about_both() -> None:
    assert reporter("Kết quả hợp tác giữa tỉnh A và tỉnh B", metadata("UBND tỉnh A")).said == ()
    assert reporter("Kết quả năm 2024", metadata("UBND tỉnh Sơn Khê")).said == ("ubnd", "tinh", "son", "khe")
    assert reporter("Kết quả năm 2024", metadata(None)).said == ()
