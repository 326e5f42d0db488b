"""Reads plain text and Markdown: bytes to letters, and for .txt lines to paragraphs. Knows nothing of sections."""

import codecs
import re
import unicodedata
from dataclasses import replace
from pathlib import Path, PurePath

from corpus.errors import ReportError
from corpus.reading import markdown
from corpus.reading.compose import compose
from corpus.reading.encodings import Converted, to_unicode
from corpus.reading.models import Doubt, Findings, Reading
from corpus.reading.pieces import Cell, Paragraph, Piece, Table
from corpus.reading.symbols import from_windows

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_VIETNAMESE = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]", re.IGNORECASE)
_OPENS = re.compile(
    r"\s*(?:[-+*•–]\s|\(?\d{1,2}[.)/-]|[a-zđ][.)]\s|[IVXL]{1,6}[.)/-]|(?:Điều|Chương|Mục|Phần|Khoản)\s|Số\s*:|Nơi nhận)"
)
_ENDS = re.compile(r"[.:;!?…][)\]”\"’']*\s*$")
_NOTE = re.compile(r"^\[\^[\w-]{1,20}\]:", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:\|[ \t]*)?:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)*(?:\|[ \t]*)?$", re.MULTILINE)
SHORTEST_FULL_LINE = 30
"""Characters below which a line is not taken to have been broken because it was full."""
WIDEST_LINE = 130
"""Characters of the longest line of a text whose lines were broken by the typist or a printer."""


def decode_text(data: bytes, name: str) -> Converted:
    """Return the text of a file: Unicode with or without a mark, a legacy encoding, or the Windows page for Vietnamese.

    Raises ``ReportError``: "encoding" for bytes in none of them, "incomplete" for UTF-8 that ends within a letter.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return to_unicode(data[len(bom) :].decode(encoding, errors="replace"))
    try:
        return to_unicode(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        cut = error.reason == "unexpected end of data"
        line = str(data[: error.start].count(b"\n") + 1)
    if cut:
        raise ReportError("incomplete", Path(name), line)
    legacy = to_unicode(data.decode("latin-1"))
    if legacy.converted:
        return replace(legacy, text=from_windows(legacy.text))
    windows = unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))
    if _VIETNAMESE.search(windows) and "\ufffd" not in windows:
        return Converted(windows)
    raise ReportError("encoding", Path(name), line)


def read(data: bytes, name: str) -> Reading:
    """Read a .md file as it is, or a .txt file by its lines.

    Raises ``ReportError``: "empty", "encoding", "incomplete", "binary".
    """
    found = decode_text(data, name)
    text = unicodedata.normalize("NFC", found.text.replace("\u00ad", "").replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip("\ufeff\f\n\t "):
        raise ReportError("empty", Path(name))
    if sum(unicodedata.category(char) == "Cc" and char not in "\n\t\f" for char in text) > len(text) // 100:
        raise ReportError("binary", Path(name))
    doubts = (Doubt("encoding", count=found.unclear),) if found.unclear else ()
    findings = Findings("txt", encodings=found.encodings, converted=found.converted, doubts=doubts)
    if PurePath(name).suffix.lower() in (".md", ".markdown"):
        tables, notes = len(_RULE.findall(_tables_of(text))), len(_NOTE.findall(text))
        return Reading(text, replace(findings, format="md", tables=tables, footnotes=notes))
    return compose(_pieces(text), findings)


def _tables_of(text: str) -> str:
    """Return the lines with a pipe: "---" alone is a page break."""
    return "\n".join(line for line in text.split("\n") if "|" in line)


def _pieces(text: str) -> list[Piece]:
    """Return paragraphs, and tables where lines that follow each other have as many tabs."""
    lines = text.replace("\f", "\n\n").split("\n")
    broken = max(map(len, lines)) <= WIDEST_LINE
    width = sorted(len(line.strip()) for line in lines if line.strip())
    full = max(0.7 * width[int(0.9 * (len(width) - 1))], SHORTEST_FULL_LINE)
    pieces: list[Piece] = []
    rows: list[list[str]] = []
    before = ""
    for line in [*lines, ""]:
        fields = line.strip("\n").split("\t")
        if len(fields) > 2 and (not rows or len(fields) == len(rows[0])):
            rows.append(fields)
            continue
        pieces += _table(rows)
        rows = [fields] if len(fields) > 2 else []
        if rows or not line.strip():
            before = ""
            continue
        if broken and before and _goes_on(before, line, full) and isinstance(pieces[-1], Paragraph):
            pieces[-1] = Paragraph(f"{pieces[-1].text} {markdown.escape(line.strip())}")
        else:
            pieces.append(Paragraph(markdown.escape(line)))
        before = line
    return pieces


def _goes_on(before: str, line: str, full: float) -> bool:
    """Tell whether a line goes on with the one before: that one is full and neither ends nor begins something."""
    if _OPENS.match(line) or len(before.strip()) < full:
        return False
    return line.strip()[:1].islower() or not _ENDS.search(before)


def _table(rows: list[list[str]]) -> list[Piece]:
    """Return a table of lines with tabs; a single line is no table."""
    if len(rows) < 2:
        return [Paragraph(markdown.escape("\t".join(row))) for row in rows]
    cells = tuple(
        tuple(Cell(markdown.escape(text.strip()), at, column) for column, text in enumerate(row))
        for at, row in enumerate(rows)
    )
    return [Table(cells)]
