"""Renders the outline of a report as links to its sections. Knows nothing of their text."""

import re
from collections.abc import Sequence
from html import escape

from app.messages import say
from corpus.assemble import CLOSING, HEADER
from corpus.models import Report, Section

_NUMBERLESS = re.compile(r"m\d+|A\d+")
_LAW_LIKE = re.compile(r"(?:^|[.-])[PCMTD]\d+[a-z]*(?:-\d+)?$")
_UNIT = re.compile(r"(?:Điều|Chương|Tiểu mục|Phần|Mục)\s+(?:thứ\s+)?\S+")
_CLAUSE = re.compile(r"khoản\s+(?P<number>\S+)")
MOST_FLAT = 30
"""An outline with more entries than this, or deeper than two levels, is nested and folded below Điều."""


def section_anchor(code: str) -> str:
    """Return the HTML id of a section."""
    return f"m-{escape(code)}"


def _entry(section: Section) -> str:
    """Return how a section is listed: its own number and its title; without a number its title alone."""
    if section.code in (HEADER, CLOSING) or _NUMBERLESS.fullmatch(section.code) or section.title == section.label:
        return _named(section)
    if unit := _UNIT.match(section.label) if _LAW_LIKE.search(section.code) else None:
        return f"{unit[0]}. {section.title}"
    clause = _CLAUSE.match(section.label)
    own = clause["number"] if clause else re.split(r"[.-]", section.code)[-1]
    return f"{own}. {section.title}"


def _named(section: Section) -> str:
    """Return the title, with the name of an annex before it where the title does not say it: "Phụ lục I. …"."""
    attached = section.code.startswith("A") and not section.title.casefold().startswith(section.label.casefold())
    return f"{section.label}. {section.title}" if attached else section.title


def _link(section: Section) -> str:
    return f'<a href="#{section_anchor(section.code)}">{escape(_entry(section))}</a>'


def _nested(sections: Sequence[Section], start: int, level: int) -> tuple[str, int]:
    """Render the sections of a level from ``start`` on, with all below each; return where the level ends."""
    items: list[str] = []
    index = start
    while index < len(sections) and sections[index].level >= level:
        section = sections[index]
        below, index = _nested(sections, index + 1, section.level + 1)
        items.append(f'<li class="level-{section.level}">{_link(section)}{_folded(section, below)}</li>')
    return ("<ol>\n" + "\n".join(items) + "\n</ol>" if items else ""), index


def _folded(section: Section, below: str) -> str:
    """Fold what stands below a Điều, and below the second level of other documents."""
    deep = section.label.startswith("Điều ") or (section.level > 1 and "khoản " not in below and "Điều " not in below)
    if not below or not deep:
        return below
    count = say("page.outline-below", count=str(below.count("<li ")))
    return f"<details><summary>{escape(count)}</summary>{below}</details>"


def render_outline(report: Report) -> str:
    """Return the outline, folded until it is opened."""
    deep = len(report.sections) > MOST_FLAT or any(section.level > 2 for section in report.sections)
    if deep:
        entries = _nested(report.sections, 0, 1)[0]
    else:
        flat = "\n".join(f'<li class="level-{s.level}">{_link(s)}</li>' for s in report.sections)
        entries = f"<ol>\n{flat}\n</ol>"
    name, nested = escape(say("page.outline")), " nested" if deep else ""
    return (
        f'<nav class="outline{nested}" aria-label="{name}"><details><summary>{name}</summary>\n'
        f"{entries}</details></nav>"
    )
