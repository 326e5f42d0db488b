"""Puts running text together again: footnote bodies lifted out, cut paragraphs joined, page numbers removed.

Knows the habits of scanned documents; knows nothing of sections. Nothing but layout is changed.
"""

import re
from dataclasses import dataclass, replace

from corpus.blocks import Block
from corpus.inline import Mark, Removed
from corpus.models import RepairKind
from corpus.traced import Traced, glue

_ENDS_SENTENCE = re.compile(r"[.;:!?…][)\]”\"’']*$|[)\]”\"]$")
_LETTER = re.compile(r"\w", re.UNICODE)

LONG_LINE = 60
"""A line at least this long that ends without a full stop was cut, not finished; shorter ones may be titles."""

# "các hội nghị, 2 hội chợ, chương trình": a plural word opens an enumeration whose members are not counted, so a bare
# number before one of them is a page number of the scan. Real counts below ten are written "02" in official documents
# (Nghị định 30/2020/NĐ-CP, Phụ lục I), and a counted enumeration counts its first member.
_STRAY_NUMBER = re.compile(
    r"\b(?:các|những)\s+[^\d,.;:()]{2,40},\s+(?P<number>[1-9]\d?\s)(?=[^\W\d_][^\d,.;:()]{1,40},)"
)


@dataclass(frozen=True, slots=True)
class LocalRepair:
    """A repair before the canonical text exists: ``at`` counts from the start of the block's text."""

    kind: RepairKind
    source_start: int
    source_end: int
    at: int
    removed: str


@dataclass(frozen=True, slots=True)
class Mended:
    """A block of running text or a footnote body, with the repairs made inside it."""

    block: Block
    repairs: tuple[LocalRepair, ...]


def _of_removed(removed: Removed) -> LocalRepair:
    kind: RepairKind = "page-number" if removed.text.strip().isdigit() else "mark-removed"
    return LocalRepair(kind, removed.source_start, removed.source_end, removed.at, removed.text)


def _goes_on(first: Block, second: Block, cut: bool) -> bool:
    """Tell whether ``second`` continues ``first``; ``cut`` when a page break or a footnote stands between them."""
    if first.kind not in ("paragraph", "bullet", "sub-bullet") or second.kind != "paragraph":
        return False
    if _ENDS_SENTENCE.search(first.text.text) or not _LETTER.match(second.text.text[:1]):
        return False
    if re.match(r"(?:[IVXL]{1,6}|\d{1,2})[.)]\s", second.text.text):
        return False
    return second.text.text[0].islower() or ((cut or len(first.text) >= LONG_LINE) and not first.text.text.isupper())


def _join(first: Mended, second: Mended) -> Mended:
    """Join two halves with one space that stands for the break in the source."""
    seam = first.block.text.offsets[-1] + 1
    shift = len(first.block.text) + 1
    text = first.block.text + glue(" ", seam) + second.block.text
    marks = first.block.marks + tuple(Mark(mark.number, mark.at + shift) for mark in second.block.marks)
    join = LocalRepair("join", seam, second.block.text.offsets[0], shift - 1, "")
    moved = tuple(replace(repair, at=repair.at + shift) for repair in second.repairs)
    return Mended(replace(first.block, text=text, marks=marks), (*first.repairs, join, *moved))


def _without_stray_numbers(mended: Mended) -> Mended:
    """Remove a page number of the scan from inside an enumeration."""
    text, repairs = mended.block.text, mended.repairs
    while match := _STRAY_NUMBER.search(text.text):
        start, end = match.span("number")
        stray = LocalRepair("page-number", text.offsets[start], text.offsets[end], start, text.text[start:end])
        text = Traced(text.text[:start] + text.text[end:], text.offsets[:start] + text.offsets[end:])
        size = end - start
        moved = tuple(replace(repair, at=repair.at - size) if repair.at >= end else repair for repair in repairs)
        repairs = (*moved, stray)
        marks = tuple(Mark(m.number, m.at - size) if m.at >= end else m for m in mended.block.marks)
        mended = Mended(replace(mended.block, text=text, marks=marks), repairs)
    return mended


@dataclass(frozen=True, slots=True)
class RunningText:
    """The document as read from top to bottom, and the footnote bodies apart from it."""

    running: tuple[Mended, ...]
    footnotes: tuple[Mended, ...]


def mend(blocks: list[Block]) -> RunningText:
    """Lift footnote bodies out, drop page breaks and page numbers, and join what they cut in two."""
    running: list[Mended] = []
    footnotes: list[Mended] = []
    pending: list[LocalRepair] = []  # page breaks and numbers met since the last running block
    cut = False
    marked = {mark.number for block in blocks if block.kind != "footnote" for mark in block.marks}
    for block in blocks:
        if block.kind in ("page-break", "page-number"):
            end = block.text.offsets[-1] + 1
            pending.append(_of_removed(Removed(block.text.offsets[0], end, 0, block.text.text.strip())))
            cut = True
            continue
        mended = Mended(block, tuple(_of_removed(removed) for removed in block.removed))
        # A body that no mark calls for, or the second of its number, stays where it stood: lifting would lose it.
        if block.kind == "footnote" and block.number in marked:
            marked.remove(block.number)
            lifted = LocalRepair("footnote-lifted", block.text.offsets[0], block.text.offsets[-1] + 1, 0, "")
            footnotes.append(Mended(block, (*mended.repairs, lifted)))
            cut = True
            continue
        mended = Mended(block, (*pending, *mended.repairs))
        pending = []
        if running and _goes_on(running[-1].block, block, cut):
            running[-1] = _join(running[-1], mended)
        else:
            running.append(mended)
        cut = False
    if running and pending:
        end = len(running[-1].block.text)
        last = tuple(replace(repair, at=end) for repair in pending)
        running[-1] = replace(running[-1], repairs=(*running[-1].repairs, *last))
    return RunningText(tuple(_without_stray_numbers(mended) for mended in running), tuple(footnotes))
