"""Gets the glyphs, rulings and pictures of a PDF page out of PDFium. Knows nothing of lines or tables."""

import ctypes
import math
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from corpus.reading.pages.models import Glyph

_NAME_LENGTH = 200
_HYPHEN_AT_END = "\x02"
"""What PDFium puts for a hyphen, hard or soft, that ends a line; in TCVN3 fonts it is the letter ư."""
MOST_SEGMENTS = 5000
"""Strokes on a page beyond which it is a drawing, and none of them are looked at for tables."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A stroke along one axis: level where ``bottom`` equals ``top``, upright where ``left`` equals ``right``."""

    left: float
    right: float
    bottom: float
    top: float


def read_glyphs(textpage: Any) -> list[Glyph]:
    """Return the glyphs in the order of the file; where PDFium ends a line, the text is a line feed."""
    found: list[Glyph] = []
    styles: dict[int, tuple[str, float]] = {}
    style = ("", 1.0)
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    across, base = ctypes.c_double(), ctypes.c_double()
    for index in range(pdfium.FPDFText_CountChars(textpage)):
        char = chr(pdfium.FPDFText_GetUnicode(textpage, index))
        implied = pdfium.FPDFText_IsGenerated(textpage, index) == 1 and char != _HYPHEN_AT_END
        if not implied:
            key = ctypes.addressof(pdfium.FPDFText_GetTextObject(textpage, index).contents)
            style = styles.get(key) or styles.setdefault(key, _style(textpage, index))
        pdfium.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
        pdfium.FPDFText_GetCharOrigin(textpage, index, across, base)
        if char == _HYPHEN_AT_END:
            char = "\xad" if style[0].lower().startswith(".vn") else "-"
        if char != "\r":
            found.append(Glyph(char, left.value, right.value, base.value, style[1], style[0], implied))
    return found


def _style(textpage: Any, index: int) -> tuple[str, float]:
    """Return the font of a glyph and its size as printed, which the text's matrix may scale."""
    name, flags = ctypes.create_string_buffer(_NAME_LENGTH), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(textpage, index, name, _NAME_LENGTH, flags)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, index, matrix)
    scale = math.hypot(matrix.b, matrix.d) or 1.0
    return name.value.decode("utf-8", errors="replace"), pdfium.FPDFText_GetFontSize(textpage, index) * scale


def read_drawing(page: Any) -> tuple[list[Ruling], int]:
    """Return the strokes of a page along an axis, borders of boxes among them, and how many pictures it has."""
    found: list[Ruling] = []
    seen = images = 0
    kinds = {
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, index))
        for index in range(pdfium.FPDFPage_CountObjects(page))
    }
    if kinds <= {pdfium.FPDF_PAGEOBJ_TEXT}:
        return found, images  # most pages; to look at every object in Python takes as long as to read the text
    for item in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE), max_depth=2):
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            images += 1
        elif seen < MOST_SEGMENTS:
            points = _points(item)
            seen += len(points)
            found += [_straight(*a, *b) for a, b in points if abs(a[0] - b[0]) < 1 or abs(a[1] - b[1]) < 1]
    return ([] if seen >= MOST_SEGMENTS else found), images


def _straight(x0: float, y0: float, x1: float, y1: float) -> Ruling:
    if abs(y0 - y1) < abs(x0 - x1):
        level = (y0 + y1) / 2
        return Ruling(min(x0, x1), max(x0, x1), level, level)
    upright = (x0 + x1) / 2
    return Ruling(upright, upright, min(y0, y1), max(y0, y1))


def _points(item: Any) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Return the straight parts of a path on the page, each by its two ends."""
    matrix = item.get_matrix()
    across, up = ctypes.c_float(), ctypes.c_float()
    found: list[tuple[tuple[float, float], tuple[float, float]]] = []
    start = last = (0.0, 0.0)
    for index in range(min(pdfium.FPDFPath_CountSegments(item), MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        pdfium.FPDFPathSegment_GetPoint(segment, across, up)
        point = matrix.on_point(across.value, up.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            found.append((last, point))
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            found.append((point, start))
    return found
