"""Finds the parts of a report by name and by offset without scanning them. Knows nothing of what they mean."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.models import Footnote, Paragraph, Section


@dataclass(frozen=True, slots=True)
class Places:
    """The parts of a report by their names and starts. ``around`` gives the section outside another, if any."""

    sections: dict[str, Section]
    around: dict[str, Section | None]
    section_starts: tuple[int, ...]
    paragraphs: dict[str, Paragraph]
    paragraph_starts: tuple[int, ...]
    footnotes: dict[str, Footnote]
    children: dict[str, list[Paragraph]]


def find_places(
    sections: tuple[Section, ...], paragraphs: tuple[Paragraph, ...], footnotes: tuple[Footnote, ...]
) -> Places:
    """Return where the parts stand; sections and paragraphs come in reading order, outer sections first."""
    around: dict[str, Section | None] = {}
    holding: list[Section] = []
    for section in sections:
        while holding and holding[-1].end <= section.start:
            holding.pop()
        around[section.code] = holding[-1] if holding else None
        holding.append(section)
    children: dict[str, list[Paragraph]] = defaultdict(list)
    for paragraph in paragraphs:
        if paragraph.parent:
            children[paragraph.parent].append(paragraph)
    return Places(
        sections={section.code: section for section in sections},
        around=around,
        section_starts=tuple(section.start for section in sections),
        paragraphs={paragraph.id: paragraph for paragraph in paragraphs},
        paragraph_starts=tuple(paragraph.start for paragraph in paragraphs),
        footnotes={footnote.number: footnote for footnote in footnotes},
        children=dict(children),
    )
