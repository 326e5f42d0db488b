"""Walks an HTML tree and makes pieces of it: paragraphs, lists, tables, notes. Knows no encodings and no files."""

import re
from collections import Counter
from dataclasses import dataclass, field

from lxml.etree import _Element

from corpus.reading import markdown
from corpus.reading.html_grid import grid
from corpus.reading.html_notes import HtmlNotes, find_notes, text_of
from corpus.reading.models import DoubtKind
from corpus.reading.numerals import numeral
from corpus.reading.pieces import Note, Paragraph, Piece, Table

_DROPPED = set(
    "script style head template noscript nav aside footer button select textarea iframe svg audio video".split()
)
BLOCKS = frozenset(
    "address article blockquote body center dd details div dl dt fieldset figcaption figure form header hr html li main"
    " ol p pre section summary table tbody td tfoot th thead tr ul caption h1 h2 h3 h4 h5 h6".split()
)
_HEADING = re.compile(r"h([1-6])$")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display:none|mso-hide:all|visibility:hidden|mso-element:comment")
_WEIGHT = re.compile(r"font-weight:(bold(?:er)?|[6-9]00|normal|[1-5]00)")
_RAISED = re.compile(r"[\[(]?(\d{1,6})[\])]?$")
_LIST_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass
class Walk:
    """What was found on the way so far. ``spaces_kept``: tabs and spaces of the source were typed, not indented."""

    notes: HtmlNotes
    spaces_kept: bool
    pieces: list[Piece] = field(default_factory=list)
    counts: Counter[DoubtKind] = field(default_factory=Counter)
    insertions: int = 0
    deletions: int = 0
    line: list[tuple[str, bool | None]] = field(default_factory=list)
    prefix: str = ""
    depth: int = 0  # of lists with bullets

    def flush(self, level: int = 0) -> None:
        """End the paragraph."""
        text = _inline(self.line)
        if text.strip():
            bulleted = self.prefix in ("- ", "+ ") and text.startswith(("- ", "+ "))
            self.pieces.append(Paragraph(text if bulleted else _prefixed(self.prefix, text), level))
            self.prefix = ""
        self.line = []

    def add(self, text: str | None, bold: bool) -> None:
        """Go on with the paragraph."""
        if text:
            self.line.append((markdown.escape(text if self.spaces_kept else _SPACE.sub(" ", text)), bold))

    def walk(self, element: _Element, bold: bool) -> None:
        """Read the inside of an element."""
        self.add(element.text, bold)
        for child in element:
            self.enter(child, bold)
            self.add(child.tail, bold)

    def enter(self, element: _Element, bold: bool) -> None:
        """Read an element by what it is."""
        tag = element.tag if isinstance(element.tag, str) else ""  # comments have none
        style = (element.get("style") or "").replace(" ", "").lower()
        if not tag or tag in _DROPPED or element in self.notes.bodies or element in self.notes.backs:
            return
        if tag == "div" and element.get("title") in ("header", "footer"):
            return  # LibreOffice writes the head and the foot of the page as parts of the text
        if element.get("hidden") is not None or _HIDDEN.search(style):
            self.counts["hidden"] += bool(text_of(element).strip())
        elif number := self.notes.marks.get(element):
            self.line.append((markdown.mark(number), None))
        elif tag == "br":
            self.line.append(("\n", None))
        elif tag in ("img", "picture"):
            self.counts["image"] += 1
        elif tag in ("object", "embed", "math"):
            self.counts["formula" if tag == "math" else "embedded"] += 1
        elif tag == "del":
            self.deletions += bool(text_of(element).strip())
        else:
            self._enter_text(element, tag, _is_bold(tag, style, bold))

    def _enter_text(self, element: _Element, tag: str, bold: bool) -> None:
        self.insertions += tag == "ins" and bool(text_of(element).strip())
        raised = _RAISED.match(text_of(element).strip()) if tag == "sup" else None
        if raised and not any(mark in self.notes.marks for mark in element.iter("a")):
            self.line.append((f"<sup>{raised[1]}</sup>", None))
        elif heading := _HEADING.match(tag):
            self.flush()
            self.walk(element, bold=False)
            self.flush(int(heading[1]))
        elif tag == "table":
            self._table(element)
        elif tag in ("ul", "ol"):
            self._list(element, tag)
        elif tag in BLOCKS:
            self.flush()
            self.walk(element, bold)
            self.flush()
        else:
            self.walk(element, bold)

    def _list(self, element: _Element, tag: str) -> None:
        self.flush()
        self.depth += tag == "ul"
        start = element.get("start") or "1"
        number = int(start) if start.isascii() and start.isdigit() else 1
        for item in element:
            if item.tag != "li":
                self.enter(item, bold=False)
                continue
            if item in self.notes.bodies:
                continue
            shown = numeral(number, _LIST_FORMATS.get(element.get("type") or "", "decimal"))
            self.prefix = f"{shown}. " if tag == "ol" else "- " if self.depth == 1 else "+ "
            number += 1
            self.enter(item, bold=False)
            self.prefix = ""
        self.depth -= tag == "ul"

    def inside(self, element: _Element, bold: bool = False) -> list[Piece]:
        """Return the pieces inside an element, apart from the text around it."""
        inner = Walk(self.notes, self.spaces_kept, counts=self.counts)
        inner.walk(element, bold)
        inner.flush()
        self.insertions += inner.insertions
        self.deletions += inner.deletions
        return inner.pieces

    def _table(self, element: _Element) -> None:
        self.flush()

        def read(cell: _Element) -> tuple[str, bool]:
            text = "\n".join(_flat(piece) for piece in self.inside(cell))
            lines = [line for line in text.split("\n") if line.strip()]
            return text, cell.tag == "th" or (bool(lines) and all("**" in line for line in lines))

        for caption in element.findall("caption"):
            self.pieces += self.inside(caption)
        table = grid(element, read)
        if table is not None:
            self.pieces.append(table)


def _is_bold(tag: str, style: str, bold: bool) -> bool:
    weight = _WEIGHT.search(style)
    if weight:
        return weight[1][0] in "b6789"
    return bold or tag in ("b", "strong")


def _prefixed(prefix: str, text: str) -> str:
    """Return the text with the number of its list, which is bold where its line is."""
    if prefix.startswith(("- ", "+ ")) or not text.startswith("**"):
        return prefix + text
    return f"**{prefix}{text[2:]}"


def _inline(parts: list[tuple[str, bool | None]]) -> str:
    """Join the parts of a paragraph; a line that is bold from end to end says so. Marks are neither bold nor not."""
    lines: list[list[tuple[str, bool | None]]] = [[]]
    for text, bold in parts:
        first, *more = text.split("\n")
        lines[-1].append((first, bold))
        lines += [[(rest, bold)] for rest in more]
    return "\n".join(map(_joined, lines)).strip("\n")


def _joined(line: list[tuple[str, bool | None]]) -> str:
    text = "".join(part for part, _ in line).strip(" \r")
    weights = [bold for part, bold in line if bold is not None and part.strip(" \t\u00a0.:;,")]
    return markdown.bold(text.strip()) if weights and all(weights) else text


def _flat(piece: Piece) -> str:
    """Return a piece inside a cell as text: a table inside a table has its rows as lines."""
    if isinstance(piece, Table):
        rows = [dict.fromkeys(cell.text.replace("\n", " ") for cell in row if cell.text.strip()) for row in piece.rows]
        return "\n".join("; ".join(row) for row in rows if row)
    return piece.text


def walk_tree(root: _Element, *, spaces_kept: bool) -> Walk:
    """Return the pieces of a tree, the bodies of its notes last, and what was counted. Raises ``GridTooLarge``."""
    notes = find_notes(root)
    walk = Walk(notes, spaces_kept)
    walk.walk(root, bold=False)
    walk.flush()
    for body, number in notes.bodies.items():
        text = "\n".join(_flat(piece) for piece in walk.inside(body))
        walk.pieces.append(Note(number, text))
    return walk
