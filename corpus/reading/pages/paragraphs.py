"""Joins lines to paragraphs again, across pages too. Knows geometry and numbering, not sections."""

import re
from collections import Counter
from itertools import pairwise

from corpus.reading import markdown
from corpus.reading.pages.footnotes import NOTED
from corpus.reading.pages.models import Line
from corpus.reading.pages.order import Row
from corpus.reading.pieces import Paragraph, Piece

_NUMBERED = re.compile(
    r"^(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều|ĐIỀU|Phụ lục|PHỤ LỤC)\s+(?:thứ\s+)?[\dIVXLA-Z]+\b"
    r"|^[IVXL]{1,6}\s*[./)-]\s*\S|^\d{1,2}(?:\.\d{1,2}){0,3}\s*[./)-]\s*\D|^\d{1,2}(?:\.\d{1,2}){1,3}\s"
    r"|^[a-zđA-ZĐ]\d?\s*[)]\s*\S|^[-–+•*·]\s*\S|^(?:Nơi nhận|Kính gửi)\s*:|^Độc lập\s*[-–]"
)
_ALONE = re.compile(r"^(?:Phần|PHẦN|Chương|CHƯƠNG)\s+(?:thứ\s+)?[\wÀ-ỹ]+\s*[.:]?$")
_BULLET = re.compile(r"^[–—•·▪►➢]\s*(?=[^\W\d_])")
_ORNAMENT = re.compile(r"[-–—_=*~\s]{3,}")
_ENDED = re.compile(r"""[.;:!?…]["”’)*/]*$|/\.?$""")
_NUMBER_ALONE = re.compile(r"[-–+•*·]|\(?[\dIVXLa-zđ]{1,4}(?:\.\d{1,2})*[.)/-]?")
_FEWEST_BEFORE_GAP = 25
_INDENT = 0.8
_SLACK = 1.5
"""By how much more than the room of a word a line may be short that ends within a sentence."""
_SHARE_AT_MARGIN = 0.06
_FEWEST_IN_COLUMN = 6
_NARROWER = 4
"""Type sizes by which lines end before the margin of the document where they are a column of their own."""
_WIDE_LINES = 1.4
"""How much farther apart than usual lines of two paragraphs are."""
_CENTRED = 1.5


class Paragraphs:
    """Takes rows in reading order and gives paragraphs; what is begun goes on over the end of a page."""

    def __init__(self, lines: list[Line]) -> None:
        """``lines`` are all of the document: they tell its margins and how far apart lines are."""
        long = Counter(round(line.left) for line in lines)
        self._left = min((left for left, count in long.items() if count >= max(2, len(lines) // 20)), default=0)
        self._lines: dict[int, list[Line]] = {}
        for line in lines:
            self._lines.setdefault(line.page, []).append(line)
        self._right = _margin(lines)
        steps = Counter(
            round(above.base - below.base)
            for above, below in pairwise(lines)
            if above.page == below.page and 0 < above.base - below.base < 4 * above.size
        )
        self._step = steps.most_common(1)[0][0] if steps else 0
        self._rows: list[Row] = []
        self._done: list[Piece] = []

    def add(self, row: Row) -> None:
        """Take the next row; ornaments typed with hyphens or stars are left out."""
        if _ORNAMENT.fullmatch(_text(row)):
            return
        if self._rows and not self._goes_on(self._rows[-1], row):
            self._close()
        self._rows.append(row)

    def taken(self) -> list[Piece]:
        """End the paragraph, and return all that were not returned yet."""
        self._close()
        done, self._done = self._done, []
        return done

    def _close(self) -> None:
        if self._rows:
            self._done.append(Paragraph(_joined(self._rows)))
        self._rows = []

    def _goes_on(self, before: Row, row: Row) -> bool:
        """Tell whether a row belongs to the paragraph of the one before."""
        last, line = before[-1], row[0]
        text, ended = _text(row).strip(), bool(_ENDED.search(NOTED.sub("", _text(before)).strip()))
        if not (self._is_one(before) and self._is_one(row)) or _ALONE.match(_text(before).strip()):
            return False
        if last.bold != line.bold or abs(last.size - line.size) > 0.15 * last.size:
            return False
        if self._centred(last) and self._centred(line):
            same = _text(before).isupper() == text.isupper()
            return same and not _NUMBERED.match(text) and self._near(last, line)
        full = self._would_not_fit(last, line, 1.0 if ended else _SLACK)
        if _NUMBERED.match(text) and (ended or not full or line.left > self._left + _INDENT * line.size):
            return False
        if not full or not (self._near(last, line) or (text[:1].islower() and not ended)):
            return False
        return line.left <= last.left + _INDENT * line.size or not ended

    def _is_one(self, row: Row) -> bool:
        """Tell whether a row is one line of text: whole, a number with a gap behind, or a gap within a full line."""
        if len(row) != 2:
            return len(row) == 1
        full = self._right_of(row[1]) - row[1].right < row[1].size and len(row[0].text) >= _FEWEST_BEFORE_GAP
        return full or bool(_NUMBER_ALONE.fullmatch(row[0].text.strip()))

    def _would_not_fit(self, last: Line, line: Line, slack: float) -> bool:
        """Tell whether the first word of the line had no room left on the one before, which was broken for that."""
        words = line.text.split()
        width = (line.right - line.left) / max(len(line.text), 1)
        return self._right_of(last) - last.right < slack * (len(words[0]) + 1.5) * width if words else False

    def _right_of(self, line: Line) -> float:
        """Return the right margin where a line stands: the document's, or that of its column where none reaches it."""
        column = [other for other in self._lines[line.page] if other.left < line.right and line.left < other.right]
        margin = _margin(column)
        narrow = len(column) >= _FEWEST_IN_COLUMN and margin < self._right - _NARROWER * line.size
        return margin if narrow else self._right

    def _near(self, last: Line, line: Line) -> bool:
        """Tell whether two lines are no farther apart than lines of one paragraph; over a page's end nothing tells."""
        apart = last.base - line.base
        return last.page != line.page or not self._step or apart < _WIDE_LINES * max(self._step, 1.1 * line.size)

    def _centred(self, line: Line) -> bool:
        """Tell whether a line stands in the middle with room at both sides."""
        left, right = line.left - self._left, self._right_of(line) - line.right
        room = 3 * line.size
        return left > room and right > room and abs(left - right) < max(_CENTRED * line.size, 0.2 * (left + right))


def _margin(lines: list[Line]) -> float:
    """Return the rightmost place where a good many lines end; single ones, of headers or tables, may go beyond."""
    ends = Counter(round(line.right / max(line.size, 1.0)) for line in lines)
    often = [end for end, count in ends.items() if count >= max(2, len(lines) * _SHARE_AT_MARGIN)]
    far = max(often or ends, default=0)
    return max((line.right for line in lines if round(line.right / max(line.size, 1.0)) == far), default=0.0)


def _text(row: Row) -> str:
    return "\t".join(line.text.strip() for line in row)


def _inline(row: Row) -> str:
    """Return a row as inline Markdown with the marks of footnotes."""
    text = _text(row)
    parts, position = [], 0
    for match in NOTED.finditer(text):
        parts += [markdown.escape(text[position : match.start()]), markdown.mark(match["name"])]
        position = match.end()
    return "".join(parts) + markdown.escape(text[position:])


def _joined(rows: list[Row]) -> str:
    """Join the rows of a paragraph; a hyphen or a slash at the end of a line stood inside a word."""
    text = ""
    for row in rows:
        inline = _inline(row)
        glued = bool(re.search(r"[^\W_][-/]$", text))
        text += inline if glued or not text else " " + inline
    text = _BULLET.sub("- ", text)
    return markdown.bold(text) if all(line.bold for row in rows for line in row) and text.strip() else text
