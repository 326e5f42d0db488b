"""Tables as grids: what names a row, what counts, what stands above; sheets and their captions as sections."""

from pathlib import Path

from corpus.grid import caption_of, read_grids
from corpus.models import Report
from corpus.parse import parse_report
from corpus.passages import cut_passages

WORKBOOK = """## Năm 2005

**VỐN THEO NGÀNH 2005**@
**(tính tới tháng 8)**

| STT | Ngành | Số dự án | Vốn |
| --- | --- | --- | --- |
| I | Công nghiệp | 3 | 900 |
| I | CN nặng | 1 | 600 |
| I | CN nhẹ | 2 | 300 |
| II | Dịch vụ | 1 | 100 |
| Tổng số | Tổng số | 4 | 1.000 |

Nguồn: Cục.

**VỐN THEO NƯỚC 2005**

| STT | Nước | Số dự án | Vốn |
| --- | --- | --- | --- |
| 1 | Hà Lan | 4 | 1.000 |

## Năm 2006

**VỐN THEO NƯỚC 2006**

| STT | Nước | Số dự án | Vốn |
| --- | --- | --- | --- |
| 1 | Hà Lan | 5 | 1.100 |
""".replace("@", "  ")  # a hard line break


def parsed(source: str) -> Report:
    """Parse a small document."""
    return parse_report(source, Path("mau.md"))


def test_numbers_of_rows_name_nothing_and_figures_are_told_from_words() -> None:
    grid = read_grids(parsed(WORKBOOK))[1]
    assert (grid.headers, grid.names, grid.figures) == (("STT", "Ngành", "Số dự án", "Vốn"), (1,), (2, 3))
    assert grid.caption.split() == "VỐN THEO NGÀNH 2005 (tính tới tháng 8)".split()


def test_only_the_first_row_with_a_number_opens_its_group() -> None:
    grid = read_grids(parsed(WORKBOOK))[1]
    assert [(grid.name(row), row.groups, row.opens, row.total) for row in grid.rows] == [
        ("Công nghiệp", (), True, False),
        ("CN nặng", ("I Công nghiệp",), False, False),
        ("CN nhẹ", ("I Công nghiệp",), False, False),
        ("Dịch vụ", (), False, False),
        ("Tổng số", (), False, True),
    ]


def test_each_sheet_is_a_section_and_its_captioned_tables_are_inside() -> None:
    report = parsed(WORKBOOK)
    assert [(s.code, s.level, s.title) for s in report.sections[1:]] == [
        ("m1", 1, "Năm 2005"),
        ("m1.b1", 2, "VỐN THEO NGÀNH 2005 (tính tới tháng 8)"),
        ("m1.b2", 2, "VỐN THEO NƯỚC 2005"),
        ("m2", 1, "Năm 2006"),
        ("m2.b1", 2, "VỐN THEO NƯỚC 2006"),
    ]
    assert report.title == "Năm 2005"
    assert {p.section for p in cut_passages(report) if "Hà Lan" in p.text} == {"m1.b2", "m2.b1"}


def test_the_words_of_a_group_are_context_and_its_figures_are_not() -> None:
    (heavy,) = [p for p in cut_passages(parsed(WORKBOOK)) if "CN nặng" in p.text]
    assert heavy.context.endswith(". I Công nghiệp")
    assert "900" not in heavy.context


def test_a_caption_that_is_the_title_of_the_section_is_context_once() -> None:
    (heavy,) = [p for p in cut_passages(parsed(WORKBOOK)) if "CN nặng" in p.text]
    assert heavy.context == "Năm 2005. VỐN THEO NGÀNH 2005 (tính tới tháng 8). I Công nghiệp"


def test_a_row_knows_the_caption_of_its_table_over_the_unit() -> None:
    report = parsed("## I. THU\n\nBảng 1. Thu\n\nĐơn vị tính: ha\n\n| A | B |\n| --- | --- |\n| x | 1 |\n")
    row = next(paragraph for paragraph in report.paragraphs if paragraph.cells and paragraph.sentences)
    grid = read_grids(report)[1]
    assert caption_of(report, row) == "Bảng 1. Thu"
    assert grid.unit is not None
    assert report.text[grid.unit.start : grid.unit.end] == "Đơn vị tính: ha"


def test_a_column_of_years_names_the_rows_where_no_words_do() -> None:
    grid = read_grids(parsed("| Năm | Dân số |\n| --- | --- |\n| 2020 | 10 |\n| 2021 | 11 |\n"))[1]
    assert (grid.names, grid.figures) == ((0,), (1,))
