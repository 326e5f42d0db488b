"""Spreadsheets: a table for each block of cells, captions above it, what is hidden said."""

import datetime
import io
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from corpus.errors import ReportError
from corpus.reading.models import Doubt, Reading
from corpus.reading.read import read_document


def saved(workbook: Workbook) -> bytes:
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def sheet(workbook: Workbook, title: str = "Biểu 1") -> Worksheet:
    active = workbook.active
    assert isinstance(active, Worksheet)
    active.title = title
    return active


def reading(workbook: Workbook) -> Reading:
    return read_document(saved(workbook), "biểu.xlsx")


def test_captions_stand_above_the_table_and_notes_below_it() -> None:
    book = Workbook()
    page = sheet(book)
    page.append(["KẾT QUẢ THU NGÂN SÁCH"])
    page.append(["Đơn vị: triệu đồng"])
    page.append(["TT", "Xã", "Thu", "Ngày nộp"])
    page.append([1, "A|B", 12345.5, datetime.date(2023, 1, 5)])
    page.append([2, "C", 7, None])
    page.append(["Ghi chú: số liệu ước."])
    found = reading(book)
    assert found.markdown == (
        "## Biểu 1\n\nKẾT QUẢ THU NGÂN SÁCH  \nĐơn vị: triệu đồng\n\n"
        "| TT | Xã | Thu | Ngày nộp |\n| --- | --- | --- | --- |\n"
        "| 1 | A\\|B | 12.345,5 | 05/01/2023 |\n| 2 | C | 7 |  |\n\n"
        "Ghi chú: số liệu ước.\n"
    )
    assert found.findings.tables == 1
    assert found.findings.doubts == ()


def test_header_lines_are_merged_and_merged_cells_repeat() -> None:
    book = Workbook()
    page = sheet(book)
    for row in (["TT", "Tên", "Năm", None], [None, None, "2021", "2022"], ["(1)", "(2)", "(3)", "(4)"]):
        page.append(row)
    page.append([1, "A", 0.5, 0.25])
    page.append([2, None, 3, 4])
    page["C4"].number_format = page["D4"].number_format = "0%"
    for area in ("A1:A2", "B1:B2", "C1:D1", "B4:B5"):
        page.merge_cells(area)
    assert reading(book).markdown == (
        "## Biểu 1\n\n| TT | Tên | Năm – 2021 | Năm – 2022 |\n| --- | --- | --- | --- |\n"
        "| 1 | A | 50% | 25% |\n| 2 | A | 3 | 4 |\n"
    )


def test_a_title_apart_from_its_table_is_one_paragraph() -> None:
    book = Workbook()
    page = sheet(book)
    for row in (["BIỂU SỐ 1"], ["(đến ngày 22/8)"], [], ["Xã", "Thu"], ["A", 1], [], ["Nguồn: Sở A"], ["Người lập"]):
        page.append(row)
    assert reading(book).markdown.strip().split("\n\n") == [
        "## Biểu 1",
        "BIỂU SỐ 1  \n(đến ngày 22/8)",
        "| Xã | Thu |\n| --- | --- |\n| A | 1 |",
        "Nguồn: Sở A",
        "Người lập",
    ]


def test_blocks_apart_are_tables_apart() -> None:
    book = Workbook()
    page = sheet(book)
    for row in (["Xã", "Thu", "Chi"], ["A", "1", "2"], [], ["Xã", "Thu", "Chi"], ["A", "3", "4"]):
        page.append(row)
    assert reading(book).findings.tables == 2


def test_letterhead_and_signature_are_paragraphs() -> None:
    book = Workbook()
    page = sheet(book)
    page.append(["UBND TỈNH A", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
    page.append(["Xã", "Thu", "Chi"])
    page.append(["B", 1, 2])
    page.append([None, None, "A, ngày 05 tháng 01 năm 2023"])
    page.append(["Nơi nhận:", None, "TM. ỦY BAN NHÂN DÂN"])
    page.append(["- Lưu: VT", None, "Nguyễn Văn C"])
    page["A1"].font = Font(bold=True)
    assert reading(book).markdown.strip().split("\n\n") == [
        "## Biểu 1",
        "**UBND TỈNH A**",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "| Xã | Thu | Chi |\n| --- | --- | --- |\n| B | 1 | 2 |",
        "A, ngày 05 tháng 01 năm 2023",
        "Nơi nhận:",
        "TM. ỦY BAN NHÂN DÂN",
        "- Lưu: VT",
        "Nguyễn Văn C",
    ]


def test_what_is_hidden_is_left_out_and_doubted() -> None:
    book = Workbook()
    page = sheet(book)
    for row in (["Xã", "Mật", "Thu"], ["A", "x", 1], ["B", "y", 2], ["C", "z", 3]):
        page.append(row)
    page.column_dimensions["B"].hidden = True
    page.row_dimensions[3].hidden = True
    book.create_sheet("Nháp").append(["bí mật"])
    book["Nháp"].sheet_state = "hidden"
    found = reading(book)
    assert found.markdown == "## Biểu 1\n\n| Xã | Thu |\n| --- | --- |\n| A | 1 |\n| C | 3 |\n"
    assert found.findings.doubts == (Doubt("hidden", "Nháp"), Doubt("hidden", "Biểu 1", 2))


def test_a_formula_saved_without_its_value_is_doubted() -> None:
    book = Workbook()
    page = sheet(book)
    for row in (["Xã", "Thu", "Chi"], ["A", 1, 2], ["B", 3, "=B2+C2"]):
        page.append(row)
    found = reading(book)
    assert "| B | 3 |  |" in found.markdown
    assert found.findings.doubts == (Doubt("formula", "Biểu 1"),)


def test_an_empty_workbook_and_a_damaged_one_are_refused() -> None:
    data = saved(Workbook())
    with pytest.raises(ReportError) as caught:
        read_document(data, "a.xlsx")
    assert caught.value.fault == "empty"
    damaged = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(damaged, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, b"<broken" if entry.endswith("sheet1.xml") else old.read(entry))
    with pytest.raises(ReportError) as caught:
        read_document(damaged.getvalue(), "a.xlsx")
    assert caught.value.fault == "broken"


def test_legacy_letters_become_unicode() -> None:
    book = Workbook()
    page = sheet(book)
    page.append(["B¸o c¸o t×nh h×nh thùc hiÖn nhiÖm vô n¨m 2005 cña ñy ban nh©n d©n"])
    page.append(["TT", "Ngµnh", "Tæng sè"])
    page.append([1, "N«ng nghiÖp", 5])
    found = reading(book)
    assert "Báo cáo tình hình thực hiện nhiệm vụ năm 2005" in found.markdown
    assert "| TT | Ngành | Tổng số |" in found.markdown
    assert found.findings.encodings == ("tcvn3",)
