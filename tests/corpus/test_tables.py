"""Rows of tables say their headers, keep their numbers, and know what stands above them."""

from pathlib import Path

from corpus.models import Paragraph, Report
from corpus.parse import parse_report
from corpus.passages import cut_passages

TABLE = """## I. THU CHI

Bảng 1. Thu và chi

Đơn vị tính: triệu đồng

| STT | Phòng | Thu | Chi |
| --- | --- | --- | --- |
| I | Khối một |  |  |
| 1 | Văn phòng | 1.250,5 | 980 |
| 2 | Kế hoạch[^1] | 2.000 |  |
| Tổng số | Tổng số | 3.250,5 | 980 |

[^1]: Cả năm trước.
"""


def parsed(source: str) -> Report:
    """Parse a small document with the id "mau"."""
    return parse_report(source, Path("mau.md"))


def rows(report: Report) -> list[Paragraph]:
    """Return the rows of the tables."""
    return [paragraph for paragraph in report.paragraphs if paragraph.kind == "row"]


def text(report: Report, paragraph: Paragraph | None) -> str:
    """Return what a paragraph says."""
    return report.text[paragraph.start : paragraph.end] if paragraph else ""


def test_a_row_says_its_headers_and_leaves_empty_cells_out() -> None:
    report = parsed(TABLE)
    assert [text(report, row) for row in rows(report)] == [
        "STT; Phòng; Thu; Chi",
        "STT: I; Phòng: Khối một",
        "STT: 1; Phòng: Văn phòng; Thu: 1.250,5; Chi: 980",
        "STT: 2; Phòng: Kế hoạch; Thu: 2.000",
        "STT: Tổng số; Thu: 3.250,5; Chi: 980",
    ]


def test_a_row_is_one_sentence_and_the_line_of_headers_is_none() -> None:
    assert [len(row.sentences) for row in rows(parsed(TABLE))] == [0, 1, 1, 1, 1]


def test_the_parent_of_a_row_is_the_heading_above_it_then_the_unit_then_the_caption() -> None:
    report = parsed(TABLE)
    _, heading, office, plan, total = rows(report)
    unit = report.paragraph(heading.parent or "")
    assert text(report, unit) == "Đơn vị tính: triệu đồng"
    assert text(report, report.paragraph(unit.parent or "")) == "Bảng 1. Thu và chi"
    assert (office.parent, plan.parent, total.parent) == (heading.id, heading.id, unit.id)


def test_what_stands_above_a_row_is_its_context() -> None:
    (found,) = [passage for passage in cut_passages(parsed(TABLE)) if "Văn phòng" in passage.text]
    assert found.context == "THU CHI. I Khối một. Đơn vị tính: triệu đồng. Bảng 1. Thu và chi"


def test_cells_know_their_column_header_and_value() -> None:
    report = parsed(TABLE)
    office = rows(report)[2]
    found = [(c.column, report.text[c.start : c.value], report.text[c.value : c.end]) for c in office.cells]
    assert found == [(0, "STT: ", "1"), (1, "Phòng: ", "Văn phòng"), (2, "Thu: ", "1.250,5"), (3, "Chi: ", "980")]


def test_a_footnote_in_a_cell_belongs_to_its_row() -> None:
    report = parsed(TABLE)
    footnote = report.footnote("1")
    assert footnote.sentence == rows(report)[3].sentences[0].id
    assert report.text[: footnote.anchor].endswith("Kế hoạch")


def test_every_character_of_a_row_leads_back_to_the_source() -> None:
    report = parsed(TABLE)
    for row in rows(report):
        for at in range(row.start, row.end):
            source = TABLE[report.source_offsets[at]]
            assert source == report.text[at] or (source == "|" and report.text[at] in ":; ")


def test_no_character_of_a_table_is_lost_but_layout() -> None:
    report = parsed(TABLE)
    layout = {at for r in report.repairs for at in range(r.source_start, r.source_end)}
    kept = set(report.source_offsets) | layout
    start, end = TABLE.index("| STT"), TABLE.index("\n\n[^1]:")
    lost = "".join(TABLE[at] for at in range(start, end) if at not in kept and not TABLE[at].isspace())
    assert lost == "Tổngsố"  # the merged cell says its words once


def test_two_tables_are_two_and_pipes_can_be_escaped() -> None:
    report = parsed("| A |\n| --- |\n| x \\| y |\n\n| B |\n| --- |\n| z<br>w |\n")
    assert [(row.table, text(report, row)) for row in rows(report)] == [
        (1, "A"),
        (1, "A: x | y"),
        (2, "B"),
        (2, "B: z w"),
    ]


def test_a_table_without_headers_has_none_before_its_cells() -> None:
    report = parsed("|  |  |\n| --- | --- |\n| Kết hôn | 03 ngày |\n")
    assert [text(report, row) for row in rows(report)] == ["Kết hôn; 03 ngày"]


def test_pipes_without_a_line_of_dashes_are_text() -> None:
    assert rows(parsed("| Huyện | ha |\n| Tam Đường | 32,8 |")) == []


def test_in_a_file_of_nothing_but_tables_each_caption_is_a_section() -> None:
    source = "Theo ngành\n\n(tính tới tháng 8)\n\n| A |\n| --- |\n| 1 |\n\nNguồn: Cục.\n\nTheo nước\n\n| B |\n| --- |\n| 2 |\n"
    report = parsed(source)
    assert [(s.code, s.title, s.label) for s in report.sections[1:]] == [
        ("m1", "Theo ngành", "Mục “Theo ngành”"),
        ("m2", "Theo nước", "Mục “Theo nước”"),
    ]
    assert [passage.context for passage in cut_passages(report) if passage.text == "B: 2"] == ["Theo nước"]
