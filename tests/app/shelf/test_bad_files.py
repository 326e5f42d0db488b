"""One command with every kind of bad file: each is refused with its reason or read, in bounded time; the good ones go on."""

import io
import time
from pathlib import Path

import pypdf
import pytest
from fpdf import FPDF

from app.explain import explain
from app.shelf.models import Outcome, Sent
from app.shelf.shelf import Shelf
from corpus.reading.apart import Limits
from tests.app.shelf.place import Place, health
from tests.corpus.reading.page_files import FONTS, SENTENCE, paragraphs, pdf
from tests.corpus.reading.test_bad_office_files import archive, compound_file
from tests.corpus.reading.word_file import docx, p
from tests.fakes import SyllableEncoder
from tests.small_library import HEALTH_ID

LIMITS = Limits(seconds=60)
TEXT = f"{SENTENCE}./."
WORDS = ("An Bình", "Bản Bo", "Hồ Thầu", "Khun Há", "Nà Tăm", "Sùng Phài", "Thèn Sin")


def locked_pdf() -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(pdf(paragraphs(TEXT))))
    writer.encrypt("secret", "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def long_pdf(pages: int) -> bytes:
    """A PDF whose pages each say which one they are."""
    file = FPDF()
    file.add_font("Serif", "", str(FONTS / "SourceSerifPro-Regular.ttf"))
    file.set_font("Serif", size=13)
    for number in range(1, pages + 1):
        file.add_page()
        for line in range(20):
            # Nothing that comes back on each page is text of its own.
            file.multi_cell(
                0,
                7,
                f"Xã {WORDS[number % 7]} {WORDS[line % 6]} thu {number * 31 + line} triệu đồng.",
                new_x="LMARGIN",
                new_y="NEXT",
            )
    return bytes(file.output())


def without_xref() -> bytes:
    data = pdf(paragraphs(TEXT))
    return data[: data.rindex(b"startxref")] + b"startxref\n999999\n%%EOF"


REFUSED = {
    "mật khẩu.docx": (compound_file("EncryptedPackage"), "encrypted"),
    "mật khẩu.xlsx": (compound_file("EncryptedPackage"), "encrypted"),
    "mật khẩu.pdf": (locked_pdf(), "encrypted"),
    "macro.docm": (archive({"word/document.xml": b"<a/>", "word/vbaProject.bin": b"x"}), "macro"),
    "macro.xlsm": (archive({"xl/workbook.xml": b"<a/>", "xl/vbaProject.bin": b"x"}), "macro"),
    "bom.docx": (archive({"word/document.xml": b"<a>" + bytes(50_000_000)}), "bomb"),
    "trống.docx": (b"", "empty"),
    "chương trình.pdf": (b"MZ" + bytes(5000), "unsupported"),
    "cắt dở.docx": (docx(p(TEXT))[:-300], "broken"),
    "cắt dở.pdf": (b"%PDF-1.4\n1 0 obj\n<<", "broken"),
}
READ = {"đuôi sai.pdf": docx(p(f"{SENTENCE} năm 2021./.")), "hỏng bảng đối tượng.pdf": without_xref()}


@pytest.fixture
def outcomes(place: Place) -> dict[str, Outcome]:
    """What became of all of them in one command, with a good file first and one last."""
    huge = place.folder / "200 MB.pdf"
    with huge.open("wb") as file:
        file.truncate(200 * 2**20)
    files = [
        health(),
        Sent(huge.name, huge),
        *(Sent(name, data) for name, (data, _) in REFUSED.items()),
        *(Sent(name, data) for name, data in READ.items()),
    ]
    shelf = Shelf(place.corpus, place.index, SyllableEncoder, limits=LIMITS)
    return {outcome.name: outcome for outcome in shelf.take_in(files)}


def test_every_bad_file_is_refused_by_name_and_the_others_are_taken_in(
    place: Place, outcomes: dict[str, Outcome]
) -> None:
    faults = {name: outcome.fault.fault for name, outcome in outcomes.items() if outcome.fault}
    assert faults == {"200 MB.pdf": "too-large", **{name: fault for name, (_, fault) in REFUSED.items()}}
    for name, outcome in outcomes.items():
        if outcome.fault:
            said = explain(outcome.fault)
            assert name in said
            assert str(place.folder) not in said
    assert sorted(place.reports())[1:] == [f"{HEALTH_ID}.md", "duoi-sai.md", "hong-bang-doi-tuong.md"]
    for name in ("duoi-sai.md", "hong-bang-doi-tuong.md"):
        assert SENTENCE in place.reports()[name].replace("\n", " ")


def test_five_hundred_pages_are_read_in_bounded_time_and_refused_where_a_setting_allows_fewer(place: Place) -> None:
    sent = Sent("500 trang.pdf", long_pdf(500))
    shelf = Shelf(place.corpus, place.index, SyllableEncoder, limits=Limits(pages=400))
    (refused,) = shelf.look_at([sent])
    assert refused.fault is not None
    assert (refused.fault.fault, refused.candidate) == ("too-many-pages", None)
    began = time.monotonic()
    (read,) = place.shelf().look_at([sent])
    assert read.candidate is not None
    assert (read.candidate.findings.pages, time.monotonic() - began < 120) == (500, True)
    assert f"thu {500 * 31 + 19} triệu đồng" in read.candidate.markdown


def test_a_folder_and_a_file_that_is_gone_are_refused(place: Place, tmp_path: Path) -> None:
    outcomes = place.shelf().take_in([Sent("thư mục", tmp_path), Sent("mất.md", tmp_path / "mất.md")])
    assert [outcome.fault and outcome.fault.fault for outcome in outcomes] == ["unreadable", "missing"]
