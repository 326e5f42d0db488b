"""Long documents and hostile ones are parsed in time that grows with their length."""

from contextlib import suppress
from pathlib import Path
from time import process_time

import pytest

from corpus.errors import ReportError
from corpus.parse import parse_report

LIMIT = 12.0
"""Seconds of processor time: many times what is needed, a small part of what the square of the length would take."""

LAW = "".join(f"Điều {i}. Tên\n\n1. Khoản một gồm:\n\na) Điểm a;\n\nb) Điểm b.\n\n" for i in range(1, 2001))
ROWS = "| STT | Tên | Thu |\n| --- | --- | --- |\n" + "".join(f"| {i} | Đơn vị | {i},5 |\n" for i in range(8000))


@pytest.mark.parametrize(
    "source",
    [
        LAW,
        ROWS,
        "dòng chữ thường chưa hết câu\n\n" * 15_000,
        "chữ thường " * 40_000,
        "a" + " " * 200_000 + "b",
        "*" * 100_000,
        "Số: " * 50_000,
        "1. Một\n\n" * 15_000,
        "các hội nghị, 2 hội chợ, " * 8_000,
        "A. " * 60_000,
        "[^1]" * 20_000,
    ],
    ids=["law", "rows", "lines", "words", "spaces", "stars", "numbers", "ones", "strays", "initials", "marks"],
)
def test_time_grows_with_the_length(source: str) -> None:
    started = process_time()
    with suppress(ReportError):
        parse_report(source, Path("mau.md"))
    assert process_time() - started < LIMIT
