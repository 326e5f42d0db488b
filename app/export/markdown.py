"""Writes answers as Markdown with footnotes (CommonMark and the footnotes that GitHub and Pandoc know)."""

import re

from app.export.dialogue import Entry, Source, pieces, printable, sources
from app.messages import Language, say
from app.models import placed
from app.write.table import Run, Table, blocks, written
from corpus.library import Library

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_LIST = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def _escaped(text: str) -> str:
    """Return the text so that Markdown shows it as it is."""
    return _LIST.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", printable(text)))


def _line(line: str, found: list[Source], number: int) -> str:
    return "".join(
        f"[^{number}-{piece.source.citation.marker}]" if piece.source else _escaped(piece.text)
        for piece in pieces(line, found)
    )


def _block(block: Run | Table, found: list[Source], number: int) -> str:
    if isinstance(block, Run):
        return _line(block.text, found, number)
    return written([[_line(cell.text, found, number) for cell in row] for row in block.rows])


def _entry(entry: Entry, found: list[Source], number: int, language: Language) -> str:
    lines = [_block(block, found, number) for block in blocks(entry.answer.text)]
    near = [f"- {_escaped(placed(n))}: “{_escaped(' '.join(n.quote.split()))}”" for n in entry.answer.nearest]
    if near:
        lines.append("\n".join([f"{say('chat.nearest', language)}:", "", *near]))
    notes = [
        f"[^{number}-{source.citation.marker}]: {_escaped(source.place)}: "
        f"“{_escaped(' '.join(source.citation.quote.split()))}”"
        for source in found
    ]
    question = _escaped(" ".join(entry.question.split()))
    return "\n\n".join([f"## {question}", *lines, *notes])


def as_markdown(entries: tuple[Entry, ...], library: Library, language: Language = "vi") -> bytes:
    """Return the answers as UTF-8 Markdown, each quote in a footnote where its mark stood."""
    parts = [
        _entry(entry, found, number, language)
        for number, (entry, found) in enumerate(zip(entries, sources(entries, library), strict=True), 1)
    ]
    return ("\n\n".join([f"# {say('page.title', language)}", *parts]) + "\n").encode()
