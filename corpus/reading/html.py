"""Reads HTML files: pages of portals, and what Word and LibreOffice save as HTML. Knows nothing of sections."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

from corpus.errors import ReportError
from corpus.reading.compose import compose, doubts
from corpus.reading.encodings import ConvertedRuns, Run, runs_to_unicode
from corpus.reading.html_grid import GridTooLarge
from corpus.reading.html_pieces import BLOCKS, walk_tree
from corpus.reading.models import Findings, Reading
from corpus.reading.symbols import from_windows

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]{1,40})")
_FAMILY = re.compile(r"font-family:\s*[\"']?([^;,\"']+)", re.IGNORECASE)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

DEEPEST = 150
"""Elements inside each other; real pages stay below 50, and what is deeper is made to exhaust a reader."""


def decode_html(data: bytes) -> str:
    """Return the text of a page: by its byte-order mark, else as UTF-8 where it is that, else as it says itself.

    Bytes in no known encoding come back as Latin-1, in which the legacy Vietnamese encodings are recognised.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace")
    said = _CHARSET.search(data[:4096]) or _XML.match(data)
    # Word writes "windows-1252" over TCVN3 text, and Latin-1 keeps all of its bytes.
    named = (said[1].decode("ascii", errors="ignore").lower() if said else "").replace("windows-1252", "latin-1")
    for encoding in ("utf-8", named, "latin-1"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("latin-1")


def parse_html(text: str, name: str) -> _Element:
    """Return the tree of a page. Raises ``ReportError``: "empty", "broken", "bomb" for one nested beyond reason."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, remove_comments=True)
    try:
        root = etree.fromstring(_NOT_XML.sub("", text).encode("utf-8", errors="replace"), parser)
    except etree.XMLSyntaxError as error:
        raise ReportError("broken", Path(name)) from error
    if root is None:
        raise ReportError("empty", Path(name))
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise ReportError("bomb", Path(name))
    return root


def _font(element: _Element | None) -> str:
    """Return the font that the nearest element names, "" where none does."""
    while element is not None:
        family = _FAMILY.search(element.get("style") or "")
        font = element.get("face") or (family[1].strip() if family else "")
        if font:
            return font
        element = element.getparent()
    return ""


def _block(element: _Element | None) -> _Element | None:
    while element is not None and element.tag not in BLOCKS:
        element = element.getparent()
    return element


def _stretches(root: _Element) -> Iterator[tuple[_Element | None, _Element, bool, Run]]:
    """Yield the texts of a tree in order: the block around, the element, whether it is its tail, text and font."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tail = event == "end"
        text = element.tail if tail else element.text
        if text:
            holder = element.getparent() if tail else element
            yield _block(holder), element, tail, Run(text, _font(holder))


def to_unicode_tree(root: _Element) -> ConvertedRuns:
    """Turn legacy text of a tree into Unicode, in place; return what was converted."""
    places: list[list[tuple[_Element, bool]]] = []
    runs: list[list[Run]] = []
    before: _Element | None = None
    for block, element, tail, run in _stretches(root):
        if block is not before or not runs:
            runs.append([])
            places.append([])
        before = block
        runs[-1].append(run)
        places[-1].append((element, tail))
    found = runs_to_unicode(runs)
    for slots, texts in zip(places, found.blocks, strict=True):
        for (element, tail), text in zip(slots, texts, strict=True):
            setattr(element, "tail" if tail else "text", from_windows(text.replace("\u00ad", "")))
    return found


def read(data: bytes, name: str) -> Reading:
    """Read a page. Raises ``ReportError``: "empty", "broken", "bomb", "too-large"."""
    root = parse_html(decode_html(data), name)
    found = to_unicode_tree(root)
    try:
        walk = walk_tree(root, spaces_kept=False)
    except GridTooLarge as error:
        raise ReportError("too-large", Path(name)) from error
    walk.counts["encoding"] += found.unclear
    findings = Findings(
        "html",
        encodings=found.encodings,
        converted=found.converted,
        insertions=walk.insertions,
        deletions=walk.deletions,
        doubts=doubts(walk.counts),
    )
    reading = compose(walk.pieces, findings)
    if not reading.markdown:
        raise ReportError("empty", Path(name))
    return reading
