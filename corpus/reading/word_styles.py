"""Resolves what Word's styles say of paragraphs and runs. Knows nothing of text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from corpus.reading.word_xml import each, is_on, q, value

_HEADING_NAME = re.compile(r"heading\s+([1-9])$", re.IGNORECASE)
_CONTENTS_NAME = re.compile(r"(?:toc|contents|table of figures)\s*\d*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by their ids; ``default`` is the one of paragraphs that name none."""

    known: dict[str, _Element] = field(default_factory=dict)
    default: str = ""
    default_font: str = ""

    def chain(self, style: str | None) -> Iterator[_Element]:
        """Yield a style and those it is based on; a circle ends where it closes."""
        seen: set[str] = set()
        while style and style in self.known and style not in seen:
            seen.add(style)
            element = self.known[style]
            yield element
            style = value(element.find(q("w:basedOn")))

    def _paragraph_chain(self, paragraph: _Element) -> Iterator[_Element]:
        yield from self.chain(value(paragraph.find(f"{q('w:pPr')}/{q('w:pStyle')}")) or self.default)

    def level(self, paragraph: _Element) -> int:
        """Return 1 to 9 for a heading by its outline level or by the name of its style, else 0."""
        own = paragraph.find(f"{q('w:pPr')}/{q('w:outlineLvl')}")
        said = value(own)
        for style in self._paragraph_chain(paragraph):
            if said is not None:
                break
            said = value(style.find(f"{q('w:pPr')}/{q('w:outlineLvl')}"))
            if said is None and (named := _HEADING_NAME.match(value(style.find(q("w:name"))) or "")):
                return int(named[1])
        return int(said) + 1 if said and said.isdigit() and int(said) < 9 else 0

    def is_contents(self, paragraph: _Element) -> bool:
        """Tell whether a paragraph is a line of a table of contents."""
        first = next(self._paragraph_chain(paragraph), None)
        return first is not None and bool(_CONTENTS_NAME.match(value(first.find(q("w:name"))) or ""))

    def numbering(self, paragraph: _Element) -> tuple[str | None, str | None, str | None]:
        """Return number id, level and the style that gives them; None for what is not said."""
        own = paragraph.find(f"{q('w:pPr')}/{q('w:numPr')}")
        if own is not None and own.find(q("w:numId")) is not None:
            return value(own.find(q("w:numId"))), value(own.find(q("w:ilvl"))), None
        level = value(own.find(q("w:ilvl"))) if own is not None else None
        for style in self._paragraph_chain(paragraph):
            said = style.find(f"{q('w:pPr')}/{q('w:numPr')}")
            if said is not None and said.find(q("w:numId")) is not None:
                given = value(said.find(q("w:numId")))
                return given, level or value(said.find(q("w:ilvl"))), style.get(q("w:styleId"))
        return None, None, None

    def _properties(self, run: _Element, paragraph: _Element) -> Iterator[_Element]:
        """Yield the run properties that hold for a run, the nearest first."""
        own = run.find(q("w:rPr"))
        if own is not None:
            yield own
            for style in self.chain(value(own.find(q("w:rStyle")))):
                yield from style.findall(q("w:rPr"))
        for style in self._paragraph_chain(paragraph):
            yield from style.findall(q("w:rPr"))

    def switch(self, name: str, run: _Element, paragraph: _Element) -> bool:
        """Tell whether a property such as "w:b" is on for a run."""
        said = (is_on(properties.find(q(name))) for properties in self._properties(run, paragraph))
        return next((on for on in said if on is not None), False)

    def font(self, run: _Element, paragraph: _Element) -> str:
        """Return the font of a run's letters."""
        for properties in self._properties(run, paragraph):
            fonts = properties.find(q("w:rFonts"))
            font = value(fonts, "w:ascii") or value(fonts, "w:hAnsi")
            if font:
                return font
        return self.default_font


def read_styles(root: _Element | None) -> Styles:
    """Return the styles of a document; none where it has no part for them."""
    if root is None:
        return Styles()
    known = {style.get(q("w:styleId")) or "": style for style in each(root, "w:style")}
    defaults = [
        identity
        for identity, style in known.items()
        if value(style, "w:type") == "paragraph" and value(style, "w:default") in ("1", "true")
    ]
    fonts = root.find(f"{q('w:docDefaults')}/{q('w:rPrDefault')}/{q('w:rPr')}/{q('w:rFonts')}")
    return Styles(known, defaults[0] if defaults else "", value(fonts, "w:ascii") or "")
