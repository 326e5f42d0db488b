"""Makes a ``Reading`` of the pieces of a file: the last steps that all readers share. Knows no format."""

import unicodedata
from collections import Counter
from dataclasses import replace

from corpus.reading import markdown
from corpus.reading.columns import apart
from corpus.reading.models import Doubt, DoubtKind, Findings, Reading
from corpus.reading.pieces import Note, Paragraph, Piece, Table
from corpus.reading.tables import formula, is_formula, is_layout, joined, laid_out, split
from corpus.reading.typed_notes import with_typed_notes


def compose(pieces: list[Piece], findings: Findings, *, paged: bool = True) -> Reading:
    """Return the Markdown of pieces whose text is Unicode; ``findings`` gain the tables and the footnotes.

    Where the file has pages, a table may have been cut by them and is joined again.
    """
    pieces = [_normalised(piece) for piece in pieces]
    formulas = sum(isinstance(piece, Table) and is_formula(piece) for piece in pieces)
    if formulas:
        findings = replace(findings, doubts=(*findings.doubts, Doubt("formula", count=formulas)))
    running = apart([part for piece in pieces for part in _laid_out(piece)])
    whole = with_typed_notes(running)
    whole = joined(whole) if paged else whole
    notes = [piece for piece in whole if isinstance(piece, Note)]
    blocks = [block for piece in whole if not isinstance(piece, Note) for block in _blocks(piece)]
    blocks += [markdown.footnote(note.number, markdown.plain(note.text)) for note in notes]
    tables = sum(isinstance(piece, Table) for piece in whole)
    return Reading(markdown.document(blocks), replace(findings, tables=tables, footnotes=len(notes)))


def doubts(found: Counter[DoubtKind]) -> tuple[Doubt, ...]:
    """Return what was counted as doubts, leaving out what did not occur."""
    return tuple(Doubt(kind, count=count) for kind, count in found.items() if count)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _normalised(piece: Piece) -> Piece:
    """Return the piece in NFC, so that letterheads are recognised in files of every origin."""
    if not isinstance(piece, Table):
        return replace(piece, text=_nfc(piece.text))
    if all(unicodedata.is_normalized("NFC", cell.text) for row in piece.rows for cell in row):
        return piece
    return replace(piece, rows=tuple(tuple(replace(c, text=_nfc(c.text)) for c in row) for row in piece.rows))


def _laid_out(piece: Piece) -> list[Piece]:
    if not isinstance(piece, Table):
        return [piece]
    if is_formula(piece):
        return formula(piece)
    return laid_out(piece) if is_layout(piece) else [piece]


def _blocks(piece: Paragraph | Table) -> list[str]:
    if isinstance(piece, Paragraph):
        if piece.level:
            return [markdown.heading(markdown.plain(piece.text), piece.level)]
        return [markdown.paragraph(piece.text)]
    captions, header, rows = split(piece)
    table = [markdown.table(header, rows)] if rows or any(header) else []
    return [markdown.paragraph("\n".join(captions)), *table]
