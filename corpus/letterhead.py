"""Takes the lines of a letterhead apart: two columns that stand on one line, and rules. Knows nothing of metadata.

Follows the layout of Nghị định 30/2020/NĐ-CP: the issuing body on the left, Quốc hiệu and Tiêu ngữ on the right.
"""

import re
from itertools import pairwise

from corpus.traced import Traced

NEAR = 8
"""So many lines around Quốc hiệu or Tiêu ngữ belong to the letterhead; so do the first lines of a document."""

LONGEST = 400
"""A line of a letterhead is shorter, in characters."""

_NATION = r"c[ộô]ng\s+(?:hòa|hoà)\s+x[ãa]\s+h[ộo]i\s+ch[ủu]\s+ngh\w{1,3}\s+vi[ệê]t\s+nam"
_MOTTO = r"độc\s+lập\s*[-–—]\s*tự\s+do\s*[-–—]\s*hạnh\s+phúc"
# What papers of the Party have in place of Quốc hiệu; in running text it is not all in capitals.
_PARTY = r"(?:^|(?<=\s\s)|(?<=\t))(?-i:ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM)"
_NUMBER = (
    r"(?:^|(?<=\s\s)|(?<=\t))số\s*(?::|(?=\d{1,5}\s?[/‐-―-]\s?[A-ZĐ]{2}))\s*[\w.…]{0,8}"
    r"\s*/?\s*[\w&‐-―-]+(?:\s?[/.‐-―-]\s?[A-ZĐ][\w&‐-―-]*)*"
)
_DAY = r"[^\W\d][^\d,\n]{1,30},\s*ngày[\s\d.…]*tháng[\s\d.…]*năm\s*\d{4}\b\.?"
_DATE = rf"(?:^|(?<=\s\s)|(?<=\t)){_DAY}"
_UPPER = re.compile(rf"(?P<nation>{_NATION})|(?P<motto>{_MOTTO})|(?P<party>{_PARTY})", re.IGNORECASE)
_PIECES = re.compile(
    rf"\*{{0,3}}(?:{_NATION}|{_MOTTO}|{_PARTY})\*{{0,3}}|{_NUMBER}(?=\s+{_DAY}\s*$)|{_NUMBER}|{_DATE}", re.IGNORECASE
)
_STROKES, _BETWEEN = frozenset("-=*_~–—"), frozenset("&#.o+ \t")


def is_motto(text: str) -> bool:
    """Tell whether a text is Quốc hiệu, Tiêu ngữ or both, and nothing else."""
    return bool(_UPPER.search(text)) and not re.search(r"\w", _UPPER.sub("", text))


def names_nation(text: str) -> bool:
    """Tell whether a line holds Quốc hiệu or Tiêu ngữ."""
    return bool(_UPPER.search(text))


def is_rule(text: str) -> bool:
    """Tell whether a line is drawn ("-----", "-*-", "===&==="); three signs of one kind alone break a page."""
    drawn = text.strip()
    strokes = sum(char in _STROKES for char in drawn)
    return strokes > 1 and len(drawn) > 2 and set(drawn) <= _STROKES | _BETWEEN and drawn not in ("---", "***", "___")


def columns(line: Traced) -> list[Traced]:
    """Return what stands side by side on a line of the letterhead, from left to right, as lines of their own."""
    if len(line) < LONGEST and not re.match(r"\s*#", line.text):
        cuts = sorted({edge for match in _PIECES.finditer(line.text) for edge in match.span()} | {0, len(line)})
        pieces = [line.slice(start, end) for start, end in pairwise(cuts)]
        return [piece for piece in pieces if piece.text.strip()] or [line]
    return [line]


def letterhead_lines(lines: list[Traced]) -> set[int]:
    """Return the indexes of the lines that belong to a letterhead."""
    found: set[int] = set()
    filled = [index for index, line in enumerate(lines) if line.text.strip()]
    for place, index in enumerate(filled):
        if names_nation(lines[index].text):
            found.update(filled[max(place - NEAR // 2, 0) : place + NEAR])
    return found | set(filled[:NEAR])
