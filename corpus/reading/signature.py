"""Tells what a file is by its own bytes, whatever its name says. Knows signatures, not what stands in the file."""

import codecs
import io
import re
from pathlib import Path, PurePath

from corpus.errors import ReportError
from corpus.reading.archive import open_archive
from corpus.reading.models import Format

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_OTHERS = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"MZ", b"\x7fELF", b"PK\x05\x06", b"BZh", b"\xfd7zXZ", b"GIF8")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|table|p|div|h[1-6])[\s>]", re.IGNORECASE)
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_TEXT_ENDINGS: dict[str, Format] = {".md": "md", ".markdown": "md", ".txt": "txt", ".html": "html", ".htm": "html"}
_BINARY_ENDINGS = {".docx", ".doc", ".rtf", ".pdf", ".xlsx", ".xls"}

LOOKED_AT = 1024
"""Bytes at the start of a file within which its signature has to stand; PDF allows this much before "%PDF"."""


def format_of(data: bytes, name: str) -> Format:
    """Return the format of a file; its ending decides between formats of plain text only.

    Raises ``ReportError``: "empty", "encrypted", "macro", "broken", "bomb", "unsupported".
    """
    head = data[:LOOKED_AT]
    if not data.strip(b"\0\t\n\r "):
        raise ReportError("empty", Path(name))
    if head.startswith(_ZIP):
        return _of_zip(data, name)
    if head.startswith(_OLE):
        return _of_ole(data, name)
    if b"%PDF-" in head:
        return "pdf"
    if head.lstrip(codecs.BOM_UTF8 + b"\t\n\r ").startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(_PICTURES):
        return "scan"
    return _of_text(data, name)


def _of_zip(data: bytes, name: str) -> Format:
    """Office files are archives; what they hold tells which."""
    names = set(open_archive(data, name).namelist())
    if any(PurePath(entry).name.lower() == "vbaproject.bin" for entry in names):
        raise ReportError("macro", Path(name))
    kinds: dict[str, Format] = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
    for entry, kind in kinds.items():
        if entry in names:
            return kind
    raise ReportError("broken" if PurePath(name).suffix.lower() in (".docx", ".xlsx") else "unsupported", Path(name))


def _of_ole(data: bytes, name: str) -> Format:
    """Word and Excel up to 2003 wrote OLE files, and so does Office where a new file gets a password."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            streams = {"/".join(entry).lower() for entry in ole.listdir()}
    except (OSError, ValueError, IndexError) as error:
        raise ReportError("broken", Path(name)) from error
    if "encryptedpackage" in streams:
        raise ReportError("encrypted", Path(name))
    if "worddocument" in streams:
        return "doc"
    if streams & {"workbook", "book"}:
        return "xls"
    raise ReportError("unsupported", Path(name))


def _of_text(data: bytes, name: str) -> Format:
    """Tell text formats apart; what is neither text nor known is refused."""
    head, ending = data[:LOOKED_AT], PurePath(name).suffix.lower()
    plain = head.startswith(_BOMS) or b"\0" not in data
    if head.startswith(_OTHERS) or not plain:
        known = ending in _BINARY_ENDINGS or ending in _TEXT_ENDINGS
        raise ReportError("broken" if known and not head.startswith(_OTHERS) else "unsupported", Path(name))
    if ending in _TEXT_ENDINGS:
        return _TEXT_ENDINGS[ending]
    if _HTML.search(head.replace(b"\0", b"")):
        return "html"
    if ending in _BINARY_ENDINGS or not ending:
        return "txt"
    raise ReportError("unsupported", Path(name))
