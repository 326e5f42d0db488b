"""Cuts Markdown into blocks: headings, paragraphs, bullets, footnote bodies, page breaks. Knows nothing of sections."""

import re
from dataclasses import dataclass
from typing import Literal

from corpus.inline import Mark, Removed, clean
from corpus.traced import EMPTY, Traced, glue

BlockKind = Literal["heading", "paragraph", "bullet", "sub-bullet", "footnote", "page-break", "page-number"]

_OPENINGS: tuple[tuple[BlockKind, re.Pattern[str]], ...] = (
    ("page-break", re.compile(r"^\s*(?:-{3,}|\*{3,}|_{3,})\s*$")),
    ("page-number", re.compile(r"^\s*\d{1,3}\s*$")),
    ("heading", re.compile(r"^\s*#{1,6}\s+")),
    ("footnote", re.compile(r"^\s*(?:<sup>\s*(?P<sup>\d{1,3})\s*</sup>|\[\^(?P<caret>[\w-]{1,20})\]:)\s*")),
    ("bullet", re.compile(r"^\s*[-–•*]\s+(?=\S)")),
    ("sub-bullet", re.compile(r"^\s*\+\s+(?=\S)")),
    ("paragraph", re.compile(r"^\s*(?=(?:\*\*)?(?:[IVXL]{1,6}|\d{1,2})[.)]\s)")),
)


@dataclass(frozen=True, slots=True)
class Block:
    """A block as a reader sees it; offsets in ``marks`` and ``removed`` count from the start of ``text``."""

    kind: BlockKind
    text: Traced
    marks: tuple[Mark, ...] = ()
    removed: tuple[Removed, ...] = ()
    number: str | None = None  # of a footnote body


def _opening(line: Traced) -> tuple[BlockKind, re.Match[str]] | None:
    """Return what kind of block the line opens, or None where it goes on with the one before."""
    for kind, pattern in _OPENINGS:
        match = pattern.match(line.text)
        if match:
            return kind, match
    return None


def _finish(kind: BlockKind, lines: list[Traced], number: str | None, prefix: Removed | None) -> Block:
    """Join the lines of a block (a hard break stays a line feed), clean them and drop the white space around."""
    joined = EMPTY
    for line in lines:
        if joined.text:
            hard = joined.text.endswith("  ")
            joined = joined.strip()
            joined += glue("\n" if hard else " ", joined.offsets[-1] + 1)
        joined += line.slice(len(line) - len(line.text.lstrip()))
    inline = clean(joined)
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


def read_blocks(source: Traced) -> list[Block]:
    """Return the blocks in the order of the source."""
    blocks: list[Block] = []
    kind: BlockKind = "paragraph"
    lines: list[Traced] = []
    number: str | None = None
    prefix: Removed | None = None

    def flush() -> None:
        nonlocal lines
        if lines:
            blocks.append(_finish(kind, lines, number, prefix))
        lines = []

    for line in source.lines():
        if not line.text.strip():
            flush()
            continue
        opening = _opening(line)
        if opening is None and lines and kind != "heading":
            lines.append(line)
            continue
        flush()
        kind, number, prefix, end = "paragraph", None, None, 0
        if opening:
            kind, match = opening
            end = match.end() if kind not in ("page-break", "page-number") else 0
            number = (match["sup"] or match["caret"]) if kind == "footnote" else None
            prefix = _prefix(line, end)
        lines = [line.slice(end)]
        if kind in ("page-break", "page-number"):
            # Kept apart from the cleaner, which would take "***" for emphasis.
            blocks.append(Block(kind, line))
            lines = []
    flush()
    return [block for block in blocks if block.text.text.strip()]
