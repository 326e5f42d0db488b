"""Reads .xlsx files: values as they are shown, formulas by the value that was saved. Knows nothing of sections."""

import io
import warnings
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from lxml.etree import XMLSyntaxError

from corpus.errors import ReportError
from corpus.reading.archive import check_entries, open_archive
from corpus.reading.compose import compose
from corpus.reading.encodings import Run, runs_to_unicode
from corpus.reading.figures import Value, shown
from corpus.reading.models import Doubt, DoubtKind, Findings, Reading
from corpus.reading.sheets import MOST_COLUMNS, MOST_ROWS, Sheet, SheetCell, sheet_pieces
from corpus.reading.xlsx_layout import SheetLayout, read_layout, sheet_entries

_UNREADABLE = (ValueError, TypeError, KeyError, IndexError, AttributeError, ParseError, XMLSyntaxError, EOFError)
"""What openpyxl raises for a damaged file, depending on where the damage is."""
_ERRORS = ("#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#N/A", "#NUM!", "#NULL!")


@dataclass
class _Found:
    """Cells of one sheet while they are read: place, text, font, boldness."""

    places: list[tuple[int, int]] = field(default_factory=list)
    runs: list[list[Run]] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def read(data: bytes, name: str) -> Reading:
    """Read the visible sheets of a workbook. Raises ``ReportError``: "broken", "encrypted", "bomb", "empty"."""
    from openpyxl import load_workbook

    archive = open_archive(data, name)
    check_entries(archive, name)
    entries = sheet_entries(archive, name)
    sheets: list[tuple[str, _Found, SheetLayout]] = []
    doubts: list[Doubt] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells which extensions of Excel it leaves alone
            workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            for worksheet in workbook.worksheets:
                if worksheet.sheet_state != "visible":
                    doubts.append(Doubt("hidden", worksheet.title))
                    continue
                layout = read_layout(archive, entries.get(worksheet.title, ""), name)
                sheets.append((worksheet.title, _read_cells(worksheet, layout), layout))
    except (*_UNREADABLE, zipfile.BadZipFile, zlib.error, OSError) as error:
        raise ReportError("broken", Path(name)) from error
    return _composed(name, sheets, doubts)


def _read_cells(worksheet: Any, layout: SheetLayout) -> _Found:
    found = _Found()
    worksheet.reset_dimensions()  # what a file says of its size is often wrong
    hidden: set[tuple[str, int]] = set()
    cut = wrong = 0
    for cell in (cell for row in worksheet.iter_rows() for cell in row if cell.value is not None):
        at, column = cell.row - 1, cell.column - 1
        if at in layout.hidden_rows or column in layout.hidden_columns:
            hidden.add(("row", at) if at in layout.hidden_rows else ("column", column))
            continue
        if column >= MOST_COLUMNS or at >= MOST_ROWS:
            cut += 1
            continue
        value: Value = cell.value
        text = shown(value, cell.number_format or "General").strip()
        wrong += text in _ERRORS
        if text and text not in _ERRORS:
            found.places.append((at, column))
            found.runs.append([Run(text, (cell.font.name or "") if cell.font else "")])
            found.bold.append(bool(cell.font and cell.font.b))
    counted: tuple[tuple[DoubtKind, int], ...] = (
        ("hidden", len(hidden)),
        ("sheet-cut", cut),
        ("formula", wrong + layout.without_value),
        ("image", layout.pictures),
    )
    found.doubts += [Doubt(kind, worksheet.title, count) for kind, count in counted if count]
    return found


def _composed(name: str, sheets: list[tuple[str, _Found, SheetLayout]], doubts: list[Doubt]) -> Reading:
    converted = runs_to_unicode([run for _, found, _ in sheets for run in found.runs])
    texts = iter(converted.blocks)
    pieces = []
    for title, found, layout in sheets:
        cells = {
            place: SheetCell(next(texts)[0].replace("\u00ad", ""), bold)
            for place, bold in zip(found.places, found.bold, strict=True)
        }
        pieces += sheet_pieces(
            Sheet(title, cells, tuple(layout.merged), frozenset(layout.hidden_rows), frozenset(layout.hidden_columns))
        )
        doubts += found.doubts
    if not pieces:
        raise ReportError("empty", Path(name))
    if converted.unclear:
        doubts.append(Doubt("encoding", count=converted.unclear))
    findings = Findings("xlsx", encodings=converted.encodings, converted=converted.converted, doubts=tuple(doubts))
    return compose(pieces, findings, paged=False)
