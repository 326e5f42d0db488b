"""Reads RTF files, through .docx. Knows how deep RTF may nest and what it may carry, not what stands in it."""

import re
from dataclasses import replace
from pathlib import Path

from corpus.errors import ReportError
from corpus.reading.docx import read as read_docx
from corpus.reading.libreoffice import to_docx
from corpus.reading.models import Doubt, Reading

_IMPORT = "Rich Text Format"
DEEPEST = 500
"""Groups inside groups; Word writes fewer than 30, and readers follow each with a call of their own."""
_BRACES = re.compile(rb"\\.|[{}]", re.DOTALL)
_BINARY = re.compile(rb"\\bin\d")
"""Raw bytes in which braces are none; where they are, braces prove nothing."""
_EMBEDDED = re.compile(rb"\\objdata\b")


def read(data: bytes, name: str) -> Reading:
    """Read an .rtf file.

    Raises ``ReportError``: "bomb" where groups nest too deep, "broken", "needs-tool", "too-slow".
    """
    _refuse(data, name)
    reading = read_docx(to_docx(data, name, ".rtf", _IMPORT), name)
    findings = replace(reading.findings, format="rtf")
    embedded = len(_EMBEDDED.findall(data))
    if embedded and not any(doubt.kind == "embedded" for doubt in findings.doubts):
        findings = replace(findings, doubts=(*findings.doubts, Doubt("embedded", count=embedded)))
    return replace(reading, findings=findings)


def _refuse(data: bytes, name: str) -> None:
    """Refuse groups that nest without end, and a file cut off before its groups are closed."""
    depth = 0
    for match in _BRACES.finditer(data):
        brace = match.group()
        depth += (brace == b"{") - (brace == b"}")
        if depth > DEEPEST:
            raise ReportError("bomb", Path(name))
    if depth > 0 and not _BINARY.search(data):
        raise ReportError("broken", Path(name))
