"""Lays mended blocks out as one canonical text with sections and paragraphs. Knows nothing of files or metadata."""

import re
from dataclasses import dataclass, field, replace

from corpus.metadata import header_role, is_closing_formula, opens_recipients, opens_signature
from corpus.models import Paragraph, ParagraphKind, ParagraphRole, Repair, Section, Sentence, Span
from corpus.numbering import Opening, openings
from corpus.repair import Mended, RunningText
from corpus.sentences import enumeration_items, split_sentences
from corpus.traced import EMPTY, Traced, glue

HEADER, CLOSING = "header", "closing"
_NUMBERING = re.compile(r"^\d{1,2}[.)]\s+")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the mark of a footnote stood: offset in the canonical text, section, and the paragraph that carries it."""

    number: str
    section: str
    at: int


@dataclass(slots=True)
class Layout:
    """The canonical text while it grows, and what is known of it so far."""

    report_id: str
    text: Traced = EMPTY
    paragraphs: list[Paragraph] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)


def _closing_index(blocks: tuple[Mended, ...], opened: dict[int, Opening]) -> int:
    """Return the index of the first block after the body: the closing formula that ends with "./.", or "Nơi nhận"."""
    recipients = next((i for i, mended in enumerate(blocks) if opens_recipients(mended.block.text.text)), len(blocks))
    last = recipients - 1
    if opened and last >= 0 and last not in opened and is_closing_formula(blocks[last].block.text.text):
        return last
    return recipients


def _sentences(prefix: str, text: str, start: int) -> tuple[Sentence, ...]:
    """Split the text that starts at ``start``; a number that opens the paragraph is not part of its first sentence."""
    found = []
    numbering = _NUMBERING.match(text)
    skip = numbering.end() if numbering else 0
    text, start = text[skip:], start + skip
    for rank, span in enumerate(split_sentences(text), start=1):
        inside = enumeration_items(text[span.start : span.end])
        items = tuple(Span(start + span.start + i.start, start + span.start + i.end) for i in inside)
        found.append(Sentence(f"{prefix}.s{rank}", start + span.start, start + span.end, items))
    return tuple(found)


def _append(layout: Layout, mended: Mended) -> int:
    """Add the text of a block on a line of its own and place its repairs; return where it starts."""
    if layout.text.text:
        layout.text += glue("\n", layout.text.offsets[-1] + 1)
    start = len(layout.text)
    layout.text += mended.block.text
    for r in mended.repairs:
        layout.repairs.append(Repair(r.kind, r.source_start, r.source_end, start + r.at, r.removed))
    return start


def _parent(layout: Layout, section: str, kind: ParagraphKind, role: ParagraphRole) -> str | None:
    """Return the paragraph that introduces the next: a bullet for its sub-bullets, a colon line for what follows."""
    if role == "signature":
        return None
    for earlier in reversed([p for p in layout.paragraphs if p.section == section and p.footnote is None]):
        text = layout.text.text[earlier.start : earlier.end]
        leads = text.endswith(":")
        if kind == "sub-bullet" and earlier.kind == "paragraph" and leads:
            return earlier.id
        if kind == "sub-bullet" and earlier.kind == "bullet":
            return earlier.id
        if kind == "bullet" and earlier.kind == "paragraph":
            return earlier.id if leads else None
        if kind == "paragraph" and earlier.kind == "bullet":
            return earlier.id if leads else None
        if earlier.kind == "heading":
            return None
    return None


def _add_paragraph(layout: Layout, mended: Mended, section: str, kind: ParagraphKind, role: ParagraphRole) -> None:
    block = mended.block
    parent = _parent(layout, section, kind, role)
    earlier = [p for p in layout.paragraphs if p.section == section and p.footnote is None]
    rank = sum((p.kind == "heading") == (kind == "heading") for p in earlier) + 1
    name = f"{layout.report_id}#{section}"
    start = _append(layout, mended)
    # The heading of the section itself is "h"; unnumbered ones below it are "h2", "h3".
    identity = f"{name}.p{rank}" if kind != "heading" else f"{name}.h{rank if rank > 1 else ''}"
    sentences = () if kind == "heading" else _sentences(identity, block.text.text, start)
    if role == "signature":
        sentences = (Sentence(f"{identity}.s1", start, start + len(block.text)),)
    layout.paragraphs.append(
        Paragraph(identity, section, None, kind, role, parent, start, start + len(block.text), sentences)
    )
    layout.anchors += [Anchor(mark.number, section, start + mark.at) for mark in block.marks]


def _add_footnotes(layout: Layout, section: str, bodies: dict[str, Mended]) -> None:
    """Put the bodies of a section's footnotes at its end, in the order of their marks."""
    for anchor in [anchor for anchor in layout.anchors if anchor.section == section]:
        body = bodies.pop(anchor.number, None)
        if body is None:
            continue
        start = _append(layout, body)
        identity = f"{layout.report_id}#fn{anchor.number}"
        sentences = _sentences(identity, body.block.text.text, start)
        end = start + len(body.block.text)
        layout.paragraphs.append(
            Paragraph(identity, section, anchor.number, "paragraph", "body", None, start, end, sentences)
        )


def _close_sections(layout: Layout, level: int) -> None:
    """End the open sections of this level and deeper at the end of the text so far."""
    end = len(layout.text)
    layout.sections = [
        replace(section, end=end) if section.end < 0 and section.level >= level else section
        for section in layout.sections
    ]


def _open_section(layout: Layout, opening: Opening) -> None:
    _close_sections(layout, opening.level)
    parents = [section for section in layout.sections if section.end < 0]
    path = (*(parents[-1].path if parents else ()), opening.title)
    start = len(layout.text) + (1 if layout.text.text else 0)
    layout.sections.append(Section(opening.code, opening.title, path, opening.level, start, -1))


def _kind(mended: Mended, opening: Opening | None) -> ParagraphKind:
    if opening is not None:
        return "paragraph" if opening.is_text else "heading"
    kind = mended.block.kind
    return kind if kind in ("heading", "bullet", "sub-bullet") else "paragraph"


def _closing_role(text: str, previous: ParagraphRole | None) -> ParagraphRole:
    if opens_recipients(text):
        return "recipients"
    if opens_signature(text) or previous == "signature":
        return "signature"
    return "recipients" if previous == "recipients" else "body"


def _signature_joined(blocks: tuple[Mended, ...], start: int) -> list[Mended]:
    """Make one block of the signature: authority, office and name belong together."""
    result: list[Mended] = []
    signing = False
    for mended in blocks[start:]:
        signing = signing or opens_signature(mended.block.text.text)
        if signing and result and (opens_signature(result[-1].block.text.text)):
            first = result[-1]
            text = first.block.text + glue("\n", first.block.text.offsets[-1] + 1) + mended.block.text
            shift = len(first.block.text) + 1
            moved = tuple(replace(repair, at=repair.at + shift) for repair in mended.repairs)
            result[-1] = Mended(replace(first.block, text=text), (*first.repairs, *moved))
        else:
            result.append(mended)
    return result


def lay_out(report_id: str, running_text: RunningText) -> Layout:
    """Build the canonical text: header, sections with their footnotes at the end of each, closing."""
    blocks = running_text.running
    opened = openings([mended.block for mended in blocks])
    closing = _closing_index(blocks, opened)
    bodies = {mended.block.number or "": mended for mended in running_text.footnotes}
    layout = Layout(report_id)
    section, role = HEADER, None
    _open_section(layout, Opening(HEADER, 1, "", is_text=False))
    ordered = [*blocks[:closing], *_signature_joined(blocks, closing)]
    for index, mended in enumerate(ordered):
        text = mended.block.text.text
        opening = opened.get(index) if index < closing else None
        if index == closing:
            opening = Opening(CLOSING, 1, "", is_text=True)
        if opening:
            _add_footnotes(layout, section, bodies)
            _open_section(layout, opening)
            section = opening.code
        if section == HEADER:
            role = header_role(text, role)
        else:
            role = _closing_role(text, role) if section == CLOSING else "body"
        kind = _kind(mended, opening)
        if section in (HEADER, CLOSING) and kind == "heading":
            kind = "paragraph"
        _add_paragraph(layout, mended, section, kind, role)
    _add_footnotes(layout, section, bodies)
    _close_sections(layout, 0)
    return layout
