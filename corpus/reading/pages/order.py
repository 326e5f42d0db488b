"""Puts the lines of a page in the order in which they are read, columns one after the other. Knows no paragraphs.

Files mostly hold their lines in that order already; what stands side by side, they often do not.
"""

import re
from itertools import pairwise

from corpus.reading.pages.models import Line

_SIDES = re.compile(r"cộng h(?:òa|oà) x[aã]\s*hội|độc lập|nơi nhận|nơi gửi|^\s*số\s*:", re.IGNORECASE)
"""What tells that lines side by side are a letterhead or a signature block."""
_FEWEST_ROWS = 6
_FEWEST_CHARACTERS = 20
_MOST_JUMPS = 3

Row = list[Line]
"""The lines on one base line, from the left."""


def in_reading_order(lines: list[Line]) -> list[Row]:
    """Return the lines row by row; of columns, a letterhead or a signature block the left side comes first."""
    if _jumps(lines) > _MOST_JUMPS:
        lines = sorted(lines, key=lambda line: (-round(line.base), line.left))
    rows: list[Row] = []
    for line in lines:
        if rows and abs(rows[-1][-1].base - line.base) < 0.3 * line.size and line.left > rows[-1][-1].right:
            rows[-1].append(line)
        else:
            rows.append([line])
    result: list[Row] = []
    while rows:
        middle = (rows[0][0].right + rows[0][-1].left) / 2
        region = _region(rows, middle) if len(rows[0]) == 2 else []
        if not _is_columns(region, middle):
            result.append(rows.pop(0))
            continue
        result += [[line] for row in region for line in row if line.left < middle]
        result += [[line] for row in region for line in row if line.left >= middle]
        rows = rows[len(region) :]
    return result


def _jumps(lines: list[Line]) -> int:
    """Count how often a line stands above the one before without standing beside it, as no column change does."""
    pairs = pairwise(lines)
    return sum(after.base > before.base + 2 * after.size and after.left < before.right for before, after in pairs)


def _is_columns(region: list[Row], middle: float) -> bool:
    """Tell whether rows are two columns, and not a table without rulings, which is read across."""
    left = [line.text for row in region for line in row if line.left < middle]
    right = [line.text for row in region for line in row if line.left >= middle]
    if any(_SIDES.search(text) for text in (*left[:2], *right[:2])):
        return True
    wide = all(sum(map(len, texts)) >= _FEWEST_CHARACTERS * len(texts) for texts in (left, right))
    return wide and sum(len(row) == 2 for row in region) >= _FEWEST_ROWS


def _region(rows: list[Row], middle: float) -> list[Row]:
    """Return the rows from the first on between whose sides a gap stays free, up to the last with a right side."""
    most, least, length = 0.0, float("inf"), 0
    for number, row in enumerate(rows, start=1):
        most = max([most, *(line.right for line in row if line.left < middle)])
        right = [line.left for line in row if line.left >= middle]
        least = min([least, *right])
        if most >= least:
            break
        length = number if right else length
    return rows[:length]
