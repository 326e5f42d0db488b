"""Pictures of pages, drawn with Pillow. Knows what is drawn; character recognition runs only where it is installed."""

import builtins
import io
import shutil
from importlib.resources import files
from typing import Any

import pytest
from fpdf import FPDF
from PIL import Image, ImageDraw, ImageFont

from corpus.errors import ReportError
from corpus.reading import pdf, scan

TESSERACT = shutil.which("tesseract")
needs_tesseract = pytest.mark.skipif(not TESSERACT, reason="Tesseract is not installed")

LINES = (
    "Điều 2. Quyền của người dân",
    "1. Người dân được nhà nước bảo hộ và tạo điều kiện để phát triển",
    "kinh tế của gia đình theo quy định của pháp luật hiện hành.",
    "2. Các bộ, ngành chịu trách nhiệm hướng dẫn.",
)
MARKDOWN = f"{LINES[0]}\n\n{LINES[1]} {LINES[2]}\n\n{LINES[3]}\n"


def page(lines: tuple[str, ...] = LINES) -> Image.Image:
    """Return a picture of a page at 200 dots an inch, half a page high."""
    image = Image.new("L", (1654, 1100), 255)
    font = ImageFont.truetype(str(files("font_source_serif_pro") / "files" / "SourceSerifPro-Regular.ttf"), 38)
    for number, line in enumerate(lines):
        ImageDraw.Draw(image).text((200, 150 + 60 * number), line, font=font, fill=0)
    return image


def saved(image: Image.Image, form: str, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


@needs_tesseract
@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_picture_of_a_page_becomes_paragraphs(form: str) -> None:
    reading = scan.read(saved(page(), form), "a.png")
    assert reading.markdown == MARKDOWN
    doubt = reading.findings.doubts[0]
    assert (reading.findings.format, reading.findings.pages, doubt.kind) == ("scan", 1, "ocr")
    assert 80 < int(doubt.where.split()[0]) <= 100


@needs_tesseract
def test_the_sides_of_a_letterhead_come_apart_and_rules_are_no_text() -> None:
    image = page(("", "", "Điều 1. Phạm vi"))
    font = ImageFont.truetype(str(files("font_source_serif_pro") / "files" / "SourceSerifPro-Regular.ttf"), 34)
    pen = ImageDraw.Draw(image)
    for number, (left, right) in enumerate(
        (("SỞ Y TẾ TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"), ("Số: 12/BC-SYT", "Độc lập - Tự do"))
    ):
        pen.text((200, 100 + 50 * number), left, font=font, fill=0)
        pen.text((850, 100 + 50 * number), right, font=font, fill=0)
    pen.line((900, 215, 1300, 215), fill=0, width=3)
    text = " ".join(scan.read(saved(image, "PNG"), "a.png").markdown.split())
    assert text == "SỞ Y TẾ TỈNH Số: 12/BC-SYT CỘNG HÒA XÃ HỘI CHỦ NGHĨA Độc lập - Tự do Điều 1. Phạm vi"


@needs_tesseract
def test_a_tif_may_have_several_pages() -> None:
    data = saved(page(), "TIFF", save_all=True, append_images=[page(("Điều 3. Hiệu lực",))])
    reading = scan.read(data, "a.tif")
    assert reading.findings.pages == 2
    assert reading.markdown == f"{MARKDOWN}\nĐiều 3. Hiệu lực\n"


@needs_tesseract
def test_a_pdf_of_pictures_goes_to_character_recognition() -> None:
    file = FPDF()
    file.add_page()
    file.image(page(), x=0, y=0, w=210)
    reading = pdf.read(bytes(file.output()), "a.pdf")
    assert reading.findings.format == "scan"
    assert reading.markdown == MARKDOWN


@needs_tesseract
def test_a_picture_without_words_is_refused() -> None:
    with pytest.raises(ReportError, match="no-text"):
        scan.read(saved(page(()), "PNG"), "a.png")


@needs_tesseract
def test_more_pages_than_allowed_are_refused() -> None:
    data = saved(page(), "TIFF", save_all=True, append_images=[page(), page()])
    with pytest.raises(ReportError, match="too-many-pages"):
        scan.read(data, "a.tif", most_pages=1)


@needs_tesseract
def test_a_picture_of_a_billion_dots_is_refused_unopened() -> None:
    data = saved(Image.new("1", (32_000, 32_000)), "PNG")
    assert len(data) < 1_000_000
    with pytest.raises(ReportError, match="bomb"):
        scan.read(data, "a.png")


@needs_tesseract
@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0 no picture", b"II*\0" + bytes(200)])
def test_what_is_no_picture_inside_is_refused(data: bytes) -> None:
    with pytest.raises(ReportError, match="broken"):
        scan.read(data, "a.png")


def test_without_the_extra_what_to_install_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name == "pytesseract":
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ReportError, match="no-text") as refused:
        scan.read(saved(page(), "PNG"), "a.png")
    assert "pip install 'hoidap[ocr]'" in refused.value.where
    assert "tesseract-ocr-vie" in refused.value.where
