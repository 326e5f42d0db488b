"""Names the places of reports: "Mục I.3, chú thích 4", "điểm a khoản 2 Điều 5". Knows nothing of citations."""

import re

from app.messages import Language, say
from corpus.assemble import CLOSING, HEADER
from corpus.grid import caption_of
from corpus.models import Report

_UNIT = re.compile(
    r"\b(?P<unit>điểm|khoản|Điều|Tiểu mục|Mục|Chương|Phần|Phụ lục)(?=\s+(?:thứ\s+)?(?:[IVXL\dA-HĐa-y]|nhất\b))"
)
_NUMBERLESS = re.compile(r"m\d+(?:\.b\d+)?")
_NAMES_ITSELF = re.compile(r"(?:bảng|biểu)\s+(?:số\s+)?\S*\d", re.IGNORECASE)
CAPTION_LENGTH = 150
"""Characters of a caption that name a table."""
_UNIT_NAMES = {
    "điểm": "point",
    "khoản": "clause",
    "Điều": "article",
    "Tiểu mục": "subsection",
    "Mục": "section",
    "Chương": "chapter",
    "Phần": "part",
    "Phụ lục": "annex",
}


def section_label(report: Report, code: str, language: Language = "vi") -> str:
    """Return the name of a section: its official form in Vietnamese, with the units translated in English."""
    if code in (HEADER, CLOSING):
        return say(f"label.{code}", language)
    section = report.section(code)
    if _NUMBERLESS.fullmatch(code):
        return say("label.named-section", language, title=section.title)
    if section.label in ("", f"Mục {code}"):
        return say("label.section", language, code=code)
    return _in_language(section.label, language)


def _in_language(label: str, language: Language) -> str:
    if language == "vi":
        return label
    return _UNIT.sub(lambda match: say(f"label.unit.{_UNIT_NAMES[match['unit']]}", language), label)


def label(
    report: Report, section: str, footnote: str | None, language: Language = "vi", *, part: str = "", table: str = ""
) -> str:
    """Return the display form of a place; ``part`` is the điểm below the section, ``table`` a caption, each or ""."""
    place = section_label(report, section, language)
    if table:
        named = table if _NAMES_ITSELF.match(table) else say("label.table", language, caption=table)
        says_no_more = section in (HEADER, CLOSING) or _NUMBERLESS.fullmatch(section)
        place = named if says_no_more else say("label.in-table", language, table=named, section=place)
    if part:
        place = f"{_in_language(part, language)} {place}"
    return say("label.footnote", language, section=place, number=footnote) if footnote else place


def part_at(report: Report, offset: int) -> str:
    """Return the điểm that holds a character of the text, "điểm a", or "" where it stands in none."""
    return report.paragraph_at(offset).label_part


def table_at(report: Report, offset: int) -> str:
    """Return the caption of the table whose row holds a character, cut where it is long; "" where none does."""
    row = report.paragraph_at(offset)
    caption = caption_of(report, row) if row.table else ""
    return caption if len(caption) <= CAPTION_LENGTH else caption[:CAPTION_LENGTH].rsplit(" ", 1)[0] + "…"
