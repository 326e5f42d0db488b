"""Takes out of a .docx's XML what is not shown, and counts what is lost. Knows nothing of styles or numbering."""

from collections import Counter

from lxml import etree
from lxml.etree import _Element

from corpus.reading.models import DoubtKind
from corpus.reading.word_xml import each, q, remove, unwrap

_WRAPPERS = "hyperlink smartTag sdt sdtContent customXml fldSimple ins moveTo bdo dir".split()
_LOST = (
    "drawing pict object commentReference sdtPr sdtEndPr fldChar instrText del moveFrom delText delInstrText"
    " annotationRef lastRenderedPageBreak"
).split()
_SPELLED = {q("w:softHyphen"): "\u00ad", q("w:noBreakHyphen"): "-"}
"""A hyphen that must not break is a hyphen; a soft one may be a letter (``word_legacy``)."""


def text_of(element: _Element) -> str:
    """Return the text of an element, without what was deleted."""
    return "".join(text.text or "" for text in element.iter(q("w:t")))


def choose(root: _Element) -> None:
    """Keep one form of what a file holds in several: the one with more text, the newer one where they are equal."""
    for both in each(root, "mc:AlternateContent"):
        forms = list(both)
        if forms and both.getparent() is not None:
            chosen = max(forms, key=lambda form: len(text_of(form)))
            both[:] = list(chosen)
            unwrap(both)


def count_changes(root: _Element) -> tuple[int, int]:
    """Return how many tracked insertions and deletions of text there are; a move is one of each."""
    inserted = [one for one in each(root, "w:ins", "w:moveTo") if text_of(one)]
    deleted = [
        one
        for one in each(root, "w:del", "w:moveFrom")
        if any(text.text for text in one.iter(q("w:delText"), q("w:t")))
    ]
    return len(inserted), len(deleted)


def count_lost(root: _Element, counts: Counter[DoubtKind]) -> None:
    """Count what is not read: pictures, files inside the file, remarks; and formulas, of which only letters are."""
    counts["image"] += sum(not _inside_object(one) for one in each(root, "a:blip", "v:imagedata"))
    counts["embedded"] += len(list(each(root, "w:object", "c:chart", "w:altChunk")))
    counts["comment"] += len(list(each(root, "w:commentReference")))
    counts["formula"] += len(list(each(root, "m:oMath")))


def _inside_object(element: _Element) -> bool:
    return any(ancestor.tag == q("w:object") for ancestor in element.iterancestors())


def lift_text_boxes(root: _Element, counts: Counter[DoubtKind]) -> None:
    """Put the paragraphs of text boxes after the paragraph that each is anchored in."""
    for box in each(root, "w:txbxContent"):
        anchor = next((ancestor for ancestor in box.iterancestors() if ancestor.tag == q("w:p")), None)
        counts["text-box"] += bool(text_of(box).strip())
        if anchor is not None:
            for block in reversed(list(box)):
                anchor.addnext(block)


def strip(root: _Element) -> None:
    """Open wrappers, take out what is not shown, and write as text what Word keeps as elements."""
    for wrapper in each(root, *(f"w:{name}" for name in _WRAPPERS)):
        parent = wrapper.getparent()
        # In properties, the same name says that a row or the end of a paragraph was inserted.
        if parent is not None and parent.tag not in (q("w:rPr"), q("w:trPr")):
            unwrap(wrapper)
    for lost in each(root, *(f"w:{name}" for name in _LOST)):
        parent = lost.getparent()
        if parent is not None and parent.tag not in (q("w:rPr"), q("w:trPr")):
            remove(lost)
    for formula in each(root, "m:oMath"):
        letters = "".join(text.text or "" for text in formula.iter(q("m:t")))
        run = etree.Element(q("w:r"))
        etree.SubElement(run, q("w:t")).text = letters
        formula[:] = [run]
        unwrap(formula)
    for group in each(root, "m:oMathPara"):
        unwrap(group)
    for element in each(root, "w:softHyphen", "w:noBreakHyphen"):
        text = _SPELLED[str(element.tag)]
        element.tag = q("w:t")
        element.text = text
    for element in each(root, "w:br", "w:cr"):
        element.tag = q("w:br")
        element.attrib.clear()
    for element in each(root, "w:ptab"):
        element.tag = q("w:tab")


def drop_lost_notes(root: _Element, bodies: _Element | None, kind: str) -> int:
    """Take marks out whose notes the file has lost, "footnote" or "endnote"; return how many."""
    known = set() if bodies is None else {body.get(q("w:id")) for body in bodies.iter(q(f"w:{kind}"))}
    lost = [mark for mark in each(root, f"w:{kind}Reference") if mark.get(q("w:id")) not in known]
    for mark in lost:
        remove(mark)
    return len(lost)


def is_deleted(paragraph: _Element) -> bool:
    """Tell whether the end of a paragraph was deleted: it is read as the beginning of the next."""
    return paragraph.find(f"{q('w:pPr')}/{q('w:rPr')}/{q('w:del')}") is not None


def hide(hidden: list[_Element]) -> bool:
    """Take hidden runs out; return whether there was text in them."""
    lost = any(text_of(run).strip() for run in hidden)
    for run in hidden:
        remove(run)
    return lost
