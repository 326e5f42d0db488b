"""Cuts Markdown into blocks: headings, paragraphs, bullets, footnote bodies, page breaks. Knows nothing of sections."""

import re
from dataclasses import dataclass, field
from typing import Literal

from corpus.components import is_component, opens_component, opens_signature, stands_alone
from corpus.inline import Mark, Removed, clean
from corpus.letterhead import columns, is_rule, letterhead_lines
from corpus.numerals import opens_numbered
from corpus.tables import Row, is_row, opens_table, read_table
from corpus.traced import Traced, glue, joined

BlockKind = Literal[
    "heading", "paragraph", "bullet", "sub-bullet", "row", "footnote", "page-break", "page-number", "rule"
]

_OPENINGS: tuple[tuple[BlockKind, re.Pattern[str]], ...] = (
    ("page-break", re.compile(r"^\s*(?:-{3,}|\*{3,}|_{3,})\s*$")),
    ("page-number", re.compile(r"^\s*\d{1,3}\s*$")),
    ("heading", re.compile(r"^\s*#{1,6}\s+")),
    ("footnote", re.compile(r"^\s*(?:<sup>\s*(?P<sup>\d{1,3})\s*</sup>|\[\^(?P<caret>[\w-]{1,20})\]:)\s*")),
    ("bullet", re.compile(r"^\s*[-–•*]\s+(?=\S)")),
    ("sub-bullet", re.compile(r"^\s*\+\s+(?=\S)")),
)


@dataclass(frozen=True, slots=True)
class Block:
    """A block as a reader sees it; offsets in ``marks`` and ``removed`` count from the start of ``text``."""

    kind: BlockKind
    text: Traced
    marks: tuple[Mark, ...] = ()
    removed: tuple[Removed, ...] = ()
    number: str | None = None  # of a footnote body
    row: Row | None = None
    table: int = 0  # number of the table that a row belongs to, from 1


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the source; ``alone`` where nothing that stands before or after it goes on with it."""

    text: Traced
    alone: bool


def _opening(line: Traced) -> tuple[BlockKind, re.Match[str] | None] | None:
    """Return what kind of block the line opens, or None where it goes on with the one before."""
    if is_rule(line.text):
        return "rule", None
    for kind, pattern in _OPENINGS:
        match = pattern.match(line.text)
        if match:
            return kind, match
    return ("paragraph", None) if opens_numbered(line.text) or opens_component(line.text) else None


def _finish(kind: BlockKind, lines: list[Traced], number: str | None, prefix: Removed | None) -> Block:
    """Join the lines of a block (a hard break stays a line feed), clean them and drop the white space around."""
    pieces: list[Traced] = []
    for line in lines:
        if pieces and pieces[-1].text.strip():
            hard = pieces[-1].text.endswith("  ")
            pieces[-1] = pieces[-1].strip()
            pieces.append(glue("\n" if hard else " ", pieces[-1].offsets[-1] + 1))
        pieces.append(line.slice(len(line) - len(line.text.lstrip())))
    inline = clean(joined(pieces))
    left = len(inline.text) - len(inline.text.text.lstrip())
    text = inline.text.strip()

    def inside(at: int) -> int:
        return min(max(at - left, 0), len(text))

    marks = tuple(Mark(mark.number, inside(mark.at)) for mark in inline.marks)
    removed = tuple(Removed(r.source_start, r.source_end, inside(r.at), r.text) for r in inline.removed)
    return Block(kind, text, marks, ((prefix, *removed) if prefix else removed), number)


def _prefix(line: Traced, end: int) -> Removed | None:
    """Record what opened the block ("## ", "- "), or None where nothing was taken out."""
    if not line.text[:end].strip():
        return None
    source_end = line.offsets[end] if end < len(line) else line.offsets[-1] + 1
    return Removed(line.offsets[0], source_end, 0, line.text[:end])


def _lines(source: Traced) -> list[_Line]:
    """Return the lines, those of a letterhead cut into what stands side by side on them."""
    lines = source.lines()
    letterhead = letterhead_lines(lines)
    found: list[_Line] = []
    for index, line in enumerate(lines):
        pieces = columns(line) if index in letterhead else [line]
        alone = len(pieces) > 1 or (index in letterhead and is_component(line.text)) or stands_alone(line.text)
        found += [_Line(piece, alone) for piece in pieces]
    return found


@dataclass(slots=True)
class _Cutter:
    """The blocks found so far and the lines of the block that is being read."""

    blocks: list[Block] = field(default_factory=list)
    kind: BlockKind = "paragraph"
    lines: list[Traced] = field(default_factory=list)
    number: str | None = None
    prefix: Removed | None = None
    tables: int = 0

    def flush(self) -> None:
        """End the block that is being read."""
        if self.lines:
            self.blocks.append(_finish(self.kind, self.lines, self.number, self.prefix))
        self.lines = []

    def read(self, line: _Line) -> None:
        """Add a line that is no row of a table."""
        text = line.text
        opening = None if self._signs_on(text) else _opening(text)
        if opening is None and self.lines and self.kind != "heading" and not line.alone:
            self.lines.append(text)
            return
        self.flush()
        self.kind, self.number, self.prefix, end = "paragraph", None, None, 0
        if opening:
            self.kind, match = opening
            if match and self.kind not in ("page-break", "page-number"):
                end = match.end()
                self.number = (match["sup"] or match["caret"]) if self.kind == "footnote" else None
                self.prefix = _prefix(text, end)
        if self.kind in ("page-break", "page-number", "rule"):
            # Kept apart from the cleaner, which would take "***" for emphasis.
            self.blocks.append(Block(self.kind, text))
            return
        self.lines = [text.slice(end)]
        if line.alone:
            self.flush()

    def _signs_on(self, line: Traced) -> bool:
        """Tell whether a line goes on with a signature after a hard break: "TM. ỦY BAN NHÂN DÂN  ⏎ KT. CHỦ TỊCH"."""
        signed = self.lines and opens_signature(self.lines[0].text.lstrip(" *"))
        return bool(signed) and self.lines[-1].text.endswith("  ") and opens_signature(line.text.lstrip())

    def read_rows(self, lines: list[Traced]) -> None:
        """Add the rows of a table."""
        self.flush()
        self.tables += 1
        self.blocks += [Block("row", r.text, r.marks, r.removed, row=r, table=self.tables) for r in read_table(lines)]


def read_blocks(source: Traced) -> list[Block]:
    """Return the blocks in the order of the source."""
    cutter = _Cutter()
    lines = _lines(source)
    index = 0
    while index < len(lines):
        line = lines[index]
        following = lines[index + 1].text.text if index + 1 < len(lines) else ""
        if not line.text.text.strip():
            cutter.flush()
        elif opens_table(line.text.text, following):
            end = next((i for i in range(index + 2, len(lines)) if not is_row(lines[i].text.text)), len(lines))
            cutter.read_rows([each.text for each in lines[index:end]])
            index = end - 1
        else:
            cutter.read(line)
        index += 1
    cutter.flush()
    return [block for block in cutter.blocks if block.text.text.strip()]
