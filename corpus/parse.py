"""Reads one report file into a ``Report``. Refuses what cannot be read whole; knows nothing of search."""

import codecs
import re
import unicodedata
from pathlib import Path

from corpus.assemble import CLOSING, HEADER, Anchor, Layout, lay_out
from corpus.blocks import read_blocks
from corpus.errors import ReportError
from corpus.metadata import is_end_of_body, opens_recipients, read_metadata
from corpus.models import Footnote, Report, Section, Sentence
from corpus.repair import mend
from corpus.traced import trace

_SECTION_TITLES = {HEADER: "Phần mở đầu", CLOSING: "Phần kết"}
_NUMBER_LINE = re.compile(r"^\s*Số\s*:.{0,30}/", re.MULTILINE)


def report_id(path: Path) -> str:
    """Return the id of a report: its file name without the ending, in ASCII letters, digits, "." and "-"."""
    stem = unicodedata.normalize("NFD", path.stem.replace("đ", "d").replace("Đ", "D"))
    plain = "".join(char for char in stem if not unicodedata.combining(char))
    return re.sub(r"[^A-Za-z0-9.-]+", "-", plain).strip("-.").lower() or "report"


def decode(data: bytes, path: Path) -> str:
    """Return the text of a report file; raises ``ReportError`` for an empty, binary or wrongly encoded one."""
    if not data.strip():
        raise ReportError("empty", path)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ReportError("encoding", path, "1")
    if b"\0" in data:
        raise ReportError("binary", path)
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        cut = error.reason == "unexpected end of data"
        raise ReportError("incomplete" if cut else "encoding", path, str(line)) from error
    if sum(unicodedata.category(char) == "Cc" and char not in "\n\r\t\f" for char in source) > len(source) // 100:
        raise ReportError("binary", path)
    return source


def read_report(path: Path) -> Report:
    """Read a Markdown report. Raises ``ReportError`` where the file is missing, empty, binary or cut off."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReportError("missing", path) from error
    except OSError as error:
        raise ReportError("unreadable", path, error.strerror or "") from error
    return parse_report(decode(data, path), path)


def _carrier(layout: Layout, anchor: Anchor) -> Sentence | None:
    """Return the sentence before the mark in its paragraph; for a mark in a heading, the first one after it."""
    running = [paragraph for paragraph in layout.paragraphs if paragraph.footnote is None]
    sentences = [sentence for paragraph in running for sentence in paragraph.sentences]
    before = [s for p in running if p.start <= anchor.at <= p.end for s in p.sentences if s.start < anchor.at]
    after = [sentence for sentence in sentences if sentence.start >= anchor.at]
    return next(iter([*before[-1:], *after, *sentences[-1:]]), None)


def _footnotes(layout: Layout, path: Path) -> tuple[Footnote, ...]:
    """Tie every mark to its body; a mark without a body means that the file was cut off."""
    bodies = {paragraph.footnote: paragraph for paragraph in layout.paragraphs if paragraph.footnote}
    found: list[Footnote] = []
    for anchor in layout.anchors:
        body = bodies.get(anchor.number)
        if body is None:
            raise ReportError("incomplete", path, f"chú thích {anchor.number}")
        carrier = _carrier(layout, anchor)
        if any(known.number == anchor.number for known in found) or carrier is None:
            continue
        found.append(Footnote(anchor.number, body.section, anchor.at, carrier.id, body.start, body.end))
    return tuple(found)


def _covering(sections: list[Section], length: int) -> tuple[Section, ...]:
    """Stretch each section to the start of the next of its level or above, so that the spans cover the text."""
    covered = []
    for index, section in enumerate(sections):
        later = (other.start for other in sections[index + 1 :] if other.level <= section.level)
        title = _SECTION_TITLES.get(section.code, section.title)
        path = (title,) if section.code in _SECTION_TITLES else section.path
        covered.append(Section(section.code, title, path, section.level, section.start, next(later, length)))
    return tuple(covered)


def _refuse_half_written(source: str, layout: Layout, path: Path) -> None:
    """An official document ends with "./." or its recipients (Nghị định 30/2020/NĐ-CP); without both it was cut."""
    texts = [layout.text.text[p.start : p.end] for p in layout.paragraphs]
    ended = any(is_end_of_body(text) or opens_recipients(text) for text in texts)
    if _NUMBER_LINE.search(layout.text.text) and not ended:
        raise ReportError("incomplete", path, str(source.count("\n") + 1))


def parse_report(source: str, path: Path) -> Report:
    """Parse the decoded text of a report; ``path`` names it and gives it its id."""
    identity = report_id(path)
    layout = lay_out(identity, mend(read_blocks(trace(source))))
    if not layout.paragraphs:
        raise ReportError("empty", path)
    _refuse_half_written(source, layout, path)
    paragraphs = tuple(layout.paragraphs)
    text = layout.text.text
    return Report(
        id=identity,
        metadata=read_metadata(text, paragraphs, fallback_title=text.split("\n", 1)[0].strip() or path.stem),
        text=text,
        sections=_covering(layout.sections, len(text)),
        paragraphs=paragraphs,
        footnotes=_footnotes(layout, path),
        repairs=tuple(sorted(layout.repairs, key=lambda repair: repair.source_start)),
        source_offsets=layout.text.offsets,
    )
