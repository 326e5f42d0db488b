"""Writes the Markdown that reports are parsed from: the one form that all readers share. Knows nothing of files."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

_MARKS = re.compile(
    r"[*`]"
    r"|\\(?=[\\`*_{}\[\]()#+\-.!<>|])"  # a backslash that would escape what follows
    r"|\[(?=\^|[^\[\]\n]*\]\()"  # what would be a footnote mark or a link
    r"|<(?=[A-Za-z/!])"
)
_OPENINGS = re.compile(r"#{1,6}(?=\s|$)|[>|]")
_DRAWN = re.compile(r"(?:\*\*)?(?:\\?[-_=*~–—]\s*){3,}(?:\*\*)?$")
_BOLD = re.compile(r"(?<!\\)\*\*")
_BULLET = re.compile(r"[-+]\s+")
_BLANK = re.compile(r"[ \t\r\f\v\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(r"[\u200b\u200e\u200f\u2060\ufeff]")

SEPARATOR = " – "
"""Stands between the lines of a header that were merged."""


def escape(text: str) -> str:
    """Return plain text with a backslash before what would be taken for inline marks (see ``corpus.inline``)."""
    return _MARKS.sub(lambda match: "\\" + match.group(), text)


def mark(number: str) -> str:
    """Return the mark of a footnote."""
    return f"[^{number}]"


def _line(text: str) -> str:
    return _BLANK.sub(" ", _INVISIBLE.sub("", text)).strip()


def _lines(text: str) -> str:
    return "<br>".join(filter(None, map(_line, text.split("\n"))))


def _opened(line: str) -> str:
    """Escape what would make something else of the line than a paragraph or an item of a list."""
    return "\\" + line if _OPENINGS.match(line) else line


def bold(line: str) -> str:
    """Return a line set in bold; the bullet before it stays outside, where it is seen."""
    bullet = _BULLET.match(line)
    start = bullet.end() if bullet else 0
    return f"{line[:start]}**{line[start:].strip()}**"


def plain(text: str) -> str:
    """Return inline Markdown without bold; stars of the text itself are escaped and stay."""
    return _BOLD.sub("", text)


def paragraph(text: str) -> str:
    """Return a block of inline Markdown; line feeds become hard breaks. Lines drawn with signs are left out."""
    lines = [_opened(line) for line in map(_line, text.split("\n")) if line and not _DRAWN.match(line)]
    return "  \n".join(lines)


def heading(text: str, level: int) -> str:
    """Return a heading by style, ``level`` 1 to 6, on one line."""
    return "#" * min(max(level, 1), 6) + " " + _line(text.replace("\n", " "))


def footnote(number: str, text: str) -> str:
    """Return the body of a footnote; its paragraphs stay one block, or the next would be running text again."""
    return f"[^{number}]: {_lines(text)}"


def _cell(text: str) -> str:
    return _lines(text).replace("|", r"\|")


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a pipe table; ``header`` has a cell for each column, empty ones where the table has no header."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def document(blocks: Iterable[str]) -> str:
    """Return the whole: blank lines between blocks, NFC and never NFKC, one line feed at the end."""
    text = "\n\n".join(block for block in blocks if block.strip())
    return unicodedata.normalize("NFC", text) + "\n" if text else ""
