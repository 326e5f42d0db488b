"""What stands where on a page: glyphs, the spans and lines they make, tables. Knows no file and no Markdown.

Lengths are points, measured from the left and from the bottom of the page as PDF does.
"""

import unicodedata
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character; ``base`` is its base line, ``size`` its type size; a space that was not printed is ``implied``."""

    text: str
    left: float
    right: float
    base: float
    size: float
    font: str
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a line in one font and size; ``raised`` is a small figure above the base line."""

    text: str
    font: str
    size: float
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Spans on one base line without a wide gap between them."""

    spans: tuple[Span, ...]
    page: int
    left: float
    right: float
    base: float
    size: float  # of most of its letters

    @property
    def text(self) -> str:
        """The line as it is read."""
        return "".join(span.text for span in self.spans)

    @property
    def bold(self) -> bool:
        """Whether all of the line is set in bold."""
        return all("bold" in span.font.lower() for span in self.spans if span.text.strip())

    @property
    def mark(self) -> str:
        """The raised number that opens the line, or nothing."""
        return self.spans[0].text.strip() if self.spans and self.spans[0].raised else ""

    def with_texts(self, texts: tuple[str, ...]) -> "Line":
        """Return the line with other texts for its spans, in their order, NFC: some programs write marks apart."""
        spans = zip(self.spans, (unicodedata.normalize("NFC", text) for text in texts), strict=True)
        return replace(self, spans=tuple(replace(span, text=text) for span, text in spans))


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its lines, and the row and column where it begins, which places that are merged share."""

    row: int
    column: int
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table and its place; every row has a cell for each column."""

    page: int
    top: float
    bottom: float
    rows: tuple[tuple[GridCell, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: the lines outside of tables in the order of the file, and the tables."""

    number: int
    height: float
    lines: tuple[Line, ...]
    grids: tuple[Grid, ...] = ()
