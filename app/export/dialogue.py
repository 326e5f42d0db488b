"""The part of a conversation that is exported: questions with their answers. Knows nothing of file formats."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.export.decree import places
from app.models import Answer, Citation
from corpus.library import Library

_MARK = re.compile(r" ?\[(\d{1,3})\]")
_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A question as it was typed, and its answer."""

    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Source:
    """A citation with the official form of its place."""

    citation: Citation
    place: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an answer's text, or, with ``source``, a mark in it."""

    text: str
    source: Source | None = None


def printable(text: str) -> str:
    """Return the text without the characters that XML does not allow."""
    return _UNPRINTABLE.sub("", text)


def sources(entries: tuple[Entry, ...], library: Library) -> list[list[Source]]:
    """Return the sources of each answer; the first mention of a report is full, whichever answer it stands in."""
    named = places((citation for entry in entries for citation in entry.answer.citations), library)
    return [[Source(citation, next(named)) for citation in entry.answer.citations] for entry in entries]


def pieces(line: str, found: list[Source]) -> Iterator[Piece]:
    """Yield the line cut at its marks; a mark that no source has stays text."""
    by_marker = {source.citation.marker: source for source in found}
    position = 0
    for match in _MARK.finditer(line):
        source = by_marker.get(int(match[1]))
        if source is None:
            continue
        if position < match.start():
            yield Piece(printable(line[position : match.start()]))
        yield Piece(match[0], source)
        position = match.end()
    if position < len(line):
        yield Piece(printable(line[position:]))
