"""A table of an answer in every form of export."""

import io

import docx
from pypdf import PdfReader

from app.export.dialogue import Entry
from app.export.files import as_file
from corpus.library import open_library
from tests.fakes import answered, cite

TEXT = "| Năm | Số liệu |\n| --- | --- |\n| 2021 | 27 chuyến [1] |\n| 2022 | 32 chuyến [2] |\nTăng 5 chuyến [1] [2]"
LIBRARY = open_library()
REPORT = LIBRARY.reports[0]
ENTRIES = (
    Entry(
        "So với năm trước?",
        answered(TEXT, cite(REPORT, "27 chuyến/ngày năm 2021"), cite(REPORT, "32 chuyến/ngày năm 2022", 2)),
    ),
)


def test_markdown_keeps_the_table_with_a_footnote_in_its_cell() -> None:
    written = as_file(ENTRIES, "md", LIBRARY).data.decode()
    assert "| Năm | Số liệu |\n| --- | --- |\n| 2021 | 27 chuyến[^1-1] |\n| 2022 | 32 chuyến[^1-2] |\n" in written


def test_word_has_a_table_with_footnotes_in_its_cells() -> None:
    document = docx.Document(io.BytesIO(as_file(ENTRIES, "docx", LIBRARY).data))
    (table,) = document.tables
    assert [[cell.text.strip() for cell in row.cells] for row in table.rows] == [
        ["Năm", "Số liệu"],
        ["2021", "27 chuyến"],
        ["2022", "32 chuyến"],
    ]
    assert "footnoteReference" in table.rows[1].cells[1]._tc.xml


def test_pdf_has_the_cells_and_no_bars() -> None:
    pages = PdfReader(io.BytesIO(as_file(ENTRIES, "pdf", LIBRARY).data)).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "2021 27 chuyến [1]" in text
    assert "|" not in text
