"""What every reader makes of a file: paragraphs, tables and notes in reading order. Knows no format and no Markdown.

Texts are inline Markdown already: escaped by ``markdown.escape``, with footnote marks and ``**…**`` around bold lines.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, list item or heading; a line feed in ``text`` is a hard break."""

    text: str
    level: int = 0  # 1 to 6 for a heading by style


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a grid. A merged cell stands in each of its places with the same ``row, column``."""

    text: str
    row: int  # of its upper left corner in the grid
    column: int
    bold: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """Where the cell begins; two places of a grid with the same one are merged."""
        return self.row, self.column


@dataclass(frozen=True, slots=True)
class Table:
    """A full grid: every row has the same number of cells."""

    rows: tuple[tuple[Cell, ...], ...]
    header: int | None = None  # rows that the file marks as its header; None where it marks none
    ruled: bool | None = None  # whether lines are drawn; None where nothing tells


@dataclass(frozen=True, slots=True)
class Note:
    """The body of a footnote or endnote."""

    number: str
    text: str


Piece = Paragraph | Table | Note
