"""Reads Word files up to 2003, through .docx. Knows which of them Word has locked, not what stands in them."""

import io
from dataclasses import replace
from pathlib import Path

import olefile

from corpus.errors import ReportError
from corpus.reading.docx import read as read_docx
from corpus.reading.libreoffice import to_docx
from corpus.reading.models import Reading

_IMPORTS = {0xA5EC: "MS Word 97", 0xA5DC: ""}
"""By the first word of the header: Word 97 to 2003, and Word 6 and 95, which LibreOffice tells apart by itself."""
_FLAGS_AT = 10
_ENCRYPTED = 0x0100
"""Place and bit of fEncrypted in the header of the stream WordDocument ([MS-DOC] 2.5.2, FibBase)."""


def read(data: bytes, name: str) -> Reading:
    """Read a .doc file. Raises ``ReportError``: "encrypted", "broken", "needs-tool", "too-slow".

    Macros, which many files of those years carry, are not run: the profile is new, and by default trusts none.
    """
    kind = _kind(data, name)
    reading = read_docx(to_docx(data, name, ".doc", kind), name)
    return replace(reading, findings=replace(reading.findings, format="doc"))


def _kind(data: bytes, name: str) -> str:
    """Return LibreOffice's name for the version of a Word file that is neither locked nor damaged at its start."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            header = ole.openstream("WordDocument").read(_FLAGS_AT + 2)
    except (OSError, ValueError, IndexError) as error:
        raise ReportError("broken", Path(name)) from error
    if len(header) < _FLAGS_AT + 2:
        raise ReportError("broken", Path(name))
    if int.from_bytes(header[_FLAGS_AT:], "little") & _ENCRYPTED:
        raise ReportError("encrypted", Path(name))
    version = int.from_bytes(header[:2], "little")
    if version not in _IMPORTS:
        raise ReportError("broken", Path(name))
    return _IMPORTS[version]
