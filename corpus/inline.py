"""Takes Markdown's inline marks out of a line and finds footnote marks. Knows nothing of paragraphs or sections."""

import re
from dataclasses import dataclass

from corpus.traced import Traced, glue, joined

_TOKEN = re.compile(
    r"<sup>\s*\[?(?P<sup>\d{1,3})\]?\s*</sup>"
    r"|\[\^(?P<caret>[\w-]{1,20})\]"
    r"|\[(?P<label>[^\[\]\n]*)\]\((?P<url>[^()\s]*)\)"
    r"|(?P<star>\*{1,3})"
    r"|(?P<br><br\s*/?>)"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+\-.!<>|])"
)
_UNIT = re.compile(r"(?:^|[\s\d(/])[kcdm]?m$")


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


def _emphasis(line: str) -> set[int]:
    """Return where the runs of stars stand that open or close emphasis; one without a partner is text: "5*3", "(*)"."""
    opened: list[int] = []  # one entry for each star, the start of its run
    paired: set[int] = set()
    for match in _TOKEN.finditer(line):
        start, end = match.span()
        before, after = line[start - 1 : start] or " ", line[end : end + 1] or " "
        if not match["star"] or before + after == "()" or (before.isdigit() and after.isdigit()):
            continue
        size = end - start
        if opened and not before.isspace():
            paired.update((start, *opened[-size:]))
            del opened[-size:]
        elif not after.isspace():
            opened += [start] * size
    return paired


def _is_exponent(line: str, match: re.Match[str]) -> bool:
    """Tell whether a raised number belongs to a unit ("1.200 m<sup>2</sup>") and is no footnote mark."""
    return match["sup"] in ("2", "3") and bool(_UNIT.search(line[max(match.start() - 3, 0) : match.start()]))


def clean(line: Traced) -> Inline:
    """Return the line as a reader sees it; the text of a link stays, its address goes."""
    pieces: list[Traced] = []
    marks: list[Mark] = []
    removed: list[Removed] = []
    position = length = 0
    emphasis = _emphasis(line.text)
    for match in _TOKEN.finditer(line.text):
        start, end = match.span()
        if match["star"] and start not in emphasis:
            continue
        pieces.append(line.slice(position, start))
        length += start - position
        position = end
        inner = next((group for group in ("label", "escaped") if match[group] is not None), None)
        if _is_exponent(line.text, match):
            inner = "sup"
        elif number := match["sup"] or match["caret"]:
            marks.append(Mark(number, length))
        stamp = line.offsets[start]
        source_end = line.offsets[end] if end < len(line) else line.offsets[end - 1] + 1
        removed.append(Removed(stamp, source_end, length, match.group()))
        if inner or match["br"]:
            pieces.append(line.slice(*match.span(inner)) if inner else glue(" ", stamp))
            length += len(pieces[-1])
    return Inline(joined([*pieces, line.slice(position)]), tuple(marks), tuple(removed))
