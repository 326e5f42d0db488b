"""Opens the XML inside a .docx safely and names its elements. Knows no meaning of them."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

from corpus.errors import ReportError
from corpus.reading.archive import read_entry

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_PREFIXES = {
    "w": _W,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "r": "http://schemas.openxmlformats.org/package/2006/relationships",
}


def q(name: str) -> str:
    """Return the qualified name: "w:p" is "{http://…/main}p"."""
    prefix, _, local = name.partition(":")
    return f"{{{_PREFIXES[prefix]}}}{local}"


def value(element: _Element | None, attribute: str = "w:val") -> str | None:
    """Return an attribute of an element, None where either is missing."""
    return None if element is None else element.get(q(attribute))


def is_on(element: _Element | None) -> bool | None:
    """Return what a switch says (``<w:b/>``, ``<w:b w:val="0"/>``), None where it is missing."""
    return None if element is None else value(element) not in ("0", "false", "off", "none")


def remove(element: _Element) -> None:
    """Take an element and all inside it out of the tree; the text after it stays."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)  # text between the elements of Word's XML is only indentation


def unwrap(element: _Element) -> None:
    """Put what is inside an element in its place."""
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)


def each(root: _Element, *names: str) -> Iterator[_Element]:
    """Yield the elements of these names, from a list, so that the tree may be changed meanwhile."""
    yield from list(root.iter(*map(q, names)))


@dataclass(frozen=True, slots=True)
class WordParts:
    """The parts of a .docx that are read; None for one that it lacks."""

    document: _Element
    footnotes: _Element | None
    endnotes: _Element | None
    styles: _Element | None
    numbering: _Element | None

    @property
    def texts(self) -> list[_Element]:
        """The parts whose text is read."""
        return [part for part in (self.document, self.footnotes, self.endnotes) if part is not None]


def parse_xml(data: bytes, name: str, entry: str) -> _Element:
    """Return the tree of a part. Entities are never resolved and a document type is refused as "broken"."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data.replace(_STRICT, _W.encode()), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReportError("broken", Path(name), entry) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReportError("broken", Path(name), entry)
    return root


def _relations(archive: zipfile.ZipFile, entry: str, name: str) -> dict[str, str]:
    """Return the targets of a part's relations by the last word of their type, relative to its folder."""
    data = read_entry(archive, entry, name)
    if data is None:
        return {}
    found = parse_xml(data, name, entry).iter(q("r:Relationship"))
    return {(one.get("Type") or "").rsplit("/", 1)[-1]: one.get("Target") or "" for one in found}


def read_parts(archive: zipfile.ZipFile, name: str) -> WordParts:
    """Read the parts of a .docx. Raises ``ReportError`` "broken"."""
    main = _relations(archive, "_rels/.rels", name).get("officeDocument", "word/document.xml").lstrip("/")
    folder, _, file = main.rpartition("/")
    relations = _relations(archive, f"{folder}/_rels/{file}.rels", name)

    def part(kind: str) -> _Element | None:
        target = relations.get(kind, f"{kind}.xml")
        entry = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
        data = read_entry(archive, entry, name)
        return None if data is None else parse_xml(data, name, entry)

    data = read_entry(archive, main, name)
    if data is None:
        raise ReportError("broken", Path(name), main)
    document = parse_xml(data, name, main)
    return WordParts(document, part("footnotes"), part("endnotes"), part("styles"), part("numbering"))
