"""A file is what its bytes say, whatever its name."""

import io
import zipfile

import pytest

from corpus.errors import ReportError
from corpus.reading.signature import format_of


def zipped(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return target.getvalue()


def fault(data: bytes, name: str) -> str:
    with pytest.raises(ReportError) as caught:
        format_of(data, name)
    assert str(caught.value.path) == name
    return caught.value.fault


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (zipped("word/document.xml"), "a.doc", "docx"),
        (zipped("xl/workbook.xml"), "a.docx", "xlsx"),
        (b"%PDF-1.7\n", "a.docx", "pdf"),
        (b"junk\n%PDF-1.4\n", "a.pdf", "pdf"),
        (b"{\\rtf1 a}", "a.doc", "rtf"),
        (b"\xff\xd8\xff\xe0", "a.pdf", "scan"),
        (b"<html><body>a", "a.doc", "html"),
        ("Báo cáo".encode(), "a.md", "md"),
        ("Báo cáo".encode(), "a.TXT", "txt"),
        ("Báo cáo".encode(), "a", "txt"),
        ("Báo cáo".encode(), "a.docx", "txt"),
        (b"\xff\xfea\0", "a.txt", "txt"),
    ],
)
def test_the_bytes_tell_the_format_and_the_ending_only_between_texts(data: bytes, name: str, kind: str) -> None:
    assert format_of(data, name) == kind


@pytest.mark.parametrize("data", [b"", b" \n\n", b"\0\0\0\0"])
def test_a_file_of_nothing_is_empty(data: bytes) -> None:
    assert fault(data, "a.docx") == "empty"


def test_what_is_no_document_is_unsupported_and_what_should_be_one_is_broken() -> None:
    assert fault(zipped("a.txt"), "a.zip") == "unsupported"
    assert fault(zipped("a.txt"), "a.docx") == "broken"
    assert fault(b"MZ\x90\0", "a.docx") == "unsupported"
    assert fault(b"a;b;c", "a.csv") == "unsupported"
    assert fault(b"\x01\x02\0\0abc", "a.docx") == "broken"
    assert fault(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.doc") == "broken"
    assert fault(zipped("word/document.xml")[:-30], "a.docx") == "broken"


def test_macros_are_refused() -> None:
    assert fault(zipped("word/document.xml", "word/vbaProject.bin"), "a.docm") == "macro"
    assert fault(zipped("xl/workbook.xml", "xl/vbaProject.bin"), "a.xlsx") == "macro"
