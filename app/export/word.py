"""Writes answers as a Word document with real footnotes that carry the quotes.

Page and type as Nghị định 30/2020/NĐ-CP asks (Phụ lục I, mục I): A4, margins 20/20/30/15 mm, Times New Roman 13.
"""

import io

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from app.export.dialogue import Entry, Source, pieces, printable, sources
from app.export.footnotes import Footnotes
from app.messages import Language, say
from app.models import placed
from app.write.table import Table, blocks
from corpus.library import Library

FONT = "Times New Roman"


def _laid_out(language: Language) -> Document:
    """Return an empty document with the page and the type set."""
    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin, page.left_margin, page.right_margin = Mm(20), Mm(20), Mm(30), Mm(15)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(13)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)
    normal.paragraph_format.space_after = Pt(6)
    document.core_properties.title = say("page.title", language)
    document.core_properties.author = say("page.title", language)
    document.core_properties.language = language
    heading = document.add_paragraph()
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = heading.add_run(say("page.title", language).upper())
    run.bold, run.font.size = True, Pt(14)
    return document


def _fill(paragraph: Paragraph, notes: Footnotes, text: str, found: list[Source]) -> None:
    for piece in pieces(text, found):
        if piece.source is None:
            paragraph.add_run(piece.text)
        else:
            notes.add(paragraph, printable(f"{piece.source.place}: “{piece.source.citation.quote}”"))


def _table(document: Document, notes: Footnotes, table: Table, found: list[Source]) -> None:
    shown = document.add_table(len(table.rows), len(table.rows[0]), "Table Grid")
    for cells, row in zip(table.rows, shown.rows, strict=True):
        for cell, place in zip(cells, row.cells, strict=True):
            _fill(place.paragraphs[0], notes, cell.text, found)
    for place in shown.rows[0].cells:
        for run in place.paragraphs[0].runs:
            run.bold = True
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _entry(document: Document, notes: Footnotes, entry: Entry, found: list[Source], language: Language) -> None:
    asked = document.add_paragraph()
    asked.paragraph_format.space_before, asked.paragraph_format.keep_with_next = Pt(12), True
    asked.add_run(printable(entry.question)).bold = True
    for block in blocks(entry.answer.text):
        if isinstance(block, Table):
            _table(document, notes, block, found)
            continue
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        _fill(paragraph, notes, block.text, found)
    if entry.answer.answerable:
        document.add_paragraph().add_run(say(f"chat.mode-{entry.answer.mode}", language)).italic = True
    if entry.answer.nearest:
        document.add_paragraph().add_run(f"{say('chat.nearest', language)}:").italic = True
    for near in entry.answer.nearest:
        document.add_paragraph(printable(f"- {placed(near)}: “{near.quote}”"))


def as_word(entries: tuple[Entry, ...], library: Library, language: Language = "vi") -> bytes:
    """Return the answers as the bytes of a .docx file."""
    document = _laid_out(language)
    notes = Footnotes(document)
    for entry, found in zip(entries, sources(entries, library), strict=True):
        _entry(document, notes, entry, found, language)
    notes.write()
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()
