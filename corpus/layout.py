"""The canonical text while it grows, with the paragraphs, sections and anchors in it. Knows nothing of numbering."""

import re
from dataclasses import dataclass, field, replace

from corpus.headings import is_unit_line
from corpus.models import Paragraph, ParagraphKind, ParagraphRole, Repair, Section, Sentence, Span
from corpus.outline import Opening
from corpus.repair import Mended
from corpus.sentences import enumeration_items, split_sentences

_NUMBERING = re.compile(r"^\d{1,2}[.)]\s+")
CAPTION_LENGTH = 250


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the mark of a footnote stood: offset in the canonical text, section, and the paragraph that carries it."""

    number: str
    section: str
    at: int


@dataclass(slots=True)
class _Introducing:
    """The paragraphs of a section that may introduce what comes next; "" where none does."""

    sub_bullet: str = ""  # introduces a sub-bullet: the last bullet, điểm or line with a colon
    bullet: str = ""
    item: str = ""
    paragraph: str = ""
    caption: str = ""  # the paragraph right above, where it may be the caption of a table
    table: int = 0
    of_table: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """What is known of a block before it stands in the text."""

    section: str
    kind: ParagraphKind
    role: ParagraphRole
    mark: int = 0  # length of the numbering that opens it
    label_part: str = ""


@dataclass(slots=True)
class Layout:
    """The canonical text while it grows, and what is known of it so far."""

    report_id: str
    pieces: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    _around: list[Section] = field(default_factory=list)
    _waiting: list[Anchor] = field(default_factory=list)  # of the section that is being laid out
    _ranks: dict[bool, int] = field(default_factory=dict)  # headings and others in that section
    _introducing: _Introducing = field(default_factory=_Introducing)

    @property
    def text(self) -> str:
        """The canonical text so far."""
        return "".join(self.pieces)

    def _append(self, mended: Mended) -> int:
        """Add the text of a block on a line of its own and place its repairs; return where it starts."""
        if self.offsets:
            self.pieces.append("\n")
            self.offsets.append(self.offsets[-1] + 1)
        start = len(self.offsets)
        self.pieces.append(mended.block.text.text)
        self.offsets.extend(mended.block.text.offsets)
        for r in mended.repairs:
            self.repairs.append(Repair(r.kind, r.source_start, r.source_end, start + r.at, r.removed))
        return start

    def add(self, mended: Mended, placed: Placed) -> None:
        """Add a paragraph, heading or row."""
        block, heading = mended.block, placed.kind == "heading"
        text = block.text.text
        parent = self._parent(mended, placed)
        rank = self._ranks[heading] = self._ranks.get(heading, 0) + 1
        start = self._append(mended)
        name = f"{self.report_id}#{placed.section}"
        # The heading of the section itself is "h"; unnumbered ones below it are "h2", "h3".
        identity = f"{name}.h{rank if rank > 1 else ''}" if heading else f"{name}.p{rank}"
        sentences: tuple[Sentence, ...] = ()
        if placed.role == "signature" or (block.row and not block.row.headers):
            sentences = (Sentence(f"{identity}.s1", start, start + len(text)),)
        elif not heading and not block.row:
            sentences = _sentences(identity, text, start, placed.mark)
        cells = block.row.cells if block.row else ()
        paragraph = Paragraph(
            identity,
            placed.section,
            None,
            placed.kind,
            placed.role,
            parent,
            start,
            start + len(text),
            sentences,
            placed.label_part,
            block.table,
            tuple(replace(c, start=start + c.start, value=start + c.value, end=start + c.end) for c in cells),
        )
        self.paragraphs.append(paragraph)
        self._note(mended, paragraph)
        found = [Anchor(mark.number, placed.section, start + mark.at) for mark in block.marks]
        self.anchors += found
        self._waiting += found

    def _parent(self, mended: Mended, placed: Placed) -> str | None:
        """Return the paragraph that introduces the next: a bullet its sub-bullets, a colon line what follows."""
        known, row = self._introducing, mended.block.row
        if row:
            if known.table != mended.block.table:
                known.table, known.of_table, known.group = mended.block.table, known.caption, ""
            return (known.of_table if row.opens or row.total else known.group or known.of_table) or None
        if placed.role == "signature":
            return None
        if is_unit_line(mended.block.text.text) and known.caption:
            return known.caption
        introducing = {
            "sub-bullet": known.sub_bullet,
            "bullet": known.bullet,
            "item": known.item,
            "paragraph": known.paragraph,
        }
        return introducing.get(placed.kind) or None

    def _note(self, mended: Mended, paragraph: Paragraph) -> None:
        """Remember what the paragraph introduces."""
        known, text, row = self._introducing, mended.block.text.text, mended.block.row
        leading = paragraph.id if text.endswith(":") else ""
        if row:
            known.caption = ""
            known.group = paragraph.id if row.opens else "" if row.total else known.group
            return
        known.caption = paragraph.id if len(text) < CAPTION_LENGTH and paragraph.role == "body" else ""
        match paragraph.kind:
            case "heading":
                self._introducing = _Introducing(caption=known.caption)
            case "paragraph":
                known.bullet = known.item = leading
                known.sub_bullet = leading or known.sub_bullet
            case "item":
                known.bullet = known.sub_bullet = paragraph.id
                known.paragraph = ""
            case "bullet":
                known.sub_bullet, known.paragraph = paragraph.id, leading
            case _:
                pass

    def add_footnotes(self, bodies: dict[str, Mended]) -> None:
        """Put the bodies of the footnotes of the section that ends here, in the order of their marks."""
        for anchor in self._waiting:
            body = bodies.pop(anchor.number, None)
            if body is None:
                continue
            start = self._append(body)
            end = start + len(body.block.text)
            identity = f"{self.report_id}#fn{anchor.number}"
            sentences = _sentences(identity, body.block.text.text, start, 0)
            self.paragraphs.append(
                Paragraph(identity, anchor.section, anchor.number, "paragraph", "body", None, start, end, sentences)
            )
        self._waiting = []

    def open_section(self, opening: Opening) -> None:
        """Begin a section where the next block will stand; its end is known when all are laid out."""
        while self._around and self._around[-1].level >= opening.level:
            self._around.pop()
        path = (*(self._around[-1].path if self._around else ()), opening.title)
        start = len(self.offsets) + (1 if self.offsets else 0)
        section = Section(opening.code, opening.title, path, opening.level, start, -1, opening.label)
        self.sections.append(section)
        self._around.append(section)
        self._ranks = {}
        self._introducing = _Introducing()


def _sentences(prefix: str, text: str, start: int, mark: int) -> tuple[Sentence, ...]:
    """Split the text that starts at ``start``; a number that opens the paragraph is not part of its first sentence."""
    found = []
    numbering = _NUMBERING.match(text)
    skip = mark or (numbering.end() if numbering else 0)
    text, start = text[skip:], start + skip
    for rank, span in enumerate(split_sentences(text), start=1):
        inside = enumeration_items(text[span.start : span.end])
        items = tuple(Span(start + span.start + i.start, start + span.start + i.end) for i in inside)
        found.append(Sentence(f"{prefix}.s{rank}", start + span.start, start + span.end, items))
    return tuple(found)
