"""Reads .docx files: mammoth makes HTML of the prepared XML, and the HTML is read. Knows nothing of sections."""

import io
import zipfile
from pathlib import Path

import mammoth
from lxml import etree

from corpus.errors import ReportError
from corpus.reading.archive import open_archive
from corpus.reading.compose import compose, doubts
from corpus.reading.html import parse_html
from corpus.reading.html_grid import GridTooLarge
from corpus.reading.html_pieces import walk_tree
from corpus.reading.models import Findings, Reading
from corpus.reading.word_prepare import RULED, UNRULED, prepare
from corpus.reading.word_xml import WordParts, read_parts

_UNREADABLE = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
"""What mammoth raises for XML that is no document, or that is nested beyond reason."""
_STYLE_MAP = f"table.{RULED} => table.ruled:fresh\ntable.{UNRULED} => table.unruled:fresh"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_START = (
    f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_RELATIONS}/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)


def _packed(parts: WordParts) -> io.BytesIO:
    """Return an archive with the text alone: no pictures, no macros, nothing that its file claimed of itself."""
    target = io.BytesIO()
    texts = {"document": parts.document, "footnotes": parts.footnotes, "endnotes": parts.endnotes}
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("_rels/.rels", _START)
        for name, part in texts.items():
            if part is not None:
                archive.writestr(f"word/{name}.xml", etree.tostring(part, encoding="utf-8", xml_declaration=True))
    target.seek(0)
    return target


def read(data: bytes, name: str) -> Reading:
    """Read a .docx as it is shown: tracked insertions in, deletions out, automatic numbering written out.

    Raises ``ReportError``: "empty", "broken", "encrypted", "bomb", "too-large".
    """
    parts = read_parts(open_archive(data, name), name)
    prepared = prepare(parts)
    try:
        html = mammoth.convert_to_html(_packed(parts), style_map=_STYLE_MAP).value
        if not html:
            raise ReportError("empty", Path(name))
        walk = walk_tree(parse_html(html, name), spaces_kept=True)
    except GridTooLarge as error:
        raise ReportError("too-large", Path(name)) from error
    except _UNREADABLE as error:
        raise ReportError("broken", Path(name)) from error
    findings = Findings(
        "docx",
        encodings=prepared.encodings,
        converted=prepared.converted,
        insertions=prepared.insertions,
        deletions=prepared.deletions,
        doubts=doubts(prepared.counts),
    )
    return compose(walk.pieces, findings)
