"""What rows come to: sums of several, a mean, what is left of a plan, the difference of two years in one row."""

from pathlib import Path

import pytest

from app.rows.context import Context
from app.rows.reading import read_rows
from app.rows.telling import Teller
from app.understand.lexicon import Lexicon
from app.understand.question import analyse
from corpus.grid import read_grids
from corpus.library import Library
from corpus.parse import parse_report

SCHOOLS = """# BÁO CÁO

## Kết quả xây trường năm 2024 của huyện Bến Cát

## I. XÂY DỰNG

Bảng 1. Phòng học theo xã

| TT | Xã | Số phòng học | Kế hoạch vốn (triệu đồng) | Giải ngân (triệu đồng) | Đạt (%) |
| --- | --- | --- | --- | --- | --- |
| 1 | Xã An Phú | 12 | 900 | 600 | 66,7 |
| 2 | Xã Bình Lộc | 7 | 500 | 500 | 100 |
| 3 | Xã Châu Sơn | 5 | 400 | 310 | 77,5 |
|  | Tổng cộng | 24 | 1.800 | 1.410 | 78,3 |

Bảng 2. Học sinh theo xã

| TT | Xã | Kế hoạch năm 2024 | Học sinh năm 2023 | Học sinh năm 2024 |
| --- | --- | --- | --- | --- |
| 1 | Xã An Phú | 460 | 410 | 455 |
| 2 | Xã Bình Lộc | 300 | 320 | 305 |
"""


def told(question: str, written: str = SCHOOLS) -> str:
    """Return what the tables answer; "" where they do not."""
    library = Library((parse_report(written, Path("truong.md")),))
    (report,) = library.reports
    passages = library.passages()
    lexicon = Lexicon(passages)
    grids = tuple(read_grids(report).values())
    asked = analyse(question, lexicon)
    readings = read_rows(asked, grids, Context(report, grids), lexicon)
    return Teller(library, {passage.id: passage for passage in passages}).tell(asked, readings).text if readings else ""


@pytest.mark.parametrize(
    ("question", "worked_out"),
    [
        ("Ba xã An Phú, Bình Lộc và Châu Sơn có tổng cộng bao nhiêu phòng học?", "12 + 7 + 5 = 24 [1] [2] [3]"),
        ("Xã An Phú và Châu Sơn cộng lại có bao nhiêu phòng học?", "12 + 5 = 17 [1] [2]"),
        ("Trung bình mỗi xã An Phú, Bình Lộc có bao nhiêu phòng học?", "(12 + 7) : 2 = 9,5 [1] [2]"),
        ("Xã An Phú còn bao nhiêu triệu đồng chưa giải ngân?", "900 − 600 = 300 triệu đồng [1]"),
        ("Toàn huyện còn bao nhiêu vốn chưa giải ngân?", "1.800 − 1.410 = 390 triệu đồng [1]"),
        ("Học sinh xã Bình Lộc năm 2024 giảm bao nhiêu so với năm 2023?", "320 − 305 = 15 [1]"),
        ("An Phú và Châu Sơn cộng lại có bao nhiêu phòng học?", "12 + 5 = 17 [1] [2]"),
        (
            "Xã Bình Lộc đạt tỷ lệ hơn xã An Phú bao nhiêu điểm phần trăm?",
            "100 − 66,7 = 33,3 điểm phần trăm [1] [2]",
        ),
    ],
)
def test_cells_are_reckoned_and_shown(question: str, worked_out: str) -> None:
    assert told(question).endswith(f"Tính từ số liệu trích dẫn: {worked_out}")


def test_a_place_of_another_kind_is_not_the_row() -> None:
    assert told("Huyện An Phú có bao nhiêu phòng học?") == ""


LACKING = """# BÁO CÁO

## Kết quả năm 2024 của huyện Bến Cát

## I. TRƯỜNG

Bảng 1. Trường đạt chuẩn theo xã

| Xã | Số trường công lập | Số trường đạt chuẩn | Số phòng học còn thiếu |
| --- | --- | --- | --- |
| Xã An Phú | 9 | 6 | 4 |
| Xã Bình Lộc | 8 | 5 | 3 |
"""


@pytest.mark.parametrize(
    ("question", "cells"),
    [
        ("Xã An Phú còn thiếu bao nhiêu phòng học?", "Xã An Phú: Số phòng học còn thiếu: 4 [1]"),
        ("Xã An Phú có bao nhiêu trường đạt chuẩn?", "Xã An Phú: Số trường đạt chuẩn: 6 [1]"),
        (
            "Xã Bình Lộc có bao nhiêu trường công lập đạt chuẩn?",
            "Xã Bình Lộc: Số trường công lập: 8; Số trường đạt chuẩn: 5 [1]",
        ),
    ],
)
def test_a_column_is_meant_where_the_words_of_its_header_stand_apart(question: str, cells: str) -> None:
    assert told(question, LACKING) == cells


def test_shares_are_not_added() -> None:
    assert "+" not in told("Xã An Phú và xã Bình Lộc đạt tổng cộng bao nhiêu phần trăm?")


def test_the_unit_asked_for_tells_the_column_apart() -> None:
    assert told("Xã An Phú được giao bao nhiêu tiền?") == ""
    assert "Giải ngân" in told("Xã An Phú giải ngân được bao nhiêu tiền?")


def test_a_plan_that_a_percentage_is_of_is_not_the_answer() -> None:
    assert "Đạt (%): 66,7" in told("Xã An Phú giải ngân bao nhiêu, đạt mấy phần trăm kế hoạch vốn?")


def test_no_money_is_read_off_a_table_of_heads() -> None:
    assert told("Xã Bình Lộc năm 2023 có bao nhiêu tiền cho học sinh?") == ""


def test_a_row_does_not_answer_for_a_part_that_the_reports_tell_of_elsewhere() -> None:
    written = LACKING + "\n## II. KẾT QUẢ\n\nPhòng học kiên cố được xây thêm.\n"
    assert told("Xã An Phú còn thiếu bao nhiêu phòng học kiên cố?", written) == ""


CHANGED = """# BÁO CÁO

## Kết quả năm 2024 của huyện Bến Cát

## I. HỘ NGHÈO

Bảng 1. Hộ nghèo theo xã

| Xã | Hộ nghèo cuối năm 2024 | Giảm so với năm 2023 (hộ) |
| --- | --- | --- |
| Xã An Phú | 371 | 57 |
| Xã Bình Lộc | 428 | 60 |
"""


def test_a_column_of_a_change_answers_only_what_is_asked_of_the_change() -> None:
    assert told("Xã An Phú còn bao nhiêu hộ nghèo?", CHANGED) == "Xã An Phú: Hộ nghèo cuối năm 2024: 371 [1]"
    assert told("Xã An Phú giảm bao nhiêu hộ nghèo?", CHANGED).startswith("Xã An Phú: Giảm so với năm 2023 (hộ): 57")
