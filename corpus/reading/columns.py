"""Sets lines apart that typists put side by side with tabs and spaces: letterheads, signatures. Knows no format."""

import re

from corpus.reading import markdown
from corpus.reading.pieces import Paragraph, Piece

_GAP = re.compile(r"[^\S\n]*\t[^\S\n]*|[^\S\n]{4,}")
_RIGHT = re.compile(
    r"(?:cộng\s+h(?:òa|oà)|độc\s+lập|đảng\s+cộng\s+sản|[^,\t]{2,40},\s*ngày\b|t/?m\.?\s|k/?t[./]|tl\.|tuq\.|q\.\s)",
    re.IGNORECASE,
)
_RECIPIENTS = re.compile(r"^\W*nơi\s+(?:nhận|gửi)\s*:", re.IGNORECASE | re.MULTILINE)
_LEFT = re.compile(r"nơi\s+(?:nhận|gửi)\s*:|số\s*:", re.IGNORECASE)
_WIDE = 8
_TAB = 8


def _width(gap: re.Match[str]) -> int:
    return len(gap.group()) + _TAB * gap.group().count("\t")


def _is_name(text: str) -> bool:
    """Tell whether a text is a person's name or an office in capitals: every word opens with a capital."""
    words = text.split()
    return 2 <= len(words) <= 5 and all(word[0].isupper() for word in words)


def _sides(line: str, closing: bool) -> list[str]:
    """Return the line, or its two sides where it is two columns of a letterhead or a signature."""
    line = line.strip()
    gaps = sorted(_GAP.finditer(line), key=_width, reverse=True)
    right = next((gap for gap in gaps if _RIGHT.match(markdown.plain(line[gap.end() :]))), None)
    if right is None and gaps and _width(gaps[0]) >= _WIDE:
        signed = closing and _is_name(markdown.plain(line[gaps[0].end() :]))
        right = gaps[0] if signed or _LEFT.match(markdown.plain(line)) else None
    if right is None:
        return [line]
    sides = [line[: right.start()], line[right.end() :]]
    return [markdown.bold(markdown.plain(side)) for side in sides] if line.startswith("**") else sides


def apart(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with the lines of two columns as paragraphs of their own, the left one first."""
    result: list[Piece] = []
    closing = False
    for piece in pieces:
        closing = closing or (isinstance(piece, Paragraph) and bool(_RECIPIENTS.search(piece.text)))
        sides = [_sides(line, closing) for line in piece.text.split("\n")] if isinstance(piece, Paragraph) else []
        if all(len(parts) == 1 for parts in sides):
            result.append(piece)
        else:
            result += [Paragraph(side) for parts in sides for side in parts if side.strip("* ")]
    return result
