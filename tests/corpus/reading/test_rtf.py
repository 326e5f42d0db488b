"""RTF files written by hand. Knows RTF's words; what LibreOffice makes of them is only looked at as Markdown."""

import shutil

import pytest

from corpus.errors import ReportError
from corpus.reading import libreoffice
from corpus.reading.rtf import DEEPEST, read
from tests.corpus.reading.legacy_text import typed_in

needs_libreoffice = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")

SENTENCE = "Báo cáo tình hình thực hiện nhiệm vụ phát triển kinh tế, xã hội của địa phương và đầu tư nước ngoài."


def rtf(body: str, font: str = ".VnTime") -> bytes:
    """Return an RTF file; characters beyond ASCII are written as bytes of code page 1252."""
    text = "".join(char if char.isascii() else f"\\'{ord(char):02x}" for char in body)
    fonts = rf"{{\fonttbl{{\f0\fnil {font};}}{{\f1\fnil {font}H;}}}}"
    return (r"{\rtf1\ansi\ansicpg1252\deff0" + fonts + r"\pard\f0\fs26 " + text + "}").encode("ascii")


@needs_libreoffice
def test_legacy_text_its_capitals_and_the_letter_on_the_soft_hyphen_come_back() -> None:
    typed = typed_in("tcvn3", SENTENCE)
    title = typed_in("tcvn3", "thông tư của bộ")
    reading = read(rtf(rf"{{\f1 {title}}}\par {typed}\par "), "a.rtf")
    assert reading.markdown == f"THÔNG TƯ CỦA BỘ\n\n{SENTENCE}\n"
    assert (reading.findings.format, reading.findings.encodings) == ("rtf", ("tcvn3",))


@needs_libreoffice
def test_a_footnote_keeps_its_place_and_its_text() -> None:
    body = r"So ho la 32{\super\chftn{\footnote\pard\plain{\super\chftn} Gom 20 ho.}} trong nam.\par "
    reading = read(rtf(body, "Times New Roman"), "a.rtf")
    assert reading.markdown == "So ho la 32[^1] trong nam.\n\n[^1]: Gom 20 ho.\n"


@needs_libreoffice
def test_what_libreoffice_takes_too_long_for_is_given_up() -> None:
    with pytest.raises(ReportError, match="too-slow"):
        libreoffice.to_docx(rtf(SENTENCE.encode("ascii", "ignore").decode()), "a.rtf", ".rtf", longest=0.05)


def test_groups_that_nest_without_end_are_refused() -> None:
    with pytest.raises(ReportError, match="bomb"):
        read(b"{\\rtf1 " + b"{" * (DEEPEST + 1) + b"}" * (DEEPEST + 2), "a.rtf")


def test_a_file_cut_off_is_refused() -> None:
    with pytest.raises(ReportError, match="broken"):
        read(rtf("Mot hai ba")[:-3] + b"{", "a.rtf")


def test_escaped_braces_are_text() -> None:
    with pytest.raises(ReportError, match="broken"):
        read(rb"{\rtf1 {\b \} }", "a.rtf")


def test_without_libreoffice_the_package_to_install_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(ReportError, match="needs-tool") as refused:
        read(rtf("Mot hai ba"), "a.rtf")
    assert refused.value.where == "libreoffice-writer"
