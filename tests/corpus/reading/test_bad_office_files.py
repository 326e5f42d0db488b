"""Office files that are broken, hostile or locked are refused with a reason, in bounded time and memory."""

import io
import struct
import time
import tracemalloc
import zipfile

import pytest

from corpus.errors import ReportError
from corpus.reading.read import read_document
from tests.corpus.reading.word_file import docx, p


def fault(data: bytes, name: str = "a.docx") -> str:
    with pytest.raises(ReportError) as caught:
        read_document(data, name)
    return caught.value.fault


def archive(entries: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries.items():
            made.writestr(name, data)
    return target.getvalue()


def compound_file(stream: str) -> bytes:
    """An OLE file of one empty stream: header, one sector of allocation table, one of directory."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<I", 0) + b"\xff" * 4 * 108
    table = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE) + b"\xff" * (512 - 8)

    def entry(name: str, kind: int, child: int) -> bytes:
        text = name.encode("utf-16-le")
        head = text.ljust(64, b"\0") + struct.pack("<HBB", len(text) + 2, kind, 1)
        return head + struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child) + bytes(36) + struct.pack("<IQ", 0xFFFFFFFE, 0)

    return header + table + entry("Root Entry", 5, 1) + entry(stream, 2, 0xFFFFFFFF) + bytes(256)


def test_a_password_is_told_from_a_document_of_old() -> None:
    assert fault(compound_file("EncryptedPackage")) == "encrypted"
    assert fault(compound_file("EncryptedPackage"), "a.xlsx") == "encrypted"
    assert fault(compound_file("Anything")) == "unsupported"


def test_an_entry_that_unpacks_beyond_reason_is_a_bomb() -> None:
    before = time.monotonic()
    assert fault(archive({"word/document.xml": b"<a>" + bytes(50_000_000)})) == "bomb"
    assert fault(archive({f"{number}.xml": b"" for number in range(10_001)})) == "bomb"
    assert time.monotonic() - before < 20


def test_an_entry_that_lies_about_its_size_is_broken_and_never_unpacked() -> None:
    honest = archive({"word/document.xml": b"<a>" + bytes(60_000_000)})
    size = struct.pack("<I", 60_000_003)
    assert honest.count(size) == 2
    tracemalloc.start()
    assert fault(honest.replace(size, struct.pack("<I", 900_000))) == "broken"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000


def test_a_document_type_is_refused_before_its_entities_grow() -> None:
    entities = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
    assert fault(docx(p("&c;"), before=entities)) == "broken"
    outside = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    assert fault(docx(p("&b;"), before=outside)) == "broken"
    sheet = {"xl/workbook.xml": entities.encode() + b"<a>&c;</a>"}
    assert fault(archive(sheet), "a.xlsx") == "broken"


@pytest.mark.parametrize("cut", [10, 200, -200])
def test_a_file_that_was_cut_off_is_broken(cut: int) -> None:
    assert fault(docx(p("Nội dung."))[:cut]) in ("broken", "unsupported")


def test_a_document_without_text_or_with_broken_xml() -> None:
    assert fault(docx("")) == "empty"
    assert fault(archive({"word/document.xml": b"<w:document"})) == "broken"
    assert fault(archive({"word/document.xml": b"<a/>"})) == "broken"


def test_a_wrong_ending_is_read_as_what_the_file_is() -> None:
    assert read_document(docx(p("Nội dung.")), "a.pdf").findings.format == "docx"


def test_damaged_numbers_in_the_xml_do_no_harm() -> None:
    body = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr>' + p("a") + "</w:tc></w:tr></w:tbl>"
    assert read_document(docx(body + p("b")), "a.docx").markdown == "a\n\nb\n"
    assert fault(docx(body.replace("99999", "x"))) == "broken"


def test_tables_inside_each_other_without_end_are_refused() -> None:
    inside = p("a")
    for _ in range(60):
        inside = f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"
    assert fault(docx(inside)) in ("broken", "bomb")
