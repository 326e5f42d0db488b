"""Answers as files: what was asked, what was answered, and every quote with its place."""

import io
import zipfile
from xml.etree import ElementTree

import docx
import pytest
from pypdf import PdfReader

from app.export.decree import full_form
from app.export.dialogue import Entry
from app.export.files import as_file
from app.export.markdown import as_markdown
from app.export.word import as_word
from corpus.library import Library, open_library
from corpus.models import Report
from tests.fakes import answered, cite, near, refused

ROSES = "huyện Tam Đường 32,8 ha"
CARRIERS = "03 đơn vị vận tải của thành phố Hà Nội"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library()


@pytest.fixture
def report(library: Library) -> Report:
    return library.reports[0]


@pytest.fixture
def entries(report: Report) -> tuple[Entry, ...]:
    both = answered("Hoa hồng: 32,8 ha [1].\nĐơn vị: 03 [2].", cite(report, ROSES), cite(report, CARRIERS, 2))
    return (
        Entry("Bao nhiêu <ha>?\x0b", both),
        Entry("Mường Tè?", refused("Báo cáo không nêu.", near(report, ROSES, "Mục I.3"))),
    )


def part(word: bytes, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(word)).read(name))


def texts(element: ElementTree.Element) -> str:
    return "".join(found.text or "" for found in element.iter(f"{W}t"))


def test_a_word_file_opens_and_says_question_and_answer(entries: tuple[Entry, ...], library: Library) -> None:
    paragraphs = [p.text for p in docx.Document(io.BytesIO(as_word(entries, library))).paragraphs]
    assert paragraphs[1:5] == ["Bao nhiêu <ha>?", "Hoa hồng: 32,8 ha.", "Đơn vị: 03.", "Trích nguyên văn"]
    assert "Báo cáo không nêu." in paragraphs
    assert f"- Mục I.3: “{ROSES}”" in paragraphs


def test_the_quotes_of_a_word_file_are_real_footnotes(
    entries: tuple[Entry, ...], library: Library, report: Report
) -> None:
    word = as_word(entries, library)
    notes = {note.get(f"{W}id"): texts(note).strip() for note in part(word, "word/footnotes.xml")}
    assert notes == {
        "-1": "",
        "0": "",
        "1": f"{full_form(report)}, khoản 3 mục I: “{ROSES}”",
        "2": f"Báo cáo số …/BC-UBND, khoản 2 mục I, chú thích 2: “{CARRIERS}”",
    }
    marks = part(word, "word/document.xml").iter(f"{W}footnoteReference")
    assert [mark.get(f"{W}id") for mark in marks] == ["1", "2"]
    relations = zipfile.ZipFile(io.BytesIO(word)).read("word/_rels/document.xml.rels").decode()
    assert "relationships/footnotes" in relations


def test_a_word_file_has_the_page_and_type_of_official_documents(entries: tuple[Entry, ...], library: Library) -> None:
    document = docx.Document(io.BytesIO(as_word(entries, library)))
    page = document.sections[0]
    assert [round(side.mm) for side in (page.page_width, page.left_margin, page.right_margin) if side] == [210, 30, 15]
    assert (document.styles["Normal"].font.name, document.styles["Normal"].font.size.pt) == ("Times New Roman", 13)


def test_markdown_carries_the_quotes_as_footnotes_and_shows_markup_as_text(
    entries: tuple[Entry, ...], library: Library, report: Report
) -> None:
    text = as_markdown(entries, library).decode()
    assert "## Bao nhiêu \\<ha\\>?" in text
    assert "Hoa hồng: 32,8 ha[^1-1]." in text
    assert f"[^1-1]: {full_form(report)}, khoản 3 mục I: “{ROSES}”" in text
    assert f"- Mục I.3: “{ROSES}”" in text


def test_a_pdf_keeps_every_diacritic(entries: tuple[Entry, ...], library: Library, report: Report) -> None:
    letters = "ằẳẵắặ ầẩẫấậ ềểễếệ ồổỗốộ ờởỡớợ ừửữứự ỳỷỹýỵ đĐ ỈỊỬỮ"
    file = as_file((*entries, Entry(letters, refused("Không."))), "pdf", library)
    read = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(file.data)).pages).split())
    assert letters in read
    assert "Hoa hồng: 32,8 ha [1]." in read
    assert f"{full_form(report)}, khoản 3 mục I: “{ROSES}”" in read
    assert (file.name, file.media_type) == ("hoi-dap.pdf", "application/pdf")


def test_a_long_conversation_goes_on_over_the_pages(library: Library, report: Report) -> None:
    answer = answered(" ".join(["chữ"] * 300), cite(report, ROSES))
    file = as_file(tuple(Entry(f"Câu {n}?", answer) for n in range(8)), "pdf", library)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(file.data)).pages]
    assert len(pages) > 2
    assert pages[1].startswith("2")


def test_one_answer_is_named_as_one(entries: tuple[Entry, ...], library: Library) -> None:
    assert as_file(entries[:1], "docx", library).name == "tra-loi.docx"
