"""Finds the two columns of a row that a question sets against each other: two years, or a plan and what is done.

Knows headers and questions, no rows. Where more than two columns may be meant, none is.
"""

import re
from collections.abc import Sequence

from app.rows.units import own_unit
from corpus.grid import Grid
from index.syllables import normalise

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_COMPARED = re.compile(r"\b(?:hơn|kém|chênh|so với|tăng|giảm|thêm|bớt)\b")
STATED = re.compile(r"\b(?:tăng|giảm|chênh lệch|so sánh|so với)\b")
"""What a change is called, in headers and questions."""
_NOT_YET = re.compile(r"\bchưa\s+(?:được\s+|thể\s+)?(?P<verb>[^\W\d_]+(?:\s[^\W\d_]+)?)")
_LACKING = re.compile(
    r"\b(?:còn |bị |mới )?(?:thiếu|hụt)\b.*\b(?:kế hoạch|chỉ tiêu|dự toán|nhu cầu)\b"
    r"|\b(?:kế hoạch|chỉ tiêu|dự toán)\b.*\b(?:thiếu|hụt)\b|\bvượt\b.*\b(?:kế hoạch|chỉ tiêu|dự toán)\b"
)
_PLANNED = re.compile(r"\b(?:kế hoạch|giao|dự toán|chỉ tiêu|nhu cầu|phân bổ|tiếp nhận|tổng số|tổng vốn)\b")
_DONE = re.compile(r"\b(?:thực hiện|đã|giải ngân|hoàn thành|kết quả)\b")
_SHARE = re.compile(r"%|\b(?:tỷ lệ|tỉ lệ|tỷ trọng)\b")


def set_against(grid: Grid, columns: Sequence[int], text: str) -> tuple[int, int] | None:
    """Return the two of some columns that a question compares; of a plan the plan comes first. None in doubt."""
    asked = normalise(text)
    told = {column: normalise(grid.headers[column]) for column in columns if column in grid.figures}
    told = {column: header for column, header in told.items() if not _SHARE.search(header)}
    pair = _years(told, asked) or _plan_and_done(told, asked)
    return pair if pair and len({own_unit(grid, grid.rows[0], column) for column in pair}) == 1 else None


def _years(told: dict[int, str], asked: str) -> tuple[int, int] | None:
    """Return the columns of the two years of a question whose headers differ in nothing else."""
    years = set(YEAR.findall(asked))
    if len(years) != 2 or not _COMPARED.search(asked) or any(STATED.search(header) for header in told.values()):
        return None
    found: dict[str, list[int]] = {}
    for column, header in told.items():
        if years & set(YEAR.findall(header)):
            found.setdefault(YEAR.sub("", header), []).append(column)
    pairs = [columns for columns in found.values() if len(columns) == 2]
    return (pairs[0][0], pairs[0][1]) if len(pairs) == 1 else None


def _plan_and_done(told: dict[int, str], asked: str) -> tuple[int, int] | None:
    """Return the column of what was planned and that of what is done, where what is not done is asked for."""
    verb = _NOT_YET.search(asked.rstrip(" ?."))
    if not (verb or _LACKING.search(asked)):
        return None
    years = set(YEAR.findall(asked))
    of_year = {c: h for c, h in told.items() if not YEAR.findall(h) or not years or years & set(YEAR.findall(h))}
    done = [c for c, h in of_year.items() if (verb["verb"] in h if verb else bool(_DONE.search(h)))]
    planned = [c for c, h in of_year.items() if c not in done and _PLANNED.search(h)]
    if len(planned) == 1 and len(done) > 1:  # of several years that of the plan
        done = [c for c in done if set(YEAR.findall(of_year[c])) == set(YEAR.findall(of_year[planned[0]]))]
    return (planned[0], done[0]) if len(planned) == len(done) == 1 else None
