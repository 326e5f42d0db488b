"""Prepares the XML of a .docx so that mammoth reads all that is shown and nothing else. Knows no Markdown.

Mammoth keeps footnotes with their anchors, tables and tracked insertions. It drops automatic numbering, what styles
say of bold and capitals, text boxes without an old form, and it shows hidden text.
"""

from collections import Counter
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from corpus.reading.models import DoubtKind
from corpus.reading.word_borders import is_ruled
from corpus.reading.word_clean import (
    choose,
    count_changes,
    count_lost,
    drop_lost_notes,
    hide,
    is_deleted,
    lift_text_boxes,
    strip,
    text_of,
)
from corpus.reading.word_legacy import to_unicode_runs
from corpus.reading.word_numbering import read_lists
from corpus.reading.word_styles import Styles, read_styles
from corpus.reading.word_xml import WordParts, each, q, remove

RULED, UNRULED = "HoidapRuled", "HoidapUnruled"
"""Table styles that tell mammoth's style map whether a table has lines."""
LONGEST_HEADING = 300
"""Characters from which a paragraph in a heading style is a paragraph that was given the wrong style."""


@dataclass
class Prepared:
    """What was counted while the parts were prepared."""

    insertions: int = 0
    deletions: int = 0
    encodings: tuple[str, ...] = ()
    converted: int = 0
    counts: Counter[DoubtKind] = field(default_factory=Counter)


def prepare(parts: WordParts) -> Prepared:
    """Prepare the parts of a .docx in place, and count what was found and lost."""
    prepared = Prepared()
    styles = read_styles(parts.styles)
    for root in parts.texts:
        choose(root)
        insertions, deletions = count_changes(root)
        prepared.insertions += insertions
        prepared.deletions += deletions
        count_lost(root, prepared.counts)
        lift_text_boxes(root, prepared.counts)
        strip(root)
        prepared.counts["footnote"] += drop_lost_notes(root, parts.footnotes, "footnote")
        prepared.counts["footnote"] += drop_lost_notes(root, parts.endnotes, "endnote")
    found = to_unicode_runs(parts.texts, styles)
    prepared.encodings, prepared.converted = found.encodings, found.converted
    prepared.counts["encoding"] += found.unclear
    _set_paragraphs(parts, styles, prepared.counts)
    for root in parts.texts:
        for table in each(root, "w:tbl"):
            _set_style(table, "w:tblPr", "w:tblStyle", RULED if is_ruled(table, styles) else UNRULED)
    return prepared


def _set_paragraphs(parts: WordParts, styles: Styles, counts: Counter[DoubtKind]) -> None:
    lists = read_lists(parts.numbering)
    for root in parts.texts:
        for paragraph in each(root, "w:p"):
            if styles.is_contents(paragraph):
                _drop(paragraph)
                continue
            level = styles.level(paragraph)
            _set_runs(paragraph, styles, counts)
            if not is_deleted(paragraph):
                _set_number(paragraph, lists.shown(paragraph, styles))
            heading = level > 0 and len(text_of(paragraph)) < LONGEST_HEADING
            _set_style(paragraph, "w:pPr", "w:pStyle", f"Heading{min(level, 6)}" if heading else None)


def _drop(paragraph: _Element) -> None:
    """Take a paragraph out, unless it is the only one of a cell, which must have one."""
    for run in each(paragraph, "w:r"):
        remove(run)


def _set_runs(paragraph: _Element, styles: Styles, counts: Counter[DoubtKind]) -> None:
    """Take hidden text out, and say at each run itself what its styles say of bold and capitals."""
    hidden: list[_Element] = []
    for run in each(paragraph, "w:r"):
        if styles.switch("w:vanish", run, paragraph):
            hidden.append(run)
            continue
        bold, capitals = (styles.switch(name, run, paragraph) for name in ("w:b", "w:caps"))
        raised = run.find(f"{q('w:rPr')}/{q('w:vertAlign')}")
        for properties in run.findall(q("w:rPr")):
            run.remove(properties)
        run.insert(0, _properties(bold, raised))
        for text in run.findall(q("w:t")) if capitals else []:
            text.text = (text.text or "").upper()
    counts["hidden"] += hide(hidden)


def _properties(bold: bool, raised: _Element | None = None) -> _Element:
    properties = etree.Element(q("w:rPr"))
    if bold:
        etree.SubElement(properties, q("w:b"))
    if raised is not None:
        properties.append(raised)
    return properties


def _set_number(paragraph: _Element, shown: str) -> None:
    """Write the number of a list before the text, bold where the text is; an empty paragraph shows none."""
    text = text_of(paragraph).strip()
    if not shown or not text or (shown in "-+" and text.startswith(("- ", "+ "))):
        return
    first = next(run for run in paragraph.iter(q("w:r")) if text_of(run).strip())
    number = etree.Element(q("w:r"))
    number.append(_properties(first.find(f"{q('w:rPr')}/{q('w:b')}") is not None))
    etree.SubElement(number, q("w:t")).text = f"{shown} "
    has_properties = paragraph.find(q("w:pPr")) is not None
    paragraph.insert(1 if has_properties else 0, number)


def _set_style(element: _Element, properties: str, name: str, style: str | None) -> None:
    """Give a paragraph or table one style, or none."""
    holder = element.find(q(properties))
    if holder is None:
        holder = etree.Element(q(properties))
        element.insert(0, holder)
    for old in holder.findall(q(name)):
        holder.remove(old)
    if style:
        fresh = etree.Element(q(name))
        fresh.set(q("w:val"), style)
        holder.insert(0, fresh)
