"""Finds what openpyxl does not tell while it streams: merged cells, hidden rows and columns, lost formulas."""

import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from corpus.errors import ReportError
from corpus.reading.archive import read_entry
from corpus.reading.sheets import MOST_COLUMNS, MOST_ROWS, Area
from corpus.reading.word_xml import parse_xml

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_STRICT = {
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": _MAIN[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": _ID[1:-3].encode(),
}
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$")


@dataclass
class SheetLayout:
    """How one sheet is laid out; rows and columns count from 0."""

    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    without_value: int = 0  # formulas saved without the value they had
    pictures: int = 0


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _area(reference: str) -> Area | None:
    match = _REFERENCE.match(reference)
    if not match:
        return None
    left, top, right, bottom = match.groups()
    return Area(int(top) - 1, _column(left), int(bottom or top) - 1, _column(right or left))


def _transitional(data: bytes) -> bytes:
    for strict, usual in _STRICT.items():
        data = data.replace(strict, usual)
    return data


def sheet_entries(archive: zipfile.ZipFile, name: str) -> dict[str, str]:
    """Return the entry of each sheet by the sheet's name. Raises ``ReportError`` "broken"."""
    workbook = read_entry(archive, "xl/workbook.xml", name)
    relations = read_entry(archive, "xl/_rels/workbook.xml.rels", name)
    if workbook is None or relations is None:
        raise ReportError("broken", Path(name), "xl/workbook.xml")
    targets = {
        one.get("Id"): one.get("Target") or ""
        for one in parse_xml(relations, name, "xl/_rels/workbook.xml.rels").iter(f"{_PACKAGE}Relationship")
    }
    found = {}
    for sheet in parse_xml(_transitional(workbook), name, "xl/workbook.xml").iter(f"{_MAIN}sheet"):
        target = targets.get(sheet.get(_ID), "")
        found[sheet.get("name") or ""] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return found


def read_layout(archive: zipfile.ZipFile, entry: str, name: str) -> SheetLayout:
    """Read how a sheet is laid out. Raises ``ReportError`` "broken"."""
    layout = SheetLayout()
    data = read_entry(archive, entry, name)
    if data is None:
        return layout
    root = parse_xml(_transitional(data), name, entry)
    for column in root.iter(f"{_MAIN}col"):
        if column.get("hidden") in ("1", "true"):
            first, last = (column.get("min") or "1"), (column.get("max") or "1")
            if first.isdigit() and last.isdigit():
                layout.hidden_columns.update(range(int(first) - 1, min(int(last), MOST_COLUMNS)))
    for row in root.iter(f"{_MAIN}row"):
        number = row.get("r") or ""
        if row.get("hidden") in ("1", "true") and number.isdigit() and int(number) <= MOST_ROWS:
            layout.hidden_rows.add(int(number) - 1)
    layout.without_value = sum(
        1 for f in root.iter(f"{_MAIN}f") if (cell := f.getparent()) is not None and not _has_value(cell)
    )
    areas = (_area(one.get("ref") or "") for one in root.iter(f"{_MAIN}mergeCell"))
    layout.merged = [area for area in areas if area is not None]
    layout.pictures = sum(1 for _ in root.iter(f"{_MAIN}drawing", f"{_MAIN}picture"))
    return layout


def _has_value(cell: etree._Element) -> bool:
    return bool(cell.findtext(f"{_MAIN}v"))
