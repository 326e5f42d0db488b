"""Writes answers as PDF with their sources below each, in a packaged font that has all of Vietnamese."""

from importlib.resources import files

from fpdf import FPDF
from fpdf.fonts import FontFace

from app.export.dialogue import Entry, Source, printable, sources
from app.messages import Language, say
from app.models import placed
from app.write.table import Table, blocks
from corpus.library import Library

FAMILY = "Source Serif Pro"
_FILES = files("font_source_serif_pro") / "files"
LEFT, TOP, RIGHT, BOTTOM = 30, 20, 15, 20
"""Margins in millimetres (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I)."""


class _Paper(FPDF):
    """A4 sheets with the number of the page at the top, as official documents have it from the second on."""

    def __init__(self, language: Language) -> None:
        super().__init__(format="A4")
        self.set_lang(language)
        self.set_title(say("page.title", language))
        self.set_margins(LEFT, TOP, RIGHT)
        self.set_auto_page_break(True, BOTTOM)
        for style, name in (("", "Regular"), ("B", "Bold")):
            self.add_font(FAMILY, style, str(_FILES / f"SourceSerifPro-{name}.ttf"))
        self.add_page()

    def header(self) -> None:
        """Write the number of the page, save on the first."""
        if self.page_no() > 1:
            self.set_font(FAMILY, "", 11)
            self.set_y(10)
            self.cell(0, 6, str(self.page_no()), align="C")
            self.set_y(TOP)

    def write_paragraph(
        self, text: str, size: float, *, bold: bool = False, indent: float = 0, after: float = 2
    ) -> None:
        """Write one paragraph; ``size`` in points, ``indent`` and ``after`` in millimetres."""
        self.set_font(FAMILY, "B" if bold else "", size)
        self.set_x(LEFT + indent)
        self.multi_cell(0, size * 0.5, printable(text), align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(after)

    def write_table(self, table: Table) -> None:
        """Write a table with its headings in bold, as wide as the text."""
        self.set_font(FAMILY, "", 12)
        self.set_x(LEFT)
        with self.table(headings_style=FontFace(emphasis="BOLD"), text_align="LEFT", line_height=6.5) as rows:
            for row in table.rows:
                rows.row([printable(cell.text) for cell in row])
        self.ln(2)


def _entry(paper: _Paper, entry: Entry, found: list[Source], language: Language) -> None:
    paper.ln(4)
    paper.write_paragraph(entry.question, 13, bold=True)
    for block in blocks(entry.answer.text):
        if isinstance(block, Table):
            paper.write_table(block)
        else:
            paper.write_paragraph(block.text, 13)
    if found:
        paper.write_paragraph(f"{say('chat.sources', language)}:", 11, bold=True, after=1)
    for source in found:
        paper.write_paragraph(f"[{source.citation.marker}] {source.place}: “{source.citation.quote}”", 11, indent=5)
    if entry.answer.nearest:
        paper.write_paragraph(f"{say('chat.nearest', language)}:", 11, bold=True, after=1)
    for near in entry.answer.nearest:
        paper.write_paragraph(f"{placed(near)}: “{near.quote}”", 11, indent=5)


def as_pdf(entries: tuple[Entry, ...], library: Library, language: Language = "vi") -> bytes:
    """Return the answers as the bytes of a .pdf file."""
    paper = _Paper(language)
    paper.write_paragraph(say("page.title", language), 16, bold=True)
    for entry, found in zip(entries, sources(entries, library), strict=True):
        _entry(paper, entry, found, language)
    return bytes(paper.output())
