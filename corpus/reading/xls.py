"""Reads .xls files of Excel 5 to 2003: values as they are shown. Knows xlrd, not what the sheets say."""

import datetime
import io
import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import xlrd

from corpus.errors import ReportError
from corpus.reading.compose import compose
from corpus.reading.encodings import Run, runs_to_unicode
from corpus.reading.figures import Value, shown
from corpus.reading.models import Doubt, DoubtKind, Findings, Reading
from corpus.reading.pieces import Piece
from corpus.reading.sheets import MOST_COLUMNS, MOST_ROWS, Area, Sheet, SheetCell, sheet_pieces

_UNREADABLE = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    AssertionError,
    EOFError,
    OverflowError,
    struct.error,
)
"""What xlrd raises for a damaged file, beside its own errors, depending on where the damage is."""
_LOCKED = "encrypted"
"""Stands in the message of xlrd for a workbook with a password; it has no type of its own for it."""


@dataclass
class _Found:
    """Cells of one sheet while they are read: place, text and font, boldness."""

    name: str
    merged: tuple[Area, ...]
    places: list[tuple[int, int]] = field(default_factory=list)
    runs: list[list[Run]] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def read(data: bytes, name: str) -> Reading:
    """Read the visible sheets of a workbook. Raises ``ReportError``: "broken", "encrypted", "empty".

    Macros, which many workbooks of those years carry without using them, are never run and not read.
    """
    try:
        with xlrd.open_workbook(
            file_contents=data, formatting_info=True, on_demand=True, logfile=io.StringIO()
        ) as book:
            hidden = [sheet.name for sheet in _sheets(book) if sheet.visibility]
            found = [_read_cells(book, sheet) for sheet in _sheets(book) if not sheet.visibility]
    except xlrd.XLRDError as error:
        raise ReportError("encrypted" if _LOCKED in str(error) else "broken", Path(name)) from error
    except (*_UNREADABLE, xlrd.compdoc.CompDocError) as error:
        raise ReportError("broken", Path(name)) from error
    return _composed(name, found, [Doubt("hidden", title) for title in hidden])


def _sheets(book: Any) -> list[Any]:
    """Return the sheets that hold cells; charts and macro sheets are none of xlrd's."""
    return [book.sheet_by_index(index) for index in range(book.nsheets)]


def _read_cells(book: Any, sheet: Any) -> _Found:
    areas = (Area(top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells)
    found = _Found(sheet.name, tuple(areas))
    hidden: set[tuple[str, int]] = set()
    cut = wrong = 0
    for row in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(row)):
            if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
                continue
            if _is_hidden(sheet.rowinfo_map.get(row)) or _is_hidden(sheet.colinfo_map.get(column)):
                hidden.add(("row", row) if _is_hidden(sheet.rowinfo_map.get(row)) else ("column", column))
            elif row >= MOST_ROWS or column >= MOST_COLUMNS:
                cut += 1
            elif cell.ctype == xlrd.XL_CELL_ERROR:
                wrong += 1
            else:
                _add(found, book, (row, column), cell)
    counted: tuple[tuple[DoubtKind, int], ...] = (("hidden", len(hidden)), ("sheet-cut", cut), ("formula", wrong))
    found.doubts += [Doubt(kind, sheet.name, count) for kind, count in counted if count]
    return found


def _is_hidden(info: Any) -> bool:
    return bool(info and info.hidden)


def _add(found: _Found, book: Any, place: tuple[int, int], cell: Any) -> None:
    """Keep a cell as it is shown."""
    style = book.xf_list[cell.xf_index]
    font, form = book.font_list[style.font_index], book.format_map.get(style.format_key)
    text = shown(_value(book, cell), form.format_str if form else "General").strip()
    if text:
        found.places.append(place)
        found.runs.append([Run(text, font.name)])
        found.bold.append(bool(font.bold))


def _value(book: Any, cell: Any) -> Value:
    """Return the value of a cell in Python's types; a date that there is not stays the number it is."""
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            moment: datetime.datetime = xlrd.xldate.xldate_as_datetime(cell.value, book.datemode)
        except (xlrd.xldate.XLDateError, OverflowError, ValueError):
            return float(cell.value)
        return moment
    return cell.value if isinstance(cell.value, str | float) else str(cell.value)


def _composed(name: str, sheets: list[_Found], doubts: list[Doubt]) -> Reading:
    converted = runs_to_unicode([run for found in sheets for run in found.runs])
    texts = iter(converted.blocks)
    pieces: list[Piece] = []
    for found in sheets:
        cells = {
            place: SheetCell(next(texts)[0].replace("\u00ad", ""), bold)
            for place, bold in zip(found.places, found.bold, strict=True)
        }
        pieces += sheet_pieces(Sheet(found.name, cells, found.merged))
        doubts += found.doubts
    if not pieces:
        raise ReportError("empty", Path(name))
    if converted.unclear:
        doubts.append(Doubt("encoding", count=converted.unclear))
    findings = Findings("xls", encodings=converted.encodings, converted=converted.converted, doubts=tuple(doubts))
    return compose(pieces, findings)
