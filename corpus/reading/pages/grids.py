"""Finds the tables that rulings draw, and which glyphs stand in which cell. Knows nothing of headers or data."""

from bisect import bisect_left
from collections.abc import Sequence

from pdfplumber import table as rules

from corpus.reading.pages.glyphs import Ruling
from corpus.reading.pages.lines import read_lines
from corpus.reading.pages.models import Glyph, Grid, GridCell, Line

_NEAR = 3.0
"""Points within which two rulings, or the end of one and another, are the same place."""
_SHORTEST = 6.0

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, as pdfplumber has it: measured downwards, therefore with the signs turned."""


def find_tables(rulings: Sequence[Ruling]) -> list[list[Box]]:
    """Return the cells of each table of at least two rows and two columns."""
    edges = [_edge(ruling) for ruling in rulings]
    merged = rules.merge_edges([e for e in edges if e], _NEAR, _NEAR, _NEAR, _NEAR)
    long = [edge for edge in merged if max(edge["x1"] - edge["x0"], edge["bottom"] - edge["top"]) >= _SHORTEST]
    cells = rules.intersections_to_cells(rules.edges_to_intersections(long, _NEAR, _NEAR))
    tables: list[list[Box]] = rules.cells_to_tables(cells)
    return [t for t in tables if len({cell[0] for cell in t}) > 1 and len({cell[1] for cell in t}) > 1]


def _edge(ruling: Ruling) -> dict[str, object]:
    level = ruling.bottom == ruling.top
    return {
        "x0": ruling.left,
        "x1": ruling.right,
        "top": -ruling.top,
        "bottom": -ruling.bottom,
        "width": ruling.right - ruling.left,
        "height": ruling.top - ruling.bottom,
        "orientation": "h" if level else "v",
        "object_type": "line",
    }


def cut_out(glyphs: Sequence[Glyph], tables: list[list[Box]], page: int) -> tuple[list[Glyph], list[Grid]]:
    """Return the glyphs outside of all tables, and the tables with the lines in their cells."""
    boxes = [(number, box) for number, cells in enumerate(tables) for box in cells]
    inside: dict[tuple[int, Box], list[Glyph]] = {}
    outside: list[Glyph] = []
    place: tuple[int, Box] | None = None
    for glyph in glyphs:
        if not glyph.implied:
            place = next((found for found in boxes if _holds(found[1], glyph)), None)
        (outside if place is None else inside.setdefault(place, [])).append(glyph)
    grids = []
    for number, cells in enumerate(tables):
        lines = {box: tuple(read_lines(inside.get((number, box), []), page)) for box in cells}
        if any(lines.values()):
            grids.append(_grid(lines, page))
    return outside, grids


def _holds(box: Box, glyph: Glyph) -> bool:
    middle, height = (glyph.left + glyph.right) / 2, glyph.base + glyph.size / 4
    return box[0] <= middle <= box[2] and box[1] <= -height <= box[3]


def _grid(lines: dict[Box, tuple[Line, ...]], page: int) -> Grid:
    """Set the cells on the grid of all their borders; a merged cell stands in each of its places."""
    columns = sorted({round(box[0], 1) for box in lines})
    rows = sorted({round(box[1], 1) for box in lines})
    found: dict[tuple[int, int], GridCell] = {}
    for box, content in lines.items():
        row, column = rows.index(round(box[1], 1)), columns.index(round(box[0], 1))
        below, beside = bisect_left(rows, box[3] - _NEAR), bisect_left(columns, box[2] - _NEAR)
        for y in range(row, max(below, row + 1)):
            for x in range(column, max(beside, column + 1)):
                found.setdefault((y, x), GridCell(row, column, content))
    cells = tuple(tuple(found.get((y, x), GridCell(y, x)) for x in range(len(columns))) for y in range(len(rows)))
    return Grid(page, -min(box[1] for box in lines), -max(box[3] for box in lines), cells)
