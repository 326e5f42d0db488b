"""PDF files of a few lines, as offices' programs write them. Knows what a reader sees, not how glyphs are found."""

import io
import time

import pypdf
import pytest
from fpdf import FPDF

from corpus.errors import ReportError
from corpus.reading.pdf import read
from tests.corpus.reading.legacy_text import typed_in
from tests.corpus.reading.page_files import HEIGHT, SENTENCE, WIDTH, paragraphs, pdf

LONG = f"{SENTENCE}, trong đó có nhiều kết quả nổi bật về nông nghiệp, du lịch và giáo dục của các huyện."


def blocks(data: bytes) -> list[str]:
    return read(data, "a.pdf").markdown.strip().split("\n\n")


def test_lines_become_paragraphs_again() -> None:
    assert blocks(pdf(paragraphs(LONG, f"1. {LONG}", f"a) {LONG}", "- Ngắn;", f"+ {LONG}"))) == [
        LONG,
        f"1. {LONG}",
        f"a) {LONG}",
        "- Ngắn;",
        f"+ {LONG}",
    ]


def test_a_paragraph_goes_on_over_the_end_of_a_page_and_page_numbers_are_dropped() -> None:
    def number(file: FPDF) -> None:
        file.set_font("Serif", size=11)
        file.set_y(10)
        file.cell(0, 6, str(file.page_no()), align="C", new_x="LMARGIN", new_y="NEXT")
        file.set_y(20)
        file.set_font("Serif", size=13)

    many = " ".join([LONG] * 40)
    data = pdf(paragraphs(many, "Hết."), on_top=number)
    assert read(data, "a.pdf").findings.pages > 1
    assert blocks(data) == [many, "Hết."]


def test_running_heads_are_dropped() -> None:
    def head(file: FPDF) -> None:
        file.cell(0, 6, f"Báo cáo năm 2022 – trang {file.page_no()}", new_x="LMARGIN", new_y="NEXT")

    text = read(pdf(paragraphs(*(f"Năm {n} tỉnh có {n} huyện." for n in range(100))), on_top=head), "a.pdf").markdown
    assert "trang" not in text
    assert text.count("tỉnh có") == 100


def test_headings_in_bold_stay_bold_and_centred_lines_of_a_title_are_joined() -> None:
    def draw(file: FPDF) -> None:
        file.add_page()
        file.set_font("Serif", "B", 13)
        for line in ("Chương II", "NHIỆM VỤ VÀ QUYỀN HẠN", "CỦA ỦY BAN NHÂN DÂN TỈNH"):
            file.cell(0, HEIGHT, line, align="C", new_x="LMARGIN", new_y="NEXT")
        file.cell(0, HEIGHT, "Điều 5. Phạm vi", new_x="LMARGIN", new_y="NEXT")
        file.set_font("Serif", "", 13)
        file.multi_cell(WIDTH, HEIGHT, LONG, align="J")

    assert blocks(pdf(draw)) == [
        "**Chương II**",
        "**NHIỆM VỤ VÀ QUYỀN HẠN CỦA ỦY BAN NHÂN DÂN TỈNH**",
        "**Điều 5. Phạm vi**",
        LONG,
    ]


def test_the_sides_of_a_letterhead_are_read_one_after_the_other() -> None:
    def draw(file: FPDF) -> None:
        file.add_page()
        for left, right in (
            ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            ("TỈNH A", "Độc lập - Tự do - Hạnh phúc"),
            ("Số: 05/BC-UBND", "A, ngày 05 tháng 01 năm 2023"),
        ):
            file.set_font("Serif", "", 11)
            file.cell(60, HEIGHT, left, align="C")
            file.cell(100, HEIGHT, right, align="C", new_x="LMARGIN", new_y="NEXT")
        file.set_font("Serif", "", 13)
        file.multi_cell(WIDTH, HEIGHT, LONG, align="J")

    found = blocks(pdf(draw))
    assert found[-1] == LONG
    assert " ".join(found[:-1]) == (
        "ỦY BAN NHÂN DÂN TỈNH A Số: 05/BC-UBND CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc "
        "A, ngày 05 tháng 01 năm 2023"
    )


def test_two_columns_of_running_text_are_read_down_one_after_the_other() -> None:
    words = LONG.split()

    def draw(file: FPDF) -> None:
        file.add_page()
        file.set_font("Serif", size=10)
        lines = file.multi_cell(75, 5, " ".join(words * 6), dry_run=True, output="LINES", align="L")
        assert isinstance(lines, list)
        half = len(lines) // 2
        for left, right in zip(lines[:half], lines[half : 2 * half], strict=True):
            file.cell(85, 5, left)
            file.cell(75, 5, right, new_x="LMARGIN", new_y="NEXT")

    text = " ".join(blocks(pdf(draw))).split()
    assert text[:60] == (words * 6)[:60]


def test_a_ruled_table_becomes_a_table_and_goes_on_over_pages() -> None:
    rows = [["STT", "Huyện", "Số hộ"], *([str(n), f"Huyện {n}", str(n * 1000)] for n in range(1, 61))]

    def draw(file: FPDF) -> None:
        file.add_page()
        file.multi_cell(WIDTH, HEIGHT, LONG, new_x="LMARGIN", new_y="NEXT")
        with file.table(rows, col_widths=(1, 3, 2), line_height=6):
            pass
        file.multi_cell(WIDTH, HEIGHT, "Sau bảng.", new_x="LMARGIN", new_y="NEXT")

    found = blocks(pdf(draw))
    assert found[0] == LONG
    assert found[1].splitlines()[:3] == ["| STT | Huyện | Số hộ |", "| --- | --- | --- |", "| 1 | Huyện 1 | 1000 |"]
    assert found[1].splitlines()[-1] == "| 60 | Huyện 60 | 60000 |"
    assert len(found[1].splitlines()) == 62
    assert found[2:] == ["Sau bảng."]


def test_a_footnote_in_small_type_at_the_foot_is_tied_to_its_raised_mark() -> None:
    def draw(file: FPDF) -> None:
        file.add_page()
        file.write(HEIGHT, "Đã hỗ trợ 32 hộ")
        file.char_vpos = "SUP"
        file.write(HEIGHT, "1")
        file.char_vpos = "LINE"
        file.write(HEIGHT, " trên diện tích 50 m")
        file.char_vpos = "SUP"
        file.write(HEIGHT, "2")
        file.char_vpos = "LINE"
        file.write(HEIGHT, " đất.")
        file.set_y(260)
        file.set_font("Serif", size=9)
        file.multi_cell(WIDTH, 4, "1 Gồm 20 hộ ở huyện A.", new_x="LMARGIN", new_y="NEXT")

    reading = read(pdf(draw), "a.pdf")
    assert reading.markdown == "Đã hỗ trợ 32 hộ[^1] trên diện tích 50 m² đất.\n\n[^1]: Gồm 20 hộ ở huyện A.\n"
    assert reading.findings.footnotes == 1


def test_legacy_text_is_converted() -> None:
    reading = read(pdf(paragraphs(typed_in("vni", LONG))), "a.pdf")
    assert reading.markdown.strip() == LONG
    assert reading.findings.encodings == ("vni",)


def test_marks_of_markdown_in_the_text_are_escaped() -> None:
    assert blocks(pdf(paragraphs("Tổng *) của [^1] là # 5 và được tính như sau, theo quy định"))) == [
        r"Tổng \*) của \[^1] là # 5 và được tính như sau, theo quy định"
    ]


def locked(password: str) -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(pdf(paragraphs(LONG))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_file_with_a_password_is_refused_and_one_that_only_forbids_printing_is_read() -> None:
    with pytest.raises(ReportError, match="encrypted"):
        read(locked("secret"), "a.pdf")
    assert read(locked(""), "a.pdf").markdown.strip() == LONG


def test_a_broken_list_of_objects_is_repaired() -> None:
    data = pdf(paragraphs(LONG))
    at = data.rindex(b"startxref")
    assert read(data[:at] + b"startxref\n999999\n%%EOF", "a.pdf").markdown.strip() == LONG


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n1 0 obj\n<<", b"%PDF-1.7\n" + bytes(5000)])
def test_what_is_no_pdf_inside_is_refused(data: bytes) -> None:
    with pytest.raises(ReportError, match="broken"):
        read(data, "a.pdf")


def test_more_pages_than_allowed_are_refused() -> None:
    with pytest.raises(ReportError, match="too-many-pages"):
        read(pdf(paragraphs(*[LONG] * 40)), "a.pdf", most_pages=1)


def test_five_hundred_pages_are_read_within_a_minute() -> None:
    one = pdf(paragraphs(LONG))
    writer = pypdf.PdfWriter()
    for _ in range(500):
        writer.append(io.BytesIO(one))
    out = io.BytesIO()
    writer.write(out)
    started = time.monotonic()
    assert read(out.getvalue(), "a.pdf").findings.pages == 500
    assert time.monotonic() - started < 60
