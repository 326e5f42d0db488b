"""Blocks become one text with sections, paragraphs, parents and footnotes in their places."""

from pathlib import Path

import pytest

from corpus.models import Paragraph, Report
from corpus.parse import parse_report


def parsed(source: str) -> Report:
    """Parse a small document with the id "mau"."""
    return parse_report(source, Path("mau.md"))


def texts(report: Report) -> list[tuple[str, str]]:
    """Return id (without the report's) and text of each paragraph."""
    return [(p.id.removeprefix("mau#"), report.text[p.start : p.end]) for p in report.paragraphs]


def parents(report: Report) -> dict[str, str | None]:
    """Return, for each paragraph's text, the text of the paragraph that introduces it."""
    by_id = {paragraph.id: paragraph for paragraph in report.paragraphs}

    def text(paragraph: Paragraph) -> str:
        return report.text[paragraph.start : paragraph.end]

    return {text(p): text(by_id[p.parent]) if p.parent else None for p in report.paragraphs}


def test_the_text_is_one_line_per_paragraph() -> None:
    report = parsed("Mở.\n\n## I. A\n\n### 1. một\n\nHai.\nBa.\n")
    assert report.text == "Mở.\nI. A\n1. một\nHai. Ba."
    assert texts(report) == [("header.p1", "Mở."), ("I.h", "I. A"), ("I.1.h", "1. một"), ("I.1.p1", "Hai. Ba.")]


def test_sections_nest_and_cover_the_text() -> None:
    # "Mở." is 0 to 3 and its line feed 4; part I starts at 4, its item at 9, part II at 21 after "Hai.".
    report = parsed("Mở.\n\n## I. A\n\n### 1. một\n\nHai.\n\n## II. B\n")
    assert [(s.code, s.path, s.start, s.end) for s in report.sections] == [
        ("header", ("Phần mở đầu",), 0, 4),
        ("I", ("A",), 4, 21),
        ("I.1", ("A", "một"), 9, 21),
        ("II", ("B",), 21, 26),
    ]


def test_a_numbered_paragraph_is_its_section_and_its_number_is_outside_the_sentence() -> None:
    report = parsed("## I. A\n\n1. Các sở làm. Rồi báo cáo.\n\n2. Hai.\n")
    assert texts(report) == [("I.h", "I. A"), ("I.1.p1", "1. Các sở làm. Rồi báo cáo."), ("I.2.p1", "2. Hai.")]
    spoken = [report.text[s.start : s.end] for p in report.paragraphs for s in p.sentences]
    assert spoken == ["Các sở làm.", "Rồi báo cáo.", "Hai."]


def test_footnote_bodies_stand_at_the_end_of_the_section_that_holds_their_marks() -> None:
    source = "## I. A\n\nMột<sup>2</sup> hai[^1].\n\n## II. B\n\n[^1]: Chú một.\n\n<sup>2</sup>Chú hai.\n\nBa.\n"
    report = parsed(source)
    assert texts(report) == [
        ("I.h", "I. A"),
        ("I.p1", "Một hai."),
        ("fn2", "Chú hai."),
        ("fn1", "Chú một."),
        ("II.h", "II. B"),
        ("II.p1", "Ba."),
    ]
    assert [(f.number, f.section, report.text[: f.anchor]) for f in report.footnotes] == [
        ("2", "I", "I. A\nMột"),
        ("1", "I", "I. A\nMột hai"),
    ]


def test_bullets_and_sub_bullets_know_what_introduces_them() -> None:
    report = parsed("## I. A\n\nGồm có:\n\n- Một:\n\n+ Nhỏ;\n\n+ Nhỏ nữa.\n\n- Hai.\n\n+ Nhỏ ba.\n")
    assert parents(report) == {
        "I. A": None,
        "Gồm có:": None,
        "Một:": "Gồm có:",
        "Nhỏ;": "Một:",
        "Nhỏ nữa.": "Một:",
        "Hai.": "Gồm có:",
        "Nhỏ ba.": "Hai.",
    }


def test_paragraphs_after_a_bullet_with_a_colon_belong_to_it() -> None:
    report = parsed("## I. A\n\n- Về giáo dục:\n\nSở họp.\n\nTrường dạy.\n\n- Về y tế: xong.\n\nKhông thuộc mục nào.\n")
    assert parents(report) == {
        "I. A": None,
        "Về giáo dục:": None,
        "Sở họp.": "Về giáo dục:",
        "Trường dạy.": "Về giáo dục:",
        "Về y tế: xong.": None,
        "Không thuộc mục nào.": None,
    }


def test_sub_bullets_right_below_a_paragraph_belong_to_it() -> None:
    assert parents(parsed("## I. A\n\n- Cũ.\n\nGồm:\n\n+ Một;\n\n+ Hai.\n")) == {
        "I. A": None,
        "Cũ.": None,
        "Gồm:": None,
        "Một;": "Gồm:",
        "Hai.": "Gồm:",
    }


def test_a_parent_is_never_in_another_section() -> None:
    report = parsed("## I. A\n\nGồm:\n\n## II. B\n\n- Một.\n")
    assert parents(report)["Một."] is None


def test_unnumbered_headings_inside_a_section_have_ids_of_their_own() -> None:
    report = parsed("## I. A\n\n### Trồng trọt\n\nMột.\n\n### Chăn nuôi\n\nHai.\n")
    assert [identity for identity, _ in texts(report)] == ["I.h", "I.h2", "I.p1", "I.h3", "I.p2"]


def test_the_closing_begins_with_the_closing_formula_and_the_signature_is_one_paragraph() -> None:
    end = "**Nơi nhận:**\n\n- UBND tỉnh.\n\n**TM. ỦY BAN  \nCHỦ TỊCH**\n\n**Lê An**\n"
    report = parsed(f"## I. A\n\nMột.\n\nTrên đây là báo cáo./.\n\n{end}")
    closing = [p for p in report.paragraphs if p.section == "closing"]
    assert [(report.text[p.start : p.end], p.role) for p in closing] == [
        ("Trên đây là báo cáo./.", "body"),
        ("Nơi nhận:", "recipients"),
        ("UBND tỉnh.", "recipients"),
        ("TM. ỦY BAN\nCHỦ TỊCH\nLê An", "signature"),
    ]
    assert report.section("closing").end == len(report.text)


def test_the_end_mark_in_the_last_item_does_not_make_it_the_closing() -> None:
    report = parsed("## I. A\n\n1. Một.\n\n2. Hai./.\n\nNơi nhận:\n\n- Lưu: VT.\n")
    assert [s.code for s in report.sections] == ["header", "I", "I.1", "I.2", "closing"]


@pytest.mark.parametrize("end", ["", "\n\n---\n"])
def test_repairs_point_at_their_trace_in_the_text(end: str) -> None:
    report = parsed(f"## I. A\n\nTa đã\n\n---\n\nhỗ trợ các hội nghị, 2 hội chợ, tuần lễ.{end}")
    (join,) = [repair for repair in report.repairs if repair.kind == "join"]
    (stray,) = [repair for repair in report.repairs if repair.kind == "page-number"]
    assert report.text[: join.at].endswith("Ta đã")
    assert report.text[stray.at :].startswith("hội chợ")
