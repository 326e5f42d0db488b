"""Word files up to 2003, written by LibreOffice from RTF. Knows what LibreOffice can write."""

import io
import shutil
import struct
import subprocess
from pathlib import Path

import olefile
import pytest

from corpus.errors import ReportError
from corpus.reading.doc import read
from tests.corpus.reading.legacy_text import typed_in
from tests.corpus.reading.test_rtf import SENTENCE, rtf

needs_libreoffice = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def word_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("word")
    rows = r"\trowd\trbrdrt\brdrs\cellx3000\cellx6000 Huyen\intbl\cell So ho\intbl\cell\row "
    rows += r"\trowd\cellx3000\cellx6000 A\intbl\cell 12\intbl\cell\row \pard "
    typed = typed_in("tcvn3", SENTENCE)
    note = r"{\super\chftn{\footnote\pard\plain{\super\chftn} Gom ba huyen.}}"
    (folder / "a.rtf").write_bytes(rtf(rf"{typed}{note}\par {rows}{typed}\par "))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "doc:MS Word 97", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "a.rtf")], check=True, capture_output=True, timeout=120)
    return Path(folder, "a.doc").read_bytes()


@needs_libreoffice
def test_text_table_and_footnote_of_a_word_file_are_read(word_file: bytes) -> None:
    reading = read(word_file, "a.doc")
    assert reading.markdown == (
        f"{SENTENCE}[^1]\n\n| Huyen | So ho |\n| --- | --- |\n| A | 12 |\n\n{SENTENCE}\n\n[^1]: Gom ba huyen.\n"
    )
    findings = reading.findings
    assert (findings.format, findings.encodings, findings.tables, findings.footnotes) == ("doc", ("tcvn3",), 1, 1)


@needs_libreoffice
def test_a_word_file_with_a_password_is_refused(word_file: bytes) -> None:
    locked = io.BytesIO(word_file)
    with olefile.OleFileIO(locked, write_mode=True) as ole:
        stream = bytearray(ole.openstream("WordDocument").read())
        (flags,) = struct.unpack_from("<H", stream, 10)
        struct.pack_into("<H", stream, 10, flags | 0x0100)
        ole.write_stream("WordDocument", bytes(stream))
    with pytest.raises(ReportError, match="encrypted"):
        read(locked.getvalue(), "a.doc")


@pytest.mark.parametrize("rest", [b"", bytes(600), b"\xff" * 5000])
def test_ole_that_is_no_document_is_refused(rest: bytes) -> None:
    with pytest.raises(ReportError, match="broken"):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + rest, "a.doc")


@needs_libreoffice
def test_a_word_file_cut_off_is_refused(word_file: bytes) -> None:
    with pytest.raises(ReportError, match="broken"):
        read(word_file[: len(word_file) // 3], "a.doc")
