"""Letterheads as offices type them: two columns on one line, lower case from old fonts, any dash."""

from pathlib import Path

import pytest

from corpus.letterhead import columns, is_motto, is_rule
from corpus.models import Metadata, Report
from corpus.parse import parse_report
from corpus.traced import trace

CIRCULAR = """      Bộ mẫu                                 cộng hoà xã hội chủ nghiã việt nam
        -*-                                   Độc lập - Tự do - Hạnh phúc
SỐ:      40   /2000/TT/BM                     -----------------
                                              Hà nội, ngày  15  tháng  5  năm 2000

thông tư

Hướng dẫn thi hành Quyết định mẫu
ngày 26/8/1999 của Thủ tướng

***

Bộ Mẫu hướng dẫn như sau:

I/ Đối tượng:

Một. Việc của Bộ Mẫu.

II/ Hồ sơ:

Hai./.

kt/bộ trưởng bộ mẫu
thứ trưởng

Nơi nhận:

- Văn phòng

- Lưu: VP                                       Lê Văn Mẫu
"""


def parsed(source: str) -> Report:
    """Parse a small document with the id "mau"."""
    return parse_report(source, Path("mau.md"))


def test_two_columns_on_one_line_are_taken_apart() -> None:
    line = trace("Chính phủ cộng hòa xã hội chủ nghĩa việt nam")
    assert [piece.text for piece in columns(line)] == ["Chính phủ ", "cộng hòa xã hội chủ nghĩa việt nam"]
    line = trace("Số :     /QĐ. BQL–VP\t\t Vũng Tàu , ngày    tháng    năm 2007 ")
    assert columns(line)[0].text.strip() == "Số :     /QĐ. BQL–VP"
    assert columns(line)[-1].text.strip() == "Vũng Tàu , ngày    tháng    năm 2007"


@pytest.mark.parametrize(
    ("text", "motto"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc", True),
        ("Độc lập – Tự do – Hạnh phúc", True),
        ("Nước Cộng hòa xã hội chủ nghĩa Việt Nam", False),
    ],
)
def test_the_motto_is_recognised_alone(text: str, motto: bool) -> None:
    assert is_motto(text) is motto


@pytest.mark.parametrize(
    ("line", "rule"), [("-*-", True), ("====", True), ("===&===", True), ("---", False), ("a-b", False)]
)
def test_a_drawn_line_is_a_rule_and_three_dashes_break_a_page(line: str, rule: bool) -> None:
    assert is_rule(line) is rule


def test_a_letterhead_in_lower_case_becomes_metadata() -> None:
    assert parsed(CIRCULAR).metadata == Metadata(
        title="Hướng dẫn thi hành Quyết định mẫu ngày 26/8/1999 của Thủ tướng",
        number="40",
        sign="2000/TT/BM",
        issuer="Bộ Mẫu",
        issued_on="2000-05-15",
        period=None,
        plan=None,
        signatory="Lê Văn Mẫu",
        recipients=("Văn phòng", "Lưu: VP"),
        kind="Thông tư",
    )


def test_the_letterhead_is_searched_by_what_it_is_and_the_motto_is_not() -> None:
    roles = [(paragraph.role, paragraph.section) for paragraph in parsed(CIRCULAR).paragraphs[:7]]
    assert [role for role, _ in roles] == ["issuer", "motto", "motto", "number", "place-date", "type", "title"]


def test_a_rule_joins_nothing_and_is_recorded() -> None:
    report = parsed("Tên không có dấu chấm\n\n=====\n\nCâu khác.")
    assert report.text == "Tên không có dấu chấm\nCâu khác."
    assert "=====" in {repair.removed for repair in report.repairs}


def header(lines: str) -> Metadata:
    """Return the metadata of a document with this header."""
    return parsed(f"{lines}\n\nĐiều 1. Việc\n\nMột.\n\nNơi nhận:\n\n- Lưu: VT.\n").metadata


def test_the_body_above_the_issuer_is_known() -> None:
    found = header("UBND TỈNH MẪU  \nSỞ Y TẾ\n\nSố: 5/KH-SYT\n\nMẫu, ngày 3 tháng 2 năm 2023\n\nKẾ HOẠCH\n\nTiêm chủng")
    assert (found.superior, found.issuer, found.kind) == ("UBND TỈNH MẪU", "SỞ Y TẾ", "Kế hoạch")


def test_a_name_over_two_lines_is_one() -> None:
    found = header("BAN QUẢN LÝ\n\nKHU MẪU\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 5/QĐ\n\nQUYẾT ĐỊNH\n\nViệc mẫu")
    assert (found.issuer, found.superior) == ("BAN QUẢN LÝ KHU MẪU", None)


@pytest.mark.parametrize(
    ("line", "number", "sign"),
    [
        ("Số: 109/2004/NĐ-CP", "109", "2004/NĐ-CP"),
        ("SỐ:155/1998/TT/BTC", "155", "1998/TT/BTC"),
        ("Số : /QĐ. BQL–VP", None, "QĐ.BQL-VP"),
        ("Số: 07/QÐ‑UBND", "07", "QĐ-UBND"),
    ],
)
def test_signs_are_read_with_any_dash_and_any_d(line: str, number: str | None, sign: str) -> None:
    found = header(f"{line}\n\nQUYẾT ĐỊNH\n\nViệc mẫu")
    assert (found.number, found.sign) == (number, sign)


def test_a_letter_has_its_subject_below_its_number() -> None:
    found = header("SỞ MẪU\n\nSố: 5/SM-VP\n\nV/v: báo cáo việc mẫu\n\nKính gửi: Các phòng.")
    assert (found.title, found.kind) == ("Báo cáo việc mẫu", None)


def test_a_subject_over_several_lines_is_one() -> None:
    assert (
        header("QUYẾT ĐỊNH\n\nVề việc ban hành\n\nquy chế mẫu\n\nCăn cứ Luật Mẫu;").title
        == "Về việc ban hành quy chế mẫu"
    )


def test_a_title_with_type_number_and_date_gives_them_all() -> None:
    found = header("Chính phủ\n\nNghị định của Chính phủ số 114/2003/NĐ-CP\nngày 10/10/2003 về việc mẫu.\n\nChính phủ")
    assert found == Metadata(
        "Về việc mẫu", "114", "2003/NĐ-CP", "Chính phủ", "2003-10-10", None, None, None, ("Lưu: VT",), "Nghị định"
    )


def test_a_signature_without_recipients_ends_the_document() -> None:
    report = parsed("Điều 1. Việc\n\nMột./.\n\nTM. chính phủ\n\nThủ tướng\n\n(đã ký)\n\nLê Văn Mẫu")
    assert report.section("closing").label == "Phần kết"
    assert report.metadata.signatory == "Lê Văn Mẫu"
