"""Makes the pieces of a document out of its pages. Knows the order of the steps, not how a file says what is where."""

from collections import Counter

from corpus.reading import markdown
from corpus.reading.pages.footnotes import FootText, take_footnotes
from corpus.reading.pages.models import Grid, Line, Page
from corpus.reading.pages.order import in_reading_order
from corpus.reading.pages.paragraphs import Paragraphs
from corpus.reading.pieces import Cell, Note, Piece, Table


def pieces_of(pages: list[Page]) -> list[Piece]:
    """Return paragraphs, tables and footnotes of pages whose text is Unicode."""
    sizes = Counter[float]()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    body_size = sizes.most_common(1)[0][0] if sizes else 0.0
    taken: set[str] = set()
    running: list[list[Line]] = []
    notes: list[FootText] = []
    for page in pages:
        kept, found = take_footnotes(list(page.lines), body_size, taken)
        running.append(kept)
        notes += found
    pieces: list[Piece] = []
    paragraphs = Paragraphs([line for lines in running for line in lines])
    for page, lines in zip(pages, running, strict=True):
        waiting = list(page.grids)
        for row in in_reading_order(lines):
            while waiting and row[0].base < waiting[0].top:
                pieces += [*paragraphs.taken(), _table(waiting.pop(0))]
            paragraphs.add(row)
        for grid in waiting:
            pieces += [*paragraphs.taken(), _table(grid)]
    pieces += paragraphs.taken()
    return [*pieces, *(Note(note.name, " ".join(line.text.strip() for line in note.lines)) for note in notes)]


def _table(grid: Grid) -> Table:
    return Table(
        tuple(
            tuple(
                Cell(
                    "\n".join(markdown.escape(line.text.strip()) for line in cell.lines),
                    cell.row,
                    cell.column,
                    bool(cell.lines) and all(line.bold for line in cell.lines),
                )
                for cell in row
            )
            for row in grid.rows
        ),
        ruled=True,
    )
