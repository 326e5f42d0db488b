"""Workbooks of Excel up to 2003, written with xlwt. Knows cells and what is shown of them."""

import datetime
import io
import struct
from collections.abc import Callable

import pytest
import xlwt

from corpus.errors import ReportError
from corpus.reading.xls import read
from tests.corpus.reading.legacy_text import typed_in

NUMBER, PERCENT, DATE = (xlwt.easyxf(num_format_str=form) for form in ("#,##0", "0.0%", "DD/MM/YYYY"))


def workbook(*draws: Callable[[xlwt.Worksheet], None]) -> bytes:
    book = xlwt.Workbook()
    for number, draw in enumerate(draws, start=1):
        draw(book.add_sheet(f"Bảng {number}"))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def filled(rows: list[list[str | float]], style: xlwt.XFStyle = NUMBER) -> Callable[[xlwt.Worksheet], None]:
    def draw(sheet: xlwt.Worksheet) -> None:
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                if value != "":
                    sheet.write(row, column, value, style)

    return draw


def test_title_header_and_rows_stand_where_they_are() -> None:
    rows: list[list[str | float]] = [["Tình hình vốn năm 2022"], [], ["Huyện", "Số vốn"], ["A", 1234567.0], ["B", 5.0]]
    reading = read(workbook(filled(rows)), "a.xls")
    assert reading.markdown == (
        "## Bảng 1\n\nTình hình vốn năm 2022\n\n| Huyện | Số vốn |\n| --- | --- |\n| A | 1.234.567 |\n| B | 5 |\n"
    )
    assert (reading.findings.format, reading.findings.tables) == ("xls", 1)


def test_percentages_dates_and_legacy_text_are_shown_as_meant() -> None:
    def draw(sheet: xlwt.Worksheet) -> None:
        titles = ("Chỉ tiêu thực hiện trong năm", "Tỷ lệ so với kế hoạch", "Ngày báo cáo")
        for column, title in enumerate(titles):
            sheet.write(0, column, typed_in("tcvn3", title))
        sheet.write(1, 0, typed_in("tcvn3", "Số hộ được hỗ trợ vốn đầu tư"))
        sheet.write(1, 1, 0.125, PERCENT)
        sheet.write(1, 2, datetime.date(2023, 1, 5), DATE)

    reading = read(workbook(draw), "a.xls")
    assert "| Chỉ tiêu thực hiện trong năm | Tỷ lệ so với kế hoạch | Ngày báo cáo |" in reading.markdown
    assert "| Số hộ được hỗ trợ vốn đầu tư | 12,5% | 05/01/2023 |" in reading.markdown
    assert reading.findings.encodings == ("tcvn3",)


def test_merged_cells_repeat_their_text() -> None:
    def draw(sheet: xlwt.Worksheet) -> None:
        for column, title in enumerate(("Khối", "Huyện", "Số hộ")):
            sheet.write(0, column, title)
        sheet.write_merge(1, 2, 0, 0, "Bắc")
        for row, (name, number) in enumerate((("A", 1), ("B", 2)), start=1):
            sheet.write(row, 1, name)
            sheet.write(row, 2, number)

    assert read(workbook(draw), "a.xls").markdown.endswith("| Bắc | A | 1 |\n| Bắc | B | 2 |\n")


def test_what_is_hidden_is_told_and_not_read() -> None:
    def draw(sheet: xlwt.Worksheet) -> None:
        filled([["Huyện", "Số hộ", "Ghi"], ["A", 1.0, "x"], ["B", 2.0, "y"]])(sheet)
        sheet.row(2).hidden = True
        sheet.col(2).hidden = True

    def secret(sheet: xlwt.Worksheet) -> None:
        filled([["Mật"]])(sheet)
        sheet.visibility = 1

    reading = read(workbook(draw, secret), "a.xls")
    assert "| A | 1 |" in reading.markdown
    assert not any(text in reading.markdown for text in ("Mật", "| B |", "Ghi", "x |"))
    assert {(doubt.kind, doubt.where, doubt.count) for doubt in reading.findings.doubts} == {
        ("hidden", "Bảng 1", 2),
        ("hidden", "Bảng 2", 1),
    }


def test_an_empty_workbook_is_refused() -> None:
    with pytest.raises(ReportError, match="empty"):
        read(workbook(filled([])), "a.xls")


@pytest.mark.parametrize("length", [600, 2000, 4000])
def test_a_workbook_cut_off_is_refused(length: int) -> None:
    data = workbook(filled([["Huyện", "Số hộ"], ["A", 1.0]] * 200))
    with pytest.raises(ReportError, match="broken"):
        read(data[:length], "a.xls")


def test_ole_that_is_no_workbook_is_refused() -> None:
    with pytest.raises(ReportError, match="broken"):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000), "a.xls")


def record(kind: int, *fields: bytes) -> bytes:
    content = b"".join(fields)
    return struct.pack("<HH", kind, len(content)) + content


def excel_5(text: str, number: float) -> bytes:
    """The records of a workbook of Excel 5 (BIFF5) with two cells, as [MS-XLS] and OpenOffice's description have them."""
    name = b"So lieu"
    font = record(0x31, struct.pack("<HHHHHBBBB", 200, 0, 8, 400, 0, 0, 0, 0, 0), b"\x07.VnTime")
    form = record(0x41E, struct.pack("<H", 164), b"\x05#,##0")
    look = record(0xE0, struct.pack("<HHHHIII", 0, 164, 1, 0x20, 0, 0, 0)[:16])
    head = record(0x809, struct.pack("<HHHH", 0x500, 0x5, 0, 0)) + record(0x42, struct.pack("<H", 1252))
    after = record(0x85, struct.pack("<IBBB", 0, 0, 0, len(name)), name) + record(0x0A)
    start = len(head + font * 5 + form + look + after)
    sheet = (
        record(0x809, struct.pack("<HHHH", 0x500, 0x10, 0, 0))
        + record(0x204, struct.pack("<HHHH", 0, 0, 0, len(text)), text.encode("latin-1"))
        + record(0x203, struct.pack("<HHHd", 0, 1, 0, number))
        + record(0x0A)
    )
    bound = record(0x85, struct.pack("<IBBB", start, 0, 0, len(name)), name) + record(0x0A)
    return head + font * 5 + form + look + bound + sheet


def test_a_workbook_of_excel_5_is_read() -> None:
    text = read(excel_5(typed_in("tcvn3", "Tổng số vốn đầu tư của các dự án"), 1234567.0), "a.xls").markdown
    assert text == "## So lieu\n\n|  |  |\n| --- | --- |\n| Tổng số vốn đầu tư của các dự án | 1.234.567 |\n"
