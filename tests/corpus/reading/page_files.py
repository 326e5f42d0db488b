"""Makes small PDF files as offices' programs write them. Knows fpdf2."""

from collections.abc import Callable
from importlib.resources import files

from fpdf import FPDF

FONTS = files("font_source_serif_pro") / "files"

MARGIN, WIDTH, HEIGHT = 25.0, 160.0, 7.0
"""Millimetres."""

SENTENCE = "Ủy ban nhân dân tỉnh báo cáo kết quả thực hiện nhiệm vụ phát triển kinh tế, xã hội năm vừa qua như sau"


class Paper(FPDF):
    """Sheets with what ``on_top`` writes on each."""

    on_top: Callable[[FPDF], None] | None = None

    def header(self) -> None:
        if self.on_top:
            self.on_top(self)


def pdf(draw: Callable[[FPDF], None], on_top: Callable[[FPDF], None] | None = None) -> bytes:
    """Return a PDF file with a regular and a bold font, 13 points, that ``draw`` has drawn on."""
    file = Paper()
    file.on_top = on_top
    file.set_margins(MARGIN, 20, 25)
    file.set_auto_page_break(True, 25)
    file.add_font("Serif", "", str(FONTS / "SourceSerifPro-Regular.ttf"))
    file.add_font("Serif", "B", str(FONTS / "SourceSerifPro-Bold.ttf"))
    file.set_font("Serif", size=13)
    draw(file)
    return bytes(file.output())


def paragraphs(*texts: str) -> Callable[[FPDF], None]:
    """Return what draws justified paragraphs with an indented first line on one page or more."""

    def draw(file: FPDF) -> None:
        file.add_page()
        for text in texts:
            file.multi_cell(WIDTH, HEIGHT, text, align="J", new_x="LMARGIN", new_y="NEXT")

    return draw
