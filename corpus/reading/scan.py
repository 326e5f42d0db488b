"""Reads pictures of pages by character recognition. Knows Tesseract and how sure it was, not what the pages say.

Needs the extra "ocr" and Tesseract with its Vietnamese data; both are looked for when a scan comes.
"""

import io
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import mean, median
from typing import Any

from corpus.errors import ReportError
from corpus.reading.compose import compose
from corpus.reading.models import Doubt, Findings, Reading
from corpus.reading.pages.furniture import without_furniture
from corpus.reading.pages.lines import WIDE_GAP
from corpus.reading.pages.models import Line, Page, Span
from corpus.reading.pages.pieces import pieces_of

LANGUAGE = "vie"
NEEDED = "pip install 'hoidap[ocr]'; apt-get install tesseract-ocr tesseract-ocr-vie"
MOST_PAGES = 200
"""A page takes five seconds on two calm cores, three times that on busy ones."""
MOST_PIXELS = 100_000_000
"""A sheet of A2 at 300 dots an inch has 35 million."""
LONGEST = 120
"""Seconds a page may take."""
_BELIEVED = 40
_DOTS = 300
_LONGEST_SIDE = 6000
_SURE = 60
"""Tesseract's confidence, 0 to 100, below which a word is counted as doubtful."""


def read(data: bytes, name: str, most_pages: int = MOST_PAGES) -> Reading:
    """Read a picture (.png, .jpg, .tif of several pages) or a PDF file of pictures.

    Raises ``ReportError``: "no-text" where something is missing or no words are found, "bomb", "broken",
    "too-many-pages", "too-slow".
    """
    tesseract = _tesseract(name)
    pages: list[Page] = []
    sure: list[float] = []
    for number, image in enumerate(_images(data, name, most_pages), start=1):
        page, confidences = _recognise(tesseract, image, number, name)
        pages.append(page)
        sure += confidences
    if not sure:
        raise ReportError("no-text", Path(name))
    unsure = sum(confidence < _SURE for confidence in sure)
    doubt = Doubt("ocr", f"{mean(sure):.0f} %", unsure)
    return compose(pieces_of(without_furniture(pages)), Findings("scan", pages=len(pages), doubts=(doubt,)))


def _tesseract(name: str) -> Any:
    """Return the library that calls Tesseract, if both are installed with the Vietnamese data."""
    try:
        import pytesseract
    except ImportError as error:
        raise ReportError("no-text", Path(name), NEEDED) from error
    if shutil.which("tesseract") is None or LANGUAGE not in pytesseract.get_languages():
        raise ReportError("no-text", Path(name), NEEDED)
    return pytesseract


def _images(data: bytes, name: str, most_pages: int) -> Iterator[Any]:
    """Yield the pages as pictures."""
    if b"%PDF-" in data[:1024]:
        yield from _rendered(data, name, most_pages)
        return
    from PIL import Image, ImageSequence, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise ReportError("bomb", Path(name))
            for number, frame in enumerate(ImageSequence.Iterator(image), start=1):
                if number > most_pages:
                    raise ReportError("too-many-pages", Path(name))
                yield frame.convert("L")
    except Image.DecompressionBombError as error:
        raise ReportError("bomb", Path(name)) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise ReportError("broken", Path(name)) from error


def _rendered(data: bytes, name: str, most_pages: int) -> Iterator[Any]:
    from corpus.reading.pdf import open_pdf, pages_of

    with open_pdf(data, name, most_pages) as document:
        for _, page in pages_of(document, name):
            scale = min(_DOTS / 72, _LONGEST_SIDE / max(page.get_size()))
            yield page.render(scale=scale, grayscale=True).to_pil()


def _recognise(tesseract: Any, image: Any, number: int, name: str) -> tuple[Page, list[float]]:
    """Return the lines on a picture, and the confidence of each word."""
    try:
        found = tesseract.image_to_data(image, LANGUAGE, timeout=LONGEST, output_type=tesseract.Output.DICT)
    except RuntimeError as error:
        raise ReportError("too-slow", Path(name), str(number)) from error
    except tesseract.TesseractError as error:
        raise ReportError("broken", Path(name), str(number)) from error
    words = [index for index, text in enumerate(found["text"]) if text.strip() and float(found["conf"][index]) >= 0]
    lines: dict[tuple[int, int, int], list[int]] = {}
    for index in words:
        lines.setdefault(tuple(found[key][index] for key in ("block_num", "par_num", "line_num")), []).append(index)
    # One size for all: the height of a box depends on the letters in it.
    size = median(found["height"][index] for index in words) if words else 1.0
    sides = [side for line in lines.values() for side in _apart(found, line, size) if _is_text(found, side)]
    page = Page(number, image.height, tuple(_line(found, side, number, image.height, size) for side in sides))
    return page, [float(found["conf"][index]) for index in words]


def _apart(found: Any, words: list[int], size: float) -> list[list[int]]:
    """Cut a line at its wide gaps: Tesseract takes the two sides of a letterhead for one."""
    sides = [words[:1]]
    for before, word in pairwise(words):
        if found["left"][word] - found["left"][before] - found["width"][before] > WIDE_GAP * size:
            sides.append([])
        sides[-1].append(word)
    return sides


def _is_text(found: Any, words: list[int]) -> bool:
    """Tell lines from rules and stamps, in which Tesseract sees letters that it does not believe itself."""
    return any(float(found["conf"][index]) >= _BELIEVED for index in words)


def _line(found: Any, words: list[int], number: int, height: int, size: float) -> Line:
    text = " ".join(found["text"][index] for index in words)
    left = min(found["left"][index] for index in words)
    right = max(found["left"][index] + found["width"][index] for index in words)
    # The middle of the bottoms: letters like "g" hang below the base line, the marks of "ạ" too.
    base = height - median(found["top"][index] + found["height"][index] for index in words)
    return Line((Span(text, "", size),), number, left, right, base, size)
