"""Puts running text together again: footnote bodies lifted out, cut paragraphs joined, page numbers removed.

Knows the habits of scanned documents; knows nothing of sections. Nothing but layout is changed.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from corpus.blocks import Block
from corpus.components import is_component, opens_component
from corpus.inline import Mark, Removed
from corpus.models import RepairKind
from corpus.numerals import opens_numbered, read_numeral
from corpus.traced import glue, joined

_ENDS_SENTENCE = re.compile(r"[.;:!?…][)\]”\"’']*$|[)\]”\"]$")
_LETTER = re.compile(r"\w", re.UNICODE)

LONG_LINE = 60
"""A line at least this long that ends without a full stop was cut, not finished; shorter ones may be titles."""
MOST_UNFINISHED = 4
"""So many long lines without a full stop before a capital are cuts of a scan; more are the way a document is typed."""

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


@dataclass(slots=True)
class _Run:
    """Blocks that are one paragraph, as they were cut: from the first on, each goes on with the one before."""

    pieces: list[Mended]
    length: int  # of the paragraph, in characters

    @property
    def last(self) -> Block:
        """The block that the next may go on with."""
        return self.pieces[-1].block


def _goes_on(run: _Run, second: Block, *, cut: bool, may_be_long: bool) -> bool:
    """Tell whether ``second`` continues the paragraph; ``cut`` when a page break or a footnote stands between them."""
    first, following = run.last.text.text, second.text.text
    if run.pieces[0].block.kind not in ("paragraph", "bullet", "sub-bullet") or second.kind != "paragraph":
        return False
    if _ENDS_SENTENCE.search(first[-8:]) or not _LETTER.match(following[:1]) or following.isupper():
        return False
    if _is_bold(run.last) and not _is_bold(second):
        return False
    if opens_numbered(following) or opens_component(following) or following.startswith("Căn cứ "):
        return False
    opened = read_numeral(run.pieces[0].block.text.text)
    if opened and opened.sure and opened.rank != "arabic" and not (cut and following[0].islower()):
        return False
    if first.startswith(("Nguồn:", "Ghi chú:")) and not cut:
        return False
    # "Chương II" has its title below, "THÔNG TƯ" its subject; neither goes on.
    if len(run.pieces) == 1 and len(first) < LONG_LINE and (is_component(first) or _is_bare_number(first)):
        return False
    return following[0].islower() or ((cut or (may_be_long and run.length >= LONG_LINE)) and not first.isupper())


def _is_bold(block: Block) -> bool:
    """Tell whether a whole block is bold: a title does not go on in the paragraph below it."""
    marks = [removed for removed in block.removed if removed.text.startswith("**")]
    return len(marks) == 2 and (marks[0].at, marks[1].at) == (0, len(block.text))


def _is_bare_number(text: str) -> bool:
    numeral = read_numeral(text)
    return numeral is not None and not numeral.title


def _joined(run: _Run) -> Mended:
    """Join the pieces of a paragraph, each with one space that stands for the break in the source."""
    first = run.pieces[0]
    if len(run.pieces) == 1:
        return first
    texts, marks, repairs = [first.block.text], list(first.block.marks), list(first.repairs)
    length = len(first.block.text)
    for left, right in pairwise(run.pieces):
        seam = left.block.text.offsets[-1] + 1
        texts += [glue(" ", seam), right.block.text]
        repairs.append(LocalRepair("join", seam, right.block.text.offsets[0], length, ""))
        length += 1
        marks += [Mark(mark.number, mark.at + length) for mark in right.block.marks]
        repairs += [replace(repair, at=repair.at + length) for repair in right.repairs]
        length += len(right.block.text)
    return Mended(replace(first.block, text=joined(texts), marks=tuple(marks)), tuple(repairs))


def _long_lines_are_cut(blocks: list[Block]) -> bool:
    """Tell whether a long line without a full stop was cut; where many are, their author just leaves the stop out."""
    unfinished = sum(
        first.kind in ("paragraph", "bullet")
        and second.kind == "paragraph"
        and len(first.text) >= LONG_LINE
        and not _ENDS_SENTENCE.search(first.text.text[-8:])
        and second.text.text[:1].isupper()
        for first, second in pairwise(blocks)
    )
    return unfinished <= MOST_UNFINISHED


def _without_stray_numbers(mended: Mended) -> Mended:
    """Remove page numbers of the scan from inside enumerations."""
    text = mended.block.text
    spans = [match.span("number") for match in _STRAY_NUMBER.finditer(text.text)]
    if not spans:
        return mended
    ends = [end for _, end in spans]
    taken = list(accumulate((end - start for start, end in spans), initial=0))

    def moved(at: int) -> int:
        return at - taken[bisect_right(ends, at)]

    edges = [0, *(edge for span in spans for edge in span), len(text)]
    kept = joined(text.slice(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True))
    strays = [
        LocalRepair("page-number", text.offsets[start], text.offsets[end], moved(start), text.text[start:end])
        for start, end in spans
    ]
    repairs = (*(replace(repair, at=moved(repair.at)) for repair in mended.repairs), *strays)
    marks = tuple(Mark(mark.number, moved(mark.at)) for mark in mended.block.marks)
    return _without_stray_numbers(Mended(replace(mended.block, text=kept, marks=marks), repairs))


@dataclass(frozen=True, slots=True)
class RunningText:
    """The document as read from top to bottom, and the footnote bodies apart from it."""

    running: tuple[Mended, ...]
    footnotes: tuple[Mended, ...]


def _is_layout(block: Block) -> bool:
    return block.kind in ("page-break", "page-number", "rule")


def mend(blocks: list[Block]) -> RunningText:
    """Lift footnote bodies out, drop page breaks, rules and page numbers, and join what they cut in two."""
    runs: list[_Run] = []
    footnotes: list[Mended] = []
    pending: list[LocalRepair] = []  # page breaks and numbers met since the last running block
    cut = ruled = False
    may_be_long = _long_lines_are_cut(blocks)
    marked = {mark.number for block in blocks if block.kind != "footnote" for mark in block.marks}
    for block in blocks:
        if _is_layout(block):
            end = block.text.offsets[-1] + 1
            pending.append(_of_removed(Removed(block.text.offsets[0], end, 0, block.text.text.strip())))
            # Pages are parted by "---"; any other line is drawn on purpose, and nothing goes on behind it.
            cut, ruled = True, ruled or (block.kind != "page-number" and block.text.text.strip() != "---")
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
        if runs and not ruled and _goes_on(runs[-1], block, cut=cut, may_be_long=may_be_long):
            runs[-1].pieces.append(mended)
            runs[-1].length += 1 + len(block.text)
        else:
            runs.append(_Run([mended], len(block.text)))
        cut = ruled = False
    running = [_joined(run) for run in runs]
    if running and pending:
        end = len(running[-1].block.text)
        last = tuple(replace(repair, at=end) for repair in pending)
        running[-1] = replace(running[-1], repairs=(*running[-1].repairs, *last))
    return RunningText(tuple(_without_stray_numbers(mended) for mended in running), tuple(footnotes))
