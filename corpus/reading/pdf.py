"""Reads PDF files that hold text: paragraphs, ruled tables, footnotes. Knows the pages' text, not what it means.

PDFium gives the glyphs (its text is the same as pdfminer's on the files tried, in a fifth of the time), pdfplumber the
cells that rulings make.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.errors import ReportError
from corpus.reading.compose import compose
from corpus.reading.encodings import ConvertedRuns, Run, runs_to_unicode
from corpus.reading.models import Doubt, Findings, Reading
from corpus.reading.pages.furniture import without_furniture
from corpus.reading.pages.glyphs import read_drawing, read_glyphs
from corpus.reading.pages.grids import cut_out, find_tables
from corpus.reading.pages.lines import read_lines
from corpus.reading.pages.models import Line, Page
from corpus.reading.pages.pieces import pieces_of
from corpus.reading.symbols import readable

MOST_PAGES = 2000
_UNREAD = re.compile("[\x00-\x08\x0e-\x1f\ufffd\ue000-\uefff]")
FEWEST_LETTERS = 50
"""Letters a page needs on average; a file with pictures and fewer is a scan, perhaps with a stamp of its program."""


def read(data: bytes, name: str, most_pages: int = MOST_PAGES) -> Reading:
    """Read a PDF file; one without text goes to character recognition.

    Raises ``ReportError``: "encrypted", "broken", "too-many-pages", "no-text".
    """
    with open_pdf(data, name, most_pages) as document:
        pages = [_read_page(page, number) for number, page in pages_of(document, name)]
        letters = sum(len(line.text) for page, _ in pages for line in _lines(page))
        pictures = sum(count for _, count in pages)
        if letters == 0 or (pictures and letters < FEWEST_LETTERS * len(pages)):
            from corpus.reading import scan

            return scan.read(data, name)
    images = tuple(Doubt("image", str(page.number), count) for page, count in pages if count)
    return _compose([page for page, _ in pages], images)


def open_pdf(data: bytes, name: str, most_pages: int) -> pypdfium2.PdfDocument:
    """Open a PDF file; a broken list of objects is repaired where its objects are whole."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise ReportError("encrypted" if locked else "broken", Path(name)) from error
    if not len(document):
        raise ReportError("broken", Path(name))
    if len(document) > most_pages:
        raise ReportError("too-many-pages", Path(name), str(len(document)))
    return document


def pages_of(document: pypdfium2.PdfDocument, name: str) -> Iterator[tuple[int, Any]]:
    """Yield the pages with their numbers from 1; raises ``ReportError`` "broken" at one that is damaged."""
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError as error:
            raise ReportError("broken", Path(name), str(number)) from error
        yield number, page


def _read_page(page: Any, number: int) -> tuple[Page, int]:
    """Return what stands on a page, and how many pictures are on it."""
    glyphs = read_glyphs(page.get_textpage())
    rulings, images = read_drawing(page)
    outside, grids = cut_out(glyphs, find_tables(rulings), number)
    return Page(number, page.get_height(), tuple(read_lines(outside, number)), tuple(grids)), images


def _compose(pages: list[Page], images: tuple[Doubt, ...]) -> Reading:
    """Make a reading of pages as they are in the file."""
    pages, found = _in_unicode(pages)
    pages = without_furniture(pages)
    unread = sum(len(_UNREAD.findall(line.text)) for page in pages for line in _lines(page))
    doubts = (*images, *([Doubt("encoding", count=found.unclear + unread)] if found.unclear + unread else []))
    findings = Findings("pdf", found.encodings, found.converted, len(pages), doubts=doubts)
    return compose(pieces_of(pages), findings)


def _lines(page: Page) -> Iterator[Line]:
    """Yield every line of a page, those in cells once for each place."""
    yield from page.lines
    for grid in page.grids:
        for row in grid.rows:
            for cell in row:
                yield from cell.lines


def _readable(line: Line, texts: tuple[str, ...]) -> Line:
    return line.with_texts(tuple(readable(text, opens=index == 0) for index, text in enumerate(texts)))


def _in_unicode(pages: list[Page]) -> tuple[list[Page], ConvertedRuns]:
    """Return the pages with their text in Unicode; all of the document decides together."""
    lines = [line for page in pages for line in _lines(page)]
    found = runs_to_unicode([[Run(span.text, span.font) for span in line.spans] for line in lines])
    texts = iter(zip(lines, found.blocks, strict=True))

    def next_lines(count: int) -> tuple[Line, ...]:
        return tuple(_readable(line, text) for line, text in (next(texts) for _ in range(count)))

    result = []
    for page in pages:
        running = next_lines(len(page.lines))
        grids = tuple(
            replace(
                grid,
                rows=tuple(
                    tuple(replace(cell, lines=next_lines(len(cell.lines))) for cell in row) for row in grid.rows
                ),
            )
            for grid in page.grids
        )
        result.append(replace(page, lines=running, grids=grids))
    return result, found
