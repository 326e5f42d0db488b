"""Plain text and Markdown: letters from bytes, paragraphs from lines."""

import unicodedata

import pytest

from corpus.errors import ReportError
from corpus.reading.read import read_document


def blocks(text: str) -> list[str]:
    return read_document(text.encode(), "a.txt").markdown.strip().split("\n\n")


def test_markdown_stays_as_it_is_but_composed() -> None:
    text = "# BÁO CÁO\n\nMột[^1] | hai\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n---\n\n[^1]: Chú.\n"
    found = read_document(unicodedata.normalize("NFD", text).encode(), "a.md")
    assert found.markdown == text
    assert (found.findings.format, found.findings.tables, found.findings.footnotes) == ("md", 1, 1)


def test_each_line_is_a_paragraph_where_lines_are_long() -> None:
    long = "Một câu dài " * 20
    assert blocks(f"I. Tên\n{long}\nđoạn sau") == ["I. Tên", long.strip(), "đoạn sau"]


def test_lines_broken_by_a_typist_are_joined_again() -> None:
    text = (
        "Trong năm qua, các đơn vị đã thực hiện tốt các\nnhiệm vụ được giao và hoàn thành kế hoạch đã\nđề ra.\n"
        "1. Về thu ngân sách: các xã đã thu đủ số tiền\nđược giao."
    )
    assert blocks(text) == [
        "Trong năm qua, các đơn vị đã thực hiện tốt các nhiệm vụ được giao và hoàn thành kế hoạch đã đề ra.",
        "1. Về thu ngân sách: các xã đã thu đủ số tiền được giao.",
    ]


def test_lines_with_tabs_are_a_table_and_signs_are_escaped() -> None:
    assert blocks("TT\tXã\tThu\n1\tA*\t5\n2\tB\t6\n# hết") == [
        "| TT | Xã | Thu |\n| --- | --- | --- |\n| 1 | A\\* | 5 |\n| 2 | B | 6 |",
        "\\# hết",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_with_and_without_a_mark(encoding: str) -> None:
    assert read_document("Báo cáo\r\nNăm".encode(encoding), "a.txt").markdown == "Báo cáo\n\nNăm\n"


def test_the_windows_page_for_vietnamese_is_read() -> None:
    data = "Các xã đã nộp".replace("ộ", "ô\u0323").replace("ã", "a\u0303").encode("cp1258")
    assert read_document(data, "a.txt").markdown == "Các xã đã nộp\n"


def test_legacy_letters_become_unicode() -> None:
    data = "Céng hßa x· héi chñ nghÜa ViÖt Nam, b¸o c¸o t×nh h×nh thùc hiÖn nhiÖm vô".encode("latin-1")
    found = read_document(data, "a.txt")
    assert found.markdown.startswith("Cộng hòa xã hội chủ nghĩa Việt Nam, báo cáo")
    assert found.findings.encodings == ("tcvn3",)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ("Báo cáo một".encode()[:4] + "ộ".encode()[:2], "incomplete"),
        (b"\xfe\xfa\xc3 12 \xff" * 9, "encoding"),
        (b"abc" + b"\x01\x02" * 9, "binary"),
        ("\ufeff \n".encode(), "empty"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, fault: str) -> None:
    with pytest.raises(ReportError) as caught:
        read_document(data, "a.txt")
    assert caught.value.fault == fault
