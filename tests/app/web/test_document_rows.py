"""Rows are shown as a table again, long outlines fold below Điều; no character is lost and none is shown twice."""

from pathlib import Path

import pytest

from app.web.document import Highlight, render_document
from app.web.document_outline import render_outline
from corpus.models import Report
from corpus.parse import parse_report
from tests.app.web.test_document import Reader

TABLE = """## I. THU

Bảng 1:

| STT | Phòng | Thu |
| --- | --- | --- |
| I | Khối một |  |
| 1 | Văn phòng[^1] | 1.250,5 |

| Khác |
| --- |
| x |

[^1]: Chú.
"""


@pytest.fixture(scope="module")
def table() -> Report:
    return parse_report(TABLE, Path("bang.md"))


def test_the_text_of_rows_stands_in_the_table_once_and_in_order(table: Report) -> None:
    runs = "".join(Reader(render_document(table)).runs)
    assert runs == "".join(table.text[p.start : p.end] for p in table.paragraphs)


def test_consecutive_rows_of_a_table_are_one_with_its_headers_once(table: Report) -> None:
    page = render_document(table)
    assert page.count('<table class="rows">') == 2
    assert page.count('<th scope="col">') == 4
    assert '<tr class="sentence row" id="s-I.p4" ' not in page  # rows are numbered as paragraphs, sentences below
    assert '<tr class="sentence row" id="s-I.p4.s1" data-passage="bang#I.p4.s1">' in page


def test_an_empty_cell_keeps_its_place(table: Report) -> None:
    row = render_document(table).split('id="s-I.p3.s1"')[1].split("</tr>")[0]
    assert row.count("<td>") == 3
    assert row.endswith("<td></td>")


def test_a_cited_row_is_marked_in_its_cells(table: Report) -> None:
    quote = "STT: 1; Phòng: Văn phòng; Thu: 1.250,5"
    start = table.text.index(quote)
    reader = Reader(render_document(table, [Highlight(1, start, start + len(quote))]))
    assert reader.marked("1") == quote


def test_a_footnote_mark_stands_in_its_cell(table: Report) -> None:
    assert 'Văn phòng</span><sup class="fn" id="fnref-1">' in render_document(table)


def law(articles: int) -> Report:
    """Return a decree with a chapter and articles of two clauses."""
    body = "\n\n".join(f"Điều {i}. Tên {i}\n\n1. Một.\n\n2. Hai." for i in range(1, articles + 1))
    return parse_report(f"Chương I\n\nQUY ĐỊNH\n\n{body}", Path("luat.md"))


def test_a_long_outline_folds_the_clauses_of_each_dieu() -> None:
    outline = render_outline(law(40))
    assert outline.count("<details>") == 41
    assert outline.count("<summary>2 khoản, mục</summary>") == 40
    assert '<a href="#m-D7">Điều 7. Tên 7</a>' in outline
    assert '<a href="#m-D7.2">2. Hai</a>' in outline
    assert '<a href="#m-C1">Chương I. QUY ĐỊNH</a>' in outline


def test_every_section_is_in_the_outline_once() -> None:
    report = law(40)
    outline = render_outline(report)
    assert [outline.count(f'href="#m-{section.code}"') for section in report.sections] == [1] * len(report.sections)


def test_the_outline_of_a_short_report_stays_a_list(report: Report) -> None:
    outline = render_outline(report)
    assert outline.count("<details>") == 1
    assert '<li class="level-2"><a href="#m-I.3">3. Lĩnh vực nông nghiệp</a></li>' in outline


def test_headings_go_no_deeper_than_html() -> None:
    source = "## I. A\n\n### 1. B\n\n#### 1.1. C\n\n##### 1.1.1. D\n\n###### 1.1.1.1. E\n\nChữ."
    page = render_document(parse_report(source, Path("sau.md")))
    assert "<h6>" in page
    assert "<h7>" not in page
