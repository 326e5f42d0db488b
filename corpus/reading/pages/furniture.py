"""Takes page numbers and running heads off the pages. Knows nothing of what the pages say."""

import re
from collections import Counter
from dataclasses import replace

from corpus.reading.pages.models import Line, Page

_PAGE_NUMBER = re.compile(
    r"[-–—\s]{0,9}(?:trang|page)?\s{0,9}\d{1,4}(?:\s{0,9}[/|]\s{0,9}\d{1,4})?[-–—\s]{0,9}", re.IGNORECASE
)
_DIGITS = re.compile(r"^\W*\d+|\d+\W*(?:/\s*\d+)?\W*$")
_MARGIN = 0.12
"""Share of the page's height at its top and its foot where numbers and running heads stand."""
_LEAST_REPEATED = 2
_SAME_PLACE = 3.0
"""Points within which a running head stands at the same height on every page."""
_MOST_OF_EDGE = 2
"""Lines from the edge inwards that may be running heads."""


def without_furniture(pages: list[Page]) -> list[Page]:
    """Return the pages without their numbers and without what is repeated at the top or foot of most of them."""
    edges = [_edges(page) for page in pages]
    seen = Counter(text for lines in edges for text in {_shape(line) for line in lines})
    needed = max(_LEAST_REPEATED, len(pages) // 3)
    kept = []
    for page, lines in zip(pages, edges, strict=True):
        gone = [line for line in lines if _is_number(line, page, lines) or seen[_shape(line)] >= needed]
        kept.append(replace(page, lines=tuple(line for line in page.lines if line not in gone)))
    return kept


def _shape(line: Line) -> tuple[str, int]:
    """Return what of a line stays the same from page to page: its height, and all but a number at its start or end."""
    return _DIGITS.sub("#", " ".join(line.text.split())), round(line.base / _SAME_PLACE)


def _edges(page: Page) -> list[Line]:
    """Return the outermost lines in the margins of a page, and all beside them."""
    found: list[Line] = []
    for sign, margin in ((-1, page.height * (1 - _MARGIN)), (1, page.height * _MARGIN)):
        inside = [line for line in page.lines if sign * line.base < sign * margin]
        levels = sorted({round(line.base) for line in inside}, reverse=sign < 0)[:_MOST_OF_EDGE]
        found += [line for line in inside if round(line.base) in levels]
    return found


def _is_number(line: Line, page: Page, edges: list[Line]) -> bool:
    """A page number stands alone on the outermost line."""
    if not _PAGE_NUMBER.fullmatch(line.text.strip()):
        return False
    beside = [other for other in edges if other is not line and abs(other.base - line.base) < line.size]
    outermost = line.base in (max(o.base for o in page.lines), min(o.base for o in page.lines))
    return outermost and not beside
