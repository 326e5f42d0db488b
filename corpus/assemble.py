"""Lays mended blocks out as one canonical text with sections and paragraphs. Knows nothing of files or metadata."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.components import (
    closing_role,
    header_roles,
    is_closing_formula,
    is_end_of_body,
    opens_recipients,
    opens_signature,
)
from corpus.layout import Layout, Placed
from corpus.letterhead import is_motto
from corpus.models import ParagraphKind, ParagraphRole
from corpus.outline import Opening, outline
from corpus.points import find_points
from corpus.repair import Mended, RunningText
from corpus.traced import glue, joined

HEADER, CLOSING = "header", "closing"
LONGEST_CLOSING = 40
"""A signature without recipients ends a document only where no more blocks than these follow."""


def _closing_index(blocks: Sequence[Mended], opened: dict[int, Opening]) -> int:
    """Return the index of the first block after the body: the closing formula, "Nơi nhận", or the signature."""
    end = len(blocks)
    recipients = next((i for i, mended in enumerate(blocks) if opens_recipients(mended.block.text.text)), end)
    last_opened = max((index for index in opened if index < end), default=-1)
    signed = range(max(last_opened + 1, end - LONGEST_CLOSING, 1), recipients)
    signature = next((i for i in signed if _signs(blocks, i, bool(opened))), recipients)
    closing = min(recipients, signature)
    last = closing - 1
    if opened and last >= 0 and last not in opened and is_closing_formula(blocks[last].block.text.text):
        return last
    return closing


def _signs(blocks: Sequence[Mended], index: int, numbered: bool) -> bool:
    """Tell whether a block opens the signature: nothing but short lines follow, and the body has ended before it."""
    block = blocks[index].block
    ended = numbered or is_end_of_body(blocks[index - 1].block.text.text)
    return block.kind != "row" and ended and len(block.text) < 200 and opens_signature(block.text.text)


def _signature_joined(blocks: Sequence[Mended]) -> list[Mended]:
    """Make one block of the signature: authority, office and name belong together."""
    result: list[Mended] = []
    for mended in blocks:
        listed = mended.block.kind != "paragraph" or opens_recipients(mended.block.text.text)
        if not listed and result and opens_signature(result[-1].block.text.text):
            first = result[-1]
            seam = glue("\n", first.block.text.offsets[-1] + 1)
            shift = len(first.block.text) + 1
            moved = tuple(replace(repair, at=repair.at + shift) for repair in mended.repairs)
            marks = tuple(replace(mark, at=mark.at + shift) for mark in mended.block.marks)
            text = joined([first.block.text, seam, mended.block.text])
            block = replace(first.block, text=text, marks=(*first.block.marks, *marks))
            result[-1] = Mended(block, (*first.repairs, *moved))
        else:
            result.append(mended)
    return result


def _kind(mended: Mended, opening: Opening | None, is_title: bool) -> ParagraphKind:
    if opening is not None:
        return "paragraph" if opening.is_text else "heading"
    kind = mended.block.kind
    if is_title:
        return "heading"
    return kind if kind in ("heading", "bullet", "sub-bullet", "row") else "paragraph"


def lay_out(report_id: str, running_text: RunningText) -> Layout:
    """Build the canonical text: header, sections with their footnotes at the end of each, closing, attachments."""
    blocks = running_text.running
    opened, end = outline([mended.block for mended in blocks])
    closing = _closing_index(blocks[:end], {index: found for index, found in opened.items() if index < end})
    if closing < end:
        opened = {index: found for index, found in opened.items() if index < closing or index >= end}
        opened[closing] = Opening(CLOSING, 1, "", is_text=True)
    ended = _signature_joined(blocks[closing:end])
    shift = len(ended) - (end - closing)
    # Blocks of the signature were joined, so that what is attached stands some places earlier now.
    opened = {
        index if index <= closing else index + shift: found
        if index <= closing
        else replace(found, titles=tuple(below + shift for below in found.titles))
        for index, found in opened.items()
    }
    ordered = [*blocks[:closing], *ended, *blocks[end:]]
    first = min(opened, default=len(ordered))
    roles = header_roles([mended.block.text.text for mended in ordered[:first]])
    layout = Layout(report_id)
    _lay_out_all(
        layout, ordered, opened, roles, {mended.block.number or "": mended for mended in running_text.footnotes}
    )
    return layout


def _lay_out_all(
    layout: Layout,
    ordered: Sequence[Mended],
    opened: dict[int, Opening],
    header: Sequence[ParagraphRole],
    bodies: dict[str, Mended],
) -> None:
    points = find_points([mended.block for mended in ordered], opened)
    titles = {below for opening in opened.values() for below in opening.titles}
    section, role, received = HEADER, None, False
    layout.open_section(Opening(HEADER, 1, "", is_text=False))
    for index, mended in enumerate(ordered):
        text = mended.block.text.text
        opening = opened.get(index)
        if opening:
            layout.add_footnotes(bodies)
            layout.open_section(opening)
            section, role = opening.code, None
        kind = _kind(mended, opening, index in titles)
        if section in (HEADER, CLOSING) and kind == "heading":
            kind = "paragraph"
        mark = opening.mark if opening and opening.is_text else 0
        label_part = ""
        if section == HEADER:
            role = header[index]
        elif section == CLOSING:
            listed = mended.block.kind == "bullet"
            role = closing_role(text, listed=listed, previous=role, recipients=received)
            received = received or role == "recipients"
        else:
            role = "motto" if is_motto(text) else "body"
            point = points.opened.get(index)
            kind, mark = ("item", point.end) if point and kind == "paragraph" else (kind, mark)
            label_part = f"điểm {points.inside[index]}" if index in points.inside else ""
        layout.add(mended, Placed(section, kind, role, mark, label_part))
    layout.add_footnotes(bodies)
