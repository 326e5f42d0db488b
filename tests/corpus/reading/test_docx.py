"""A Word document is read as it is shown: what stands in the text, what is counted, what is left out."""

import unicodedata

from corpus.reading.models import Doubt, Reading
from corpus.reading.read import read_document
from tests.corpus.reading.word_file import cell, docx, note, note_mark, p, run, table


def reading(body: str, **parts: str) -> Reading:
    return read_document(docx(body, **parts), "báo cáo.docx")


def blocks(body: str, **parts: str) -> list[str]:
    return reading(body, **parts).markdown.strip().split("\n\n")


def test_a_footnote_keeps_its_number_its_text_and_the_place_of_its_mark() -> None:
    found = reading(
        p(run("Tăng 5%") + note_mark(7) + run(" so với năm 2021.") + note_mark(9)),
        footnotes=note(7, "Nguồn: Sở A.", "- Kể cả xã B.") + note(9, "Theo số liệu."),
    )
    assert found.markdown == (
        "Tăng 5%[^1] so với năm 2021.[^2]\n\n[^1]: Nguồn: Sở A.<br>- Kể cả xã B.\n\n[^2]: Theo số liệu.\n"
    )
    assert found.findings.footnotes == 2


def test_endnotes_are_numbered_after_the_footnotes() -> None:
    assert blocks(
        p(run("A") + note_mark(1, "endnote") + run(" B") + note_mark(1)),
        footnotes=note(1, "Cuối trang."),
        endnotes=note(1, "Cuối bài.", kind="endnote"),
    ) == ["A[^2] B[^1]", "[^1]: Cuối trang.", "[^2]: Cuối bài."]


def test_tracked_insertions_are_read_and_deletions_are_not_and_both_are_counted() -> None:
    found = reading(
        p(
            run("Có ")
            + '<w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:ins w:id="1">'
            + run("15")
            + "</w:ins>"
            + run(" xã.")
        )
    )
    assert found.markdown == "Có 15 xã.\n"
    assert (found.findings.insertions, found.findings.deletions) == (1, 1)


def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next() -> None:
    assert blocks(p("Một", '<w:rPr><w:del w:id="1"/></w:rPr>') + p(" hai.")) == ["Một hai."]


def test_text_in_decomposed_letters_comes_out_composed() -> None:
    assert blocks(p(unicodedata.normalize("NFD", "Ủy ban nhân dân"))) == ["Ủy ban nhân dân"]


def test_the_soft_hyphen_of_tcvn3_is_a_letter_and_elsewhere_none() -> None:
    legacy = "Thñ t<w:softHyphen/>íng ChÝnh phñ yªu cÇu c¸c c¬ quan b¸o c¸o t×nh h×nh thùc hiÖn nhiÖm vô"
    with_hyphen = f"<w:r><w:t>{legacy.replace('<w:softHyphen/>', '</w:t><w:softHyphen/><w:t>')}</w:t></w:r>"
    found = reading(p(with_hyphen))
    assert found.markdown.startswith("Thủ tướng Chính phủ yêu cầu các cơ quan báo cáo")
    assert found.findings.encodings == ("tcvn3",)
    assert blocks(p("<w:r><w:t>Thủ</w:t><w:softHyphen/><w:t> tướng</w:t></w:r>")) == ["Thủ tướng"]


def test_a_line_in_bold_says_so_and_a_word_in_bold_does_not() -> None:
    bold = "<w:b/>"
    assert blocks(p(run("I. KẾT QUẢ", bold)) + p(run("Kết quả ", bold) + run("tốt.")) + p(run("- Thu", bold))) == [
        "**I. KẾT QUẢ**",
        "Kết quả tốt.",
        "- **Thu**",
    ]


def test_bold_capitals_and_outline_levels_of_styles_count() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 2"/><w:rPr><w:caps/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="C"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:rPr><w:b/></w:rPr></w:style>'
    )
    body = p("Báo cáo", '<w:pStyle w:val="A"/>') + p("Đậm", '<w:pStyle w:val="B"/>')
    assert blocks(body, styles=styles) == ["## BÁO CÁO", "**Đậm**"]


def test_hidden_text_is_left_out_and_doubted() -> None:
    found = reading(p(run("Hiện.") + run("Ẩn.", "<w:vanish/>")))
    assert found.markdown == "Hiện.\n"
    assert found.findings.doubts == (Doubt("hidden"),)


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('Trong hộp')}</w:txbxContent>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    found = reading(p(f"<w:r>{both}</w:r>" + run("Neo.")) + p("Sau."))
    assert found.markdown == "Neo.\n\nTrong hộp\n\nSau.\n"
    assert found.findings.doubts == (Doubt("text-box"),)


def test_the_result_of_a_field_is_read_and_its_code_is_not() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("45") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert blocks(p(run("Tổng: ") + field) + p('<w:fldSimple w:instr="X">' + run("xong") + "</w:fldSimple>")) == [
        "Tổng: 45",
        "xong",
    ]


def test_pictures_and_remarks_are_counted_and_a_formula_keeps_its_letters() -> None:
    found = reading(
        p(run("Xem ") + '<w:r><w:drawing><a:blip/></w:drawing></w:r><w:r><w:commentReference w:id="1"/></w:r>')
        + p(run("S = ") + "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>")
    )
    assert found.markdown == "Xem\n\nS = a+b\n"
    assert found.findings.doubts == (Doubt("image"), Doubt("comment"), Doubt("formula"))


def test_the_table_of_contents_is_left_out() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    assert blocks(p("I. KẾT QUẢ 3", '<w:pStyle w:val="T"/>') + p("Nội dung."), styles=styles) == ["Nội dung."]


def test_merged_cells_repeat_their_text_and_header_lines_are_merged() -> None:
    down, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    found = reading(
        table(
            cell("TT", down) + cell("Xã", down) + cell("Thu", '<w:gridSpan w:val="2"/>'),
            cell("", goes_on) + cell("", goes_on) + cell("2021") + cell("2022"),
            cell("1") + cell("A", down) + cell("1.000") + cell("2.000"),
            cell("2") + cell("", goes_on) + cell("x|y") + cell(p("a") + p("b")),
        )
    )
    assert found.markdown == (
        "| TT | Xã | Thu – 2021 | Thu – 2022 |\n| --- | --- | --- | --- |\n"
        "| 1 | A | 1.000 | 2.000 |\n| 2 | A | x\\|y | a<br>b |\n"
    )
    assert found.findings.tables == 1


def test_a_table_inside_a_cell_stays_in_the_cell() -> None:
    inner = table(cell("c") + cell("1"), cell("d") + cell("2"))
    found = blocks(table(cell("TT") + cell("Số"), cell("A") + cell(p("gồm") + inner + p("hết"))))
    assert found == ["| TT | Số |\n| --- | --- |\n| A | gồm<br>c; 1<br>d; 2<br>hết |"]


def test_the_letterhead_and_the_signature_are_paragraphs() -> None:
    head = table(
        cell("UBND TỈNH A") + cell(p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Độc lập - Tự do - Hạnh phúc")),
        cell("Số: 05/BC-UBND") + cell("A, ngày 05 tháng 01 năm 2023"),
        lines=False,
    )
    foot = table(
        cell(p("Nơi nhận:") + p("- Như trên;") + p("- Lưu: VT.")) + cell(p("TM. ỦY BAN NHÂN DÂN") + p("CHỦ TỊCH")),
        cell("") + cell("Nguyễn Văn B"),
        lines=False,
    )
    found = reading(head + p("Nội dung.") + foot)
    assert found.markdown.strip().split("\n\n") == [
        "UBND TỈNH A",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/BC-UBND",
        "A, ngày 05 tháng 01 năm 2023",
        "Nội dung.",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Nguyễn Văn B",
    ]
    assert found.findings.tables == 0


def test_two_columns_typed_with_tabs_or_spaces_come_apart() -> None:
    body = p("<w:r><w:t>BỘ A</w:t><w:tab/><w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t></w:r>")
    body += p(f"Số: 1/BC-BA{' ' * 30}Hà Nội, ngày 5 tháng 1 năm 2023")
    body += p("<w:r><w:t>1.</w:t><w:tab/><w:t>Nội dung.</w:t></w:r>")
    assert blocks(body) == [
        "BỘ A",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 1/BC-BA",
        "Hà Nội, ngày 5 tháng 1 năm 2023",
        "1. Nội dung.",
    ]


def test_a_line_break_is_a_hard_break_and_signs_of_markdown_are_escaped() -> None:
    assert blocks(p("<w:r><w:t>Một</w:t><w:br/><w:t>hai * ba</w:t></w:r>")) == ["Một  \nhai \\* ba"]


def test_raised_figures_are_read_as_units_and_powers() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    assert blocks(p(run("5 m") + run("2", raised) + run(", 10") + run("6", raised))) == ["5 m2, 10⁶"]


def test_raised_numbers_with_their_paragraphs_are_footnotes() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    body = p(run("Có 5 xã") + run("1", raised) + run(".")) + p(run("1", raised) + run(" Kể cả xã A."))
    assert blocks(body) == ["Có 5 xã[^1].", "[^1]: Kể cả xã A."]


def test_a_mark_whose_note_is_lost_is_left_out_and_doubted() -> None:
    found = reading(p(run("Một") + note_mark(3) + run(" hai") + note_mark(2) + run(".")), footnotes=note(2, "Chú."))
    assert found.markdown == "Một hai[^1].\n\n[^1]: Chú.\n"
    assert found.findings.doubts == (Doubt("footnote"),)


def test_a_row_that_numbers_the_columns_is_no_fact() -> None:
    rows = [cell("TT") + cell("Xã") + cell("Thu"), cell("(1)") + cell("(2)") + cell("(3)"), cell("1") * 3]
    plain = "| TT | Xã | Thu |\n| --- | --- | --- |\n| 1 | 1 | 1 |"
    assert blocks(table(*rows)) == [plain]
    marked = [f"<w:trPr><w:tblHeader/></w:trPr>{row}" for row in rows[:2]]
    assert blocks(table(*marked, rows[2])) == [plain]
    assert "| A | 1 | 2 |" in blocks(table(rows[0], cell("A") + cell("1") + cell("2")))[0]
