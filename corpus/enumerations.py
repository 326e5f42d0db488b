"""Finds the enumeration that a paragraph stands in: the line that introduces it and its members. Knows no questions.

In documents that lay down rules an enumeration is one unit of meaning, whatever its members are: the điểm of a khoản,
the khoản of an Điều, bullets, or plain paragraphs under a line that ends with a colon.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.models import Paragraph, Report, Section
from corpus.rules import lays_down_rules

_ARTICLE = re.compile(r"(?:^|[-.])D\d+\w*$")


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A line that introduces ``members``. Members of members are among them; all stand behind ``lead`` in order.

    ``section`` is the code of the section that the whole of it stands in.
    """

    lead: Paragraph
    members: tuple[Paragraph, ...]
    section: str


def is_written_as_rules(report: Report) -> bool:
    """Tell whether a document is a decree, a circular, a regulation or the like, by its type or by its Điều."""
    return lays_down_rules(report) or any(_ARTICLE.search(section.code) for section in report.sections)


def enumeration_of(report: Report, paragraph: Paragraph) -> Enumeration | None:
    """Return the innermost enumeration that a paragraph introduces or is a member of; None where it stands in none.

    The title of an Điều introduces its khoản where no line of its own does.
    """
    if paragraph.kind in ("row", "heading") or paragraph.footnote or paragraph.role != "body":
        return None
    section = report.section(paragraph.section)
    inside = _inside(report, section)
    for at in reversed(range(len(inside))):
        opening = inside[at]
        if opening.section == section.code and opening.start <= paragraph.start and _introduces(report, opening):
            members = _members(inside[at + 1 :], opening)
            if members and (paragraph == opening or paragraph in members):
                return Enumeration(opening, members, section.code)
    around = report.section_around(section.code)
    if around is None or not _ARTICLE.search(around.code):
        return None
    first = next((one for one in report.sections if one.start > around.start), section)
    above = report.paragraphs_between(around.start, first.start)
    lead = above[-1] if above else None
    if lead is None or not (lead.kind == "heading" or _introduces(report, lead)):
        return None
    return Enumeration(lead, tuple(_inside(report, around, lead.end)), around.code)


def _members(following: Sequence[Paragraph], lead: Paragraph) -> tuple[Paragraph, ...]:
    """Return what a line introduces: all that follows in its section; after a điểm what stands before the next one."""
    if lead.kind != "item":
        return tuple(following)
    return tuple(itertools.takewhile(lambda one: one.kind != "item" and one.section == lead.section, following))


def _introduces(report: Report, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph ends with the colon of an enumeration."""
    return paragraph.kind in ("paragraph", "item") and report.text[paragraph.start : paragraph.end].rstrip().endswith(
        ":"
    )


def _inside(report: Report, section: Section, start: int = 0) -> Sequence[Paragraph]:
    """Return the paragraphs of a section and of all inside it, from an offset on."""
    return [
        one
        for one in report.paragraphs_between(max(section.start, start), section.end)
        if one.kind != "heading" and one.footnote is None
    ]
