"""A file that cannot be read whole is refused with what is wrong and where; nothing is read by half."""

import unicodedata
from pathlib import Path

import pytest

from corpus.errors import ReportError
from corpus.parse import parse_report, read_report
from corpus.quality import assess
from corpus.reading.models import Findings

CUTS = range(200, 21_000, 1_300)
"""Offsets in the real report after its number line and before the "./." that ends its body."""


def refusal(tmp_path: Path, data: bytes) -> tuple[str, str]:
    """Read a file with these bytes; return fault and place, having checked that the path is named."""
    path = tmp_path / "mau.md"
    path.write_bytes(data)
    with pytest.raises(ReportError) as caught:
        read_report(path)
    assert caught.value.path == path
    assert str(path) in str(caught.value)
    return caught.value.fault, caught.value.where


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReportError) as caught:
        read_report(tmp_path / "không-có.md")
    assert (caught.value.fault, caught.value.path) == ("missing", tmp_path / "không-có.md")


def test_a_folder_is_not_a_report(tmp_path: Path) -> None:
    with pytest.raises(ReportError) as caught:
        read_report(tmp_path)
    assert caught.value.fault == "unreadable"


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"---\n\n---\n", "\u00a0\n\u3000\n".encode()])
def test_a_file_without_text_is_empty(tmp_path: Path, data: bytes) -> None:
    assert refusal(tmp_path, data) == ("empty", "")


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n\x00\x01\x02", b"PK\x03\x04\x14\x00\x06\x00", b"\x01\x02\x03\x04 abc", b"Mot\0"]
)
def test_bytes_that_are_no_text_are_binary(tmp_path: Path, data: bytes) -> None:
    assert refusal(tmp_path, data) == ("binary", "")


def test_another_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    assert refusal(tmp_path, b"Dong mot\nK\xea\xec hoach\n") == ("encoding", "2")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf_16_is_named_as_an_encoding(tmp_path: Path, encoding: str) -> None:
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    assert refusal(tmp_path, mark + "Báo cáo".encode(encoding)) == ("encoding", "1")


def test_a_byte_order_mark_of_utf_8_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "mau.md"
    path.write_bytes(b"\xef\xbb\xbf" + "Báo cáo".encode())
    assert read_report(path).text == "Báo cáo"


def test_a_file_cut_inside_a_letter_is_incomplete(tmp_path: Path) -> None:
    # "ế" is three bytes in UTF-8; the last one is missing, on line 2.
    assert refusal(tmp_path, "Một\nkế".encode()[:-1]) == ("incomplete", "2")


def test_a_footnote_mark_without_its_body_is_incomplete(tmp_path: Path) -> None:
    assert refusal(tmp_path, "Một<sup>1</sup> hai<sup>2</sup>.\n\n<sup>1</sup> Chú.\n".encode()) == (
        "incomplete",
        "chú thích 2",
    )


def test_a_footnote_body_that_was_cut_to_nothing_is_incomplete(tmp_path: Path) -> None:
    assert refusal(tmp_path, "Một<sup>1</sup>.\n\n<sup>1</sup>\n".encode()) == ("incomplete", "chú thích 1")


def test_an_official_document_without_its_end_is_incomplete(tmp_path: Path) -> None:
    assert refusal(tmp_path, "Số: 5/BC-UBND\n\n## I. A\n\nMột.\n".encode()) == ("incomplete", "6")


@pytest.mark.parametrize("end", ["Trên đây là báo cáo./.", "Hai./.", "**Nơi nhận:**"])
def test_an_official_document_with_its_end_is_whole(end: str) -> None:
    assert parse_report(f"Số: 5/BC-UBND\n\n## I. A\n\nMột.\n\n{end}\n", Path("mau.md")).metadata.number == "5"


def test_a_document_that_is_no_official_one_needs_no_end() -> None:
    assert parse_report("Ghi chú họp.\n\nMột.\n", Path("mau.md")).text == "Ghi chú họp.\nMột."


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("cut", CUTS)
def test_the_real_report_cut_anywhere_in_its_body_is_refused(source: str, cut: int, form: str) -> None:
    part = source[:cut] if form == "NFC" else unicodedata.normalize("NFD", source[:cut])
    with pytest.raises(ReportError) as caught:
        parse_report(part, Path("mau.md"))
    assert caught.value.fault == "incomplete"


@pytest.mark.parametrize("cut", range(1_000, 20_000, 970))
def test_the_real_report_cut_at_any_byte_is_refused(source: str, tmp_path: Path, cut: int) -> None:
    assert refusal(tmp_path, source.encode()[:cut])[0] == "incomplete"


def test_a_file_that_was_read_to_its_end_may_lack_the_end_of_an_official_document() -> None:
    report = parse_report("Số: 5/BC-UBND\n\n## I. A\n\nMột.\n", Path("a.md"), whole=True)
    assert [doubt.kind for doubt in assess(report, None).doubts] == ["no-end"]
    assert (Findings("docx").whole, Findings("md").whole) == (True, False)
