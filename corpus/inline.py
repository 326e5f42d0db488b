"""Takes Markdown's inline marks out of a line and finds footnote marks. Knows nothing of paragraphs or sections."""

import re
from dataclasses import dataclass

from corpus.traced import EMPTY, Traced

_TOKEN = re.compile(
    r"<sup>\s*\[?(?P<sup>\d{1,3})\]?\s*</sup>"
    r"|\[\^(?P<caret>[\w-]{1,20})\]"
    r"|\[(?P<label>[^\[\]\n]*)\]\((?P<url>[^()\s]*)\)"
    r"|(?P<star>\*{1,3})"
    r"|(?P<br><br\s*/?>)"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+\-.!<>])"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark: the number and the offset in the cleaned text where it stood."""

    number: str
    at: int


@dataclass(frozen=True, slots=True)
class Removed:
    """A mark of layout that was taken out: what it was, where in the source, and where in the cleaned text."""

    source_start: int
    source_end: int
    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Inline:
    """A line without inline marks, with its footnote marks and what was removed."""

    text: Traced
    marks: tuple[Mark, ...]
    removed: tuple[Removed, ...]


def _is_emphasis(line: str, start: int, end: int) -> bool:
    """Tell whether a run of stars touches a word: "2 * 3" keeps its star."""
    before = line[start - 1] if start else " "
    after = line[end] if end < len(line) else " "
    return not (before.isspace() and after.isspace()) or end - start > 1


def clean(line: Traced) -> Inline:
    """Return the line as a reader sees it; the text of a link stays, its address goes."""
    kept, marks, removed, position = EMPTY, [], [], 0
    for match in _TOKEN.finditer(line.text):
        start, end = match.span()
        if match["star"] and not _is_emphasis(line.text, start, end):
            continue
        kept += line.slice(position, start)
        position = end
        number = match["sup"] or match["caret"]
        if number:
            marks.append(Mark(number, len(kept)))
        inner = "label" if match["label"] is not None else "escaped" if match["escaped"] else None
        stamp = line.offsets[start]
        source_end = line.offsets[end] if end < len(line) else line.offsets[end - 1] + 1
        removed.append(Removed(stamp, source_end, len(kept), match.group()))
        if inner:
            kept += line.slice(*match.span(inner))
        if match["br"]:
            kept += Traced(" ", (stamp,))
    return Inline(kept + line.slice(position), tuple(marks), tuple(removed))
