"""Joins the glyphs of a page into lines. Knows nothing of paragraphs."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from corpus.reading.pages.models import Glyph, Line, Span

WIDE_GAP = 2.5
"""Type sizes between two glyphs of one base line from which they are in two columns; justified text stays below."""
TAB = 1.2
"""Type sizes between two glyphs from which more than a space is between them."""
_RAISED_BY = 0.12
_SMALL = 0.8
_FIGURES = re.compile(r"\d{1,3}|\*{1,3}")


def read_lines(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """Return the lines in the order of the file, each cut where a wide gap is."""
    runs: list[list[Glyph]] = [[]]
    for glyph in glyphs:
        if glyph.text == "\n" or (runs[-1] and _begins_anew(runs[-1], glyph)):
            runs.append([])
        if glyph.text != "\n" and (runs[-1] or not glyph.text.isspace()):
            runs[-1].append(glyph)
    lines = [_line(run, page) for run in runs if any(not glyph.text.isspace() for glyph in run)]
    return _mended(lines)


def _begins_anew(run: list[Glyph], glyph: Glyph) -> bool:
    """Tell whether a glyph stands on another base line, before its forerunners, or far behind them."""
    if glyph.implied or glyph.text.isspace():
        return False
    last = next((other for other in reversed(run) if not other.text.isspace()), run[-1])
    size = max(glyph.size, last.size)
    gap = glyph.left - last.right
    return abs(glyph.base - last.base) > 0.7 * size or gap > WIDE_GAP * size or gap < -1.5 * size


def _line(run: list[Glyph], page: int) -> Line:
    letters = [glyph for glyph in run if not glyph.text.isspace()]
    size = Counter(round(glyph.size, 1) for glyph in letters).most_common(1)[0][0]
    base = Counter(round(glyph.base, 1) for glyph in letters if round(glyph.size, 1) == size).most_common(1)[0][0]

    def look(glyph: Glyph) -> tuple[str, float, bool]:
        raised = glyph.size < _SMALL * size and glyph.base > base + _RAISED_BY * size and not glyph.text.isspace()
        return glyph.font, round(glyph.size, 1), raised

    run = _with_tabs(run)
    spans = []
    for (font, height, raised), glyphs in groupby(run, key=look):
        spans.append(Span("".join(glyph.text for glyph in glyphs), font, height, raised))
    return Line(tuple(spans), page, min(g.left for g in letters), max(g.right for g in letters), base, size)


def _with_tabs(run: list[Glyph]) -> list[Glyph]:
    """Return the glyphs with a tab where a gap is wider than between words, as in a letterhead set with spaces."""
    result: list[Glyph] = []
    for glyph in run:
        if result and not glyph.text.isspace():
            before = next(other for other in reversed(result) if not other.text.isspace())
            if glyph.left - before.right > TAB * max(glyph.size, before.size) and result[-1].text.isspace():
                result[-1] = replace(result[-1], text="\t")
        if result or not glyph.text.isspace():
            result.append(glyph)
    while result and result[-1].text.isspace():
        result.pop()
    return result


def _touches(before: Line, line: Line) -> bool:
    """Tell whether a line goes on where the one before stopped; a raised figure may have broken them apart."""
    size = max(before.size, line.size)
    small = _FIGURES.fullmatch(line.text.strip()) and line.size < _SMALL * before.size
    level = abs(before.base - line.base) < (0.6 if small else 0.25) * size
    return level and -0.3 * size < line.left - before.right < WIDE_GAP * size


def _mended(lines: list[Line]) -> list[Line]:
    """Join lines that the file wrote in parts."""
    result: list[Line] = []
    for line in lines:
        if not (result and _touches(result[-1], line)):
            result.append(line)
            continue
        before = result.pop()
        small = line.size < _SMALL * before.size and line.base > before.base + _RAISED_BY * before.size
        spans = tuple(Span(s.text, s.font, s.size, raised=True) for s in line.spans) if small else line.spans
        apart = "" if small or line.left - before.right < 0.15 * line.size else " "
        gap = (Span(apart, line.spans[0].font, line.size),) if apart else ()
        joined = (*before.spans, *gap, *spans)
        result.append(Line(joined, line.page, before.left, line.right, before.base, before.size))
    return result
