"""Tells whether a table of a .docx has lines between its columns. Knows nothing of its text."""

from lxml.etree import _Element

from corpus.reading.word_styles import Styles
from corpus.reading.word_xml import q, value

_UPRIGHT = tuple(map(q, ("w:insideV", "w:left", "w:right", "w:start", "w:end")))
_NONE = ("nil", "none")


def _drawn(borders: _Element | None) -> bool | None:
    """Tell whether upright lines are drawn, None where nothing is said of them."""
    said = [] if borders is None else [value(line) for line in borders if line.tag in _UPRIGHT]
    return any(kind not in _NONE for kind in said) if said else None


def is_ruled(table: _Element, styles: Styles) -> bool:
    """Tell whether the cells, the table or its style draw upright lines, as letterheads do not."""
    cells = (_drawn(borders) for borders in table.iter(q("w:tcBorders")))
    if any(cells):
        return True
    own = _drawn(table.find(f"{q('w:tblPr')}/{q('w:tblBorders')}"))
    if own is not None:
        return own
    named = value(table.find(f"{q('w:tblPr')}/{q('w:tblStyle')}"))
    return any(_drawn(borders) for style in styles.chain(named) for borders in style.iter(q("w:tblBorders")))
