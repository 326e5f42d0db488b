"""An official document says who wrote it, when and to whom; what it leaves blank stays None."""

from pathlib import Path

import pytest

from corpus.components import header_role, is_closing_formula, is_end_of_body, opens_recipients, opens_signature
from corpus.models import Metadata, Plan
from corpus.parse import parse_report

FULL = """Số: 15/BC-SNN

Sơn La, ngày 05 tháng 7 năm 2024

## BÁO CÁO

### Kết quả trồng rừng giai đoạn 2021 - 2024

Thực hiện Quyết định số 7/QĐ-UBND của UBND tỉnh, Sở Nông nghiệp báo cáo như sau:

## I. KẾT QUẢ

Trồng 5 ha.

Trên đây là báo cáo của Sở Nông nghiệp tỉnh Sơn La./.

**Nơi nhận:**

- UBND tỉnh;

- Lưu: VT.

**KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC**

**Lê Văn An**
"""


def metadata(source: str) -> Metadata:
    """Return the metadata of a document."""
    return parse_report(source, Path("mau.md")).metadata


def test_every_field_of_a_full_document_is_read() -> None:
    assert metadata(FULL) == Metadata(
        title="Kết quả trồng rừng giai đoạn 2021 - 2024",
        number="15",
        sign="BC-SNN",
        issuer="Sở Nông nghiệp tỉnh Sơn La",
        issued_on="2024-07-05",
        period="2021 - 2024",
        plan=Plan("7/QĐ-UBND", ""),
        signatory="Lê Văn An",
        recipients=("UBND tỉnh", "Lưu: VT"),
        kind="Báo cáo",
    )


def test_a_bare_document_has_a_title_and_nothing_guessed() -> None:
    assert metadata("Một dòng.\n\nHai dòng.") == Metadata("Một dòng.", None, None, None, None, None, None, None, ())


@pytest.mark.parametrize(
    ("line", "number", "sign"),
    [
        ("Số: /BC-UBND", None, "BC-UBND"),
        ("Số : 123 / BC-UBND", "123", "BC-UBND"),
        ("Số: 45/KH-SKH&ĐT", "45", "KH-SKH&ĐT"),
    ],
)
def test_number_and_sign_are_what_the_line_says(line: str, number: str | None, sign: str | None) -> None:
    found = metadata(FULL.replace("Số: 15/BC-SNN", line))
    assert (found.number, found.sign) == (number, sign)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Lai Châu, ngày 3 tháng 2 năm 2023", "2023-02-03"),
        ("Lai Châu, ngày tháng 02 năm 2023", "2023-02"),
        ("Lai Châu, ngày tháng năm 2023", "2023"),
        ("Ngày mai", None),
    ],
)
def test_a_date_is_as_exact_as_the_document(line: str, date: str | None) -> None:
    assert metadata(FULL.replace("Sơn La, ngày 05 tháng 7 năm 2024", line)).issued_on == date


def test_the_issuer_is_read_from_the_opening_where_the_closing_does_not_name_it() -> None:
    source = FULL.replace("báo cáo của Sở Nông nghiệp tỉnh Sơn La./.", "báo cáo./.")
    assert metadata(source).issuer == "Sở Nông nghiệp"


@pytest.mark.parametrize("verb", ["tổng hợp tình hình", "đánh giá kết quả", "xin báo cáo kết quả"])
def test_whoever_sums_up_in_the_opening_is_the_issuer(verb: str) -> None:
    body = f"Căn cứ Kế hoạch số 12/KH-UBND ngày 02/3/2021, UBND tỉnh Bắc Sơn {verb} như sau:"
    source = (
        f"Số: 20/BC-UBND\n\n## BÁO CÁO\n\n### Công tác y tế năm 2021\n\n{body}\n\n## I. KẾT QUẢ\n\nĐã tiêm 10 liều./.\n"
    )
    assert metadata(source).issuer == "UBND tỉnh Bắc Sơn"


def test_the_lines_of_the_header_have_roles() -> None:
    assert header_role("Số: /BC-UBND", None) == "number"
    assert header_role("Lai Châu, ngày tháng 02 năm 2023", "number") == "place-date"
    assert header_role("BÁO CÁO", "place-date") == "type"
    assert header_role("Báo cáo", "place-date") == "body"
    assert header_role("Kết quả hợp tác", "type") == "title"
    assert header_role("Thực hiện Kế hoạch", "title") == "body"


def test_the_end_of_a_document_is_recognised() -> None:
    assert is_end_of_body("Hết./.")
    assert not is_end_of_body("Hết.")
    assert is_closing_formula("Trên đây là báo cáo./.")
    assert not is_closing_formula("Các sở thực hiện./.")
    assert opens_recipients("Nơi nhận:")
    assert not opens_recipients("- Nơi nhận")
    assert opens_signature("TM. ỦY BAN NHÂN DÂN")
    assert opens_signature("GIÁM ĐỐC")
    assert opens_signature("PHÓ CHI CỤC TRƯỞNG\nTrần Văn A")
    assert not opens_signature("GIÁM ĐỐC các sở, ngành")
    assert not opens_signature("TP. Hà Nội")


def test_the_year_of_the_outlook_is_not_the_year_reported_on() -> None:
    source = "## BÁO CÁO\n\n### Sản xuất năm 2024; phương hướng, nhiệm vụ năm 2025\n\n## I. KẾT QUẢ\n\nĐã xong."
    assert metadata(source).period == "2024"
