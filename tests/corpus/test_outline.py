"""Sections of decrees, circulars and what is attached to them: codes, official labels, levels."""

from pathlib import Path

import pytest

from corpus.models import Report
from corpus.parse import parse_report

LAW = """Chương I

Những quy định chung

Điều 1. Phạm vi

Nghị định này quy định việc mẫu.

Điều 2. Đối tượng

1. Người mẫu, gồm:

a) Người một;

đ) Người hai;

Phần sau của người một.

b) Người ba.

3- Người khác.

Chương II

Mục 1. HỒ SƠ

Điều 3a. Giấy tờ

Điều 9 Luật Mẫu không áp dụng.

Điều 4: Các ông có tên chịu trách nhiệm thi hành./.
"""


def parsed(source: str) -> Report:
    """Parse a small document with the id "mau"."""
    return parse_report(source, Path("mau.md"))


def labels(report: Report) -> list[tuple[str, str, int]]:
    """Return code, label and level of each section but the opening."""
    return [(section.code, section.label, section.level) for section in report.sections[1:]]


def test_a_decree_has_chapters_articles_and_clauses_without_any_style() -> None:
    assert labels(parsed(LAW)) == [
        ("C1", "Chương I", 1),
        ("D1", "Điều 1", 2),
        ("D2", "Điều 2", 2),
        ("D2.1", "khoản 1 Điều 2", 3),
        ("D2.3", "khoản 3 Điều 2", 3),
        ("C2", "Chương II", 1),
        ("C2.M1", "Mục 1 Chương II", 2),
        ("D3a", "Điều 3a", 3),
        ("D4", "Điều 4", 3),
    ]


def test_titles_stand_beside_the_number_or_below_it() -> None:
    report = parsed(LAW)
    titles = {section.code: section.title for section in report.sections}
    assert (titles["C1"], titles["D1"], titles["D4"]) == (
        "Những quy định chung",
        "Phạm vi",
        "Các ông có tên chịu trách nhiệm thi hành",
    )
    assert report.section("D2.1").path == ("Những quy định chung", "Đối tượng", "Người mẫu, gồm")


def test_an_article_that_is_all_text_is_a_paragraph_and_one_with_a_title_a_heading() -> None:
    kinds = {p.id: p.kind for p in parsed(LAW).paragraphs}
    assert (kinds["mau#D1.h"], kinds["mau#D4.p1"]) == ("heading", "paragraph")


def test_the_number_of_a_unit_is_outside_its_sentence() -> None:
    report = parsed(LAW)
    said = {s.id: report.text[s.start : s.end] for p in report.paragraphs for s in p.sentences}
    assert said["mau#D4.p1.s1"].startswith("Các ông")
    assert said["mau#D2.3.p1.s1"] == "Người khác."
    assert said["mau#D2.1.p2.s1"] == "Người một;"


def test_a_diem_has_its_label_and_so_has_what_stands_inside_it() -> None:
    # "đ" between "a" and "b" is out of order: it opens nothing.
    found = [(p.kind, p.label_part) for p in parsed(LAW).paragraphs if p.section == "D2.1"]
    assert found == [
        ("paragraph", ""),
        ("item", "điểm a"),
        ("paragraph", "điểm a"),
        ("paragraph", "điểm a"),
        ("item", "điểm b"),
    ]


def test_de_follows_d_and_its_parent_is_the_line_with_the_colon() -> None:
    letters = "\n\n".join(f"{letter}) việc {letter};" for letter in "abcdđe")
    report = parsed(f"Điều 1. Việc\n\n1. Gồm các việc:\n\n{letters}\n\n- gạch\n\nĐiều 2. Khác\n\nHai.")
    items = [p for p in report.paragraphs if p.section == "D1.1" and p.kind == "item"]
    assert [p.label_part for p in items] == [f"điểm {letter}" for letter in "abcdđe"]
    assert {p.parent for p in items} == {"mau#D1.1.p1"}
    (bullet,) = [p for p in report.paragraphs if p.kind == "bullet"]
    assert (bullet.label_part, bullet.parent) == ("điểm e", items[-1].id)


def test_a_list_inside_a_clause_opens_no_sections() -> None:
    source = (
        "Điều 1. Hồ sơ\n\n1. Đơn, kèm theo:\n\n1. Ảnh;\n\n2. Bản sao;\n\n2. Ý kiến.\n\n3. Phí.\n\nĐiều 2. Khác\n\nHai."
    )
    report = parsed(source)
    assert [s.title for s in report.sections if s.code.startswith("D1.")] == ["Đơn, kèm theo", "Ý kiến", "Phí"]


def test_numbers_inside_a_quotation_are_those_of_another_document() -> None:
    source = (
        "Điều 1. Sửa đổi như sau:\n\n“Điều 2. Cũ\n\n1. Khoản cũ.\n\nĐiều 3. Cũ nữa.”\n\nĐiều 2. Hiệu lực\n\nTừ ngày ký."
    )
    report = parsed(source)
    assert [(s.code, s.title) for s in report.sections[1:]] == [("D1", "Sửa đổi như sau"), ("D2", "Hiệu lực")]


def test_a_circular_without_articles_has_roman_parts_with_a_stroke_and_numbered_paragraphs() -> None:
    source = "I/ Đối tượng:\n\nMở.\n\n1- Dự án một.\n\n2- Dự án hai.\n\nII/ Hồ sơ:\n\n1/ Đơn.\n\n2/ Giấy."
    assert [(code, label) for code, label, _ in labels(parsed(source))] == [
        ("I", "Mục I"),
        ("I.1", "Mục I.1"),
        ("I.2", "Mục I.2"),
        ("II", "Mục II"),
        ("II.1", "Mục II.1"),
        ("II.2", "Mục II.2"),
    ]


def test_numbered_paragraphs_alone_are_sections_where_there_are_several() -> None:
    source = "Mở.\n\n1- Một.\n\n2- Về hai:\n\n2.1- Hai một.\n\n2.2 - Hai hai.\n\n3- Ba."
    assert labels(parsed(source)) == [
        ("1", "Mục 1", 1),
        ("2", "Mục 2", 1),
        ("2.1", "Mục 2.1", 2),
        ("2.2", "Mục 2.2", 2),
        ("3", "Mục 3", 1),
    ]


def test_parts_by_ordinals_hold_roman_sections_that_begin_again() -> None:
    source = "## Phần thứ nhất\n\n## KẾT QUẢ\n\n### I. A\n\n#### 1. a\n\nMột.\n\n## Phần thứ hai\n\n## NHIỆM VỤ\n\n### I. B\n\nHai."
    assert labels(parsed(source)) == [
        ("P1", "Phần thứ nhất", 1),
        ("P1.I", "Mục I Phần thứ nhất", 2),
        ("P1.I.1", "Mục I.1 Phần thứ nhất", 3),
        ("P2", "Phần thứ hai", 1),
        ("P2.I", "Mục I Phần thứ hai", 2),
    ]


def test_a_report_may_go_down_to_decimals() -> None:
    source = "## I. A\n\n### 1. một\n\n#### 1.1. một một\n\nChữ.\n\n#### 1.2. một hai\n\nChữ.\n\n### 2. hai\n\n## II. B"
    assert [code for code, _, _ in labels(parsed(source))] == ["I", "I.1", "I.1.1", "I.1.2", "I.2", "II"]


ATTACHED = """QUYẾT ĐỊNH

Về việc ban hành Quy chế

Điều 1. Ban hành kèm theo Quyết định này Quy chế.

Điều 2. Thi hành./.

Nơi nhận:

- Lưu: VT.

QUY CHẾ

LÀM VIỆC

(Ban hành kèm theo Quyết định số 5/QĐ-STN ngày 01/02/2024)

Chương I

QUY ĐỊNH CHUNG

Điều 1. Phạm vi

Một.

PHỤ LỤC II

DANH MỤC

Hai.
"""


def test_what_is_attached_has_a_series_of_its_own() -> None:
    assert labels(parsed(ATTACHED)) == [
        ("D1", "Điều 1", 1),
        ("D2", "Điều 2", 1),
        ("closing", "Phần kết", 1),
        ("A1", "Quy chế", 1),
        ("A1-C1", "Chương I Quy chế", 2),
        ("A1-D1", "Điều 1 Quy chế", 3),
        ("A2", "Phụ lục II", 1),
    ]


def test_an_attachment_is_named_by_its_title_and_its_words_are_kept() -> None:
    report = parsed(ATTACHED)
    assert [report.section(code).title for code in ("A1", "A1-C1", "A2")] == [
        "QUY CHẾ LÀM VIỆC",
        "QUY ĐỊNH CHUNG",
        "DANH MỤC",
    ]
    assert "\n".join(report.text[p.start : p.end] for p in report.paragraphs) == report.text


@pytest.mark.parametrize(
    "line", ["Phụ lục I kèm theo Thông tư này quy định mẫu đơn.", "Kèm theo thông báo phải có quyết định."]
)
def test_a_sentence_about_an_annex_attaches_nothing(line: str) -> None:
    assert [s.code for s in parsed(f"Điều 1. Hồ sơ\n\n{line}\n\nĐiều 2. Khác\n\nHai.").sections] == [
        "header",
        "D1",
        "D2",
    ]


def test_a_dieu_typed_twice_is_kept_twice() -> None:
    report = parsed("Điều 1. Một\n\nA.\n\nĐiều 2. Hai\n\nB.\n\nĐiều 2. Lại hai\n\nC.\n\nĐiều 3. Ba\n\nD.")
    assert [(s.code, s.label) for s in report.sections[2:4]] == [("D2", "Điều 2"), ("D2-2", "Điều 2")]
