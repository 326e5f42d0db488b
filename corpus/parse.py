"""Reads one report file into a ``Report``. Refuses what cannot be read whole; knows nothing of search."""

import codecs
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from corpus.as_json import from_json, to_json
from corpus.assemble import CLOSING, HEADER, lay_out
from corpus.blocks import read_blocks
from corpus.card import Card, corrected, read_card
from corpus.components import is_end_of_body, opens_recipients
from corpus.errors import ReportError
from corpus.kept import NOTHING, Kept, code_of, name_of
from corpus.layout import Layout
from corpus.metadata import read_metadata
from corpus.models import Footnote, Paragraph, Report, Section, Sentence
from corpus.offsets import Offsets
from corpus.repair import mend
from corpus.traced import trace

_SECTION_TITLES = {HEADER: "Phần mở đầu", CLOSING: "Phần kết"}
NOTE = "report"
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
    """Read a Markdown report and what its card corrects; raises what ``read_carded`` does."""
    return read_carded(path)[0]


def read_carded(path: Path, kept: Kept = NOTHING) -> tuple[Report, Card | None]:
    """Read a Markdown report, corrected, and its card; what is ``kept`` of the same file is not parsed again.

    Raises ``ReportError`` where the file is missing, empty, binary or cut off, or its card is damaged.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReportError("missing", path) from error
    except OSError as error:
        raise ReportError("unreadable", path, error.strerror or "") from error
    card = read_card(path)
    return carded(data, path, card, kept), card


def carded(data: bytes, path: Path, card: Card | None, kept: Kept = NOTHING) -> Report:
    """Return the report in the bytes of a file with this card, corrected. Raises ``ReportError``."""
    whole = card is not None and card.findings.whole
    name = note_name(data, path, whole=whole)
    report = _found(kept, name)
    if report is None:
        report = parse_report(decode(data, path), path, whole=whole)
        kept.keep(name, to_json(report))
    return corrected(report, card.corrections) if card else report


def note_name(data: bytes, path: Path, *, whole: bool) -> str:
    """Return the name under which the parsed report of a file is kept: it changes with the file and with this code."""
    return name_of(NOTE, code_of("corpus"), path.name.encode(), data, b"whole" if whole else b"")


def _found(kept: Kept, name: str) -> Report | None:
    try:
        return from_json(Report, note) if (note := kept.find(name)) else None
    except (ValueError, KeyError, TypeError):
        return None


class _Carriers:
    """Finds the sentence that carries the mark of a footnote."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._running = [paragraph for paragraph in paragraphs if paragraph.footnote is None]
        self._starts = [paragraph.start for paragraph in self._running]
        self._sentences = [sentence for paragraph in self._running for sentence in paragraph.sentences]
        self._sentence_starts = [sentence.start for sentence in self._sentences]

    def at(self, offset: int) -> Sentence | None:
        """Return the sentence before the mark in its paragraph; for a mark in a heading, the first one after it."""
        place = bisect_right(self._starts, offset) - 1
        around = self._running[place] if place >= 0 else None
        within = around.sentences if around and offset <= around.end else ()
        before = [sentence for sentence in within if sentence.start < offset]
        after = self._sentences[bisect_left(self._sentence_starts, offset) :][:1] if not before else []
        return next(iter([*before[-1:], *after, *self._sentences[-1:]]), None)


def _footnotes(layout: Layout, path: Path) -> tuple[Footnote, ...]:
    """Tie every mark to its body; a mark without a body means that the file was cut off."""
    bodies = {paragraph.footnote: paragraph for paragraph in layout.paragraphs if paragraph.footnote}
    carriers = _Carriers(layout.paragraphs)
    found: dict[str, Footnote] = {}
    for anchor in layout.anchors:
        body = bodies.get(anchor.number)
        if body is None:
            raise ReportError("incomplete", path, f"chú thích {anchor.number}")
        carrier = carriers.at(anchor.at)
        if anchor.number not in found and carrier is not None:
            found[anchor.number] = Footnote(anchor.number, body.section, anchor.at, carrier.id, body.start, body.end)
    return tuple(found.values())


def _covering(sections: Sequence[Section], length: int) -> tuple[Section, ...]:
    """Stretch each section to the start of the next of its level or above, so that the spans cover the text."""
    covered: list[Section] = []
    next_starts: dict[int, int] = {}  # by level, the start of the next section of that level
    for section in reversed(sections):
        end = min((start for level, start in next_starts.items() if level <= section.level), default=length)
        next_starts = {level: start for level, start in next_starts.items() if level < section.level}
        next_starts[section.level] = section.start
        title = _SECTION_TITLES.get(section.code, section.title)
        path = (title,) if section.code in _SECTION_TITLES else section.path
        covered.append(replace(section, title=title, path=path, end=end, label=section.label or title))
    return tuple(reversed(covered))


def ends_early(text: str, paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether an official document lacks "./.", recipients and signature (Nghị định 30/2020/NĐ-CP, Điều 8)."""
    texts = [text[p.start : p.end] for p in paragraphs]
    signed = any(paragraph.role == "signature" for paragraph in paragraphs)
    ended = signed or any(is_end_of_body(text) or opens_recipients(text) for text in texts)
    return bool(_NUMBER_LINE.search(text)) and not ended


def parse_report(source: str, path: Path, *, whole: bool = False) -> Report:
    """Parse the decoded text of a report; ``path`` names it and gives it its id.

    An official document without an end was cut off, unless ``whole`` says that the file it came as was read to its end.
    """
    identity = report_id(path)
    layout = lay_out(identity, mend(read_blocks(trace(source))))
    if not layout.paragraphs:
        raise ReportError("empty", path)
    if not whole and ends_early(layout.text, layout.paragraphs):
        raise ReportError("incomplete", path, str(source.count("\n") + 1))
    paragraphs = tuple(layout.paragraphs)
    text = layout.text
    return Report(
        id=identity,
        metadata=read_metadata(text, paragraphs, fallback_title=text.split("\n", 1)[0].strip() or path.stem),
        text=text,
        sections=_covering(layout.sections, len(text)),
        paragraphs=paragraphs,
        footnotes=_footnotes(layout, path),
        repairs=tuple(sorted(layout.repairs, key=lambda repair: repair.source_start)),
        source_offsets=Offsets.of(layout.offsets),
    )
