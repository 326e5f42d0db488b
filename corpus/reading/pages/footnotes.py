"""Finds footnotes at the foot of a page and ties them to the raised numbers above. Knows nothing of paragraphs."""

import re
from dataclasses import dataclass, replace

from corpus.reading.pages.models import Line

_SMALLER = 0.95
_NUMBER = re.compile(r"^\s*\(?(?P<number>\d{1,3})\)?[.)\]]?\s*")
_UNIT = re.compile(r"(?:^|[\s\d(/])[kcdm]?m$")
NOTED = re.compile("\ufff9(?P<name>[^\ufffb]+)\ufffb")
"""Where a mark stands among the text of lines; the two characters stand in no text, as brackets might."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class FootText:
    """A footnote: the name that its mark and its body share, and its lines without the number."""

    name: str
    lines: tuple[Line, ...]


def take_footnotes(lines: list[Line], body_size: float, taken: set[str]) -> tuple[list[Line], list[FootText]]:
    """Return the lines of a page without its footnotes, and these.

    Their marks become what ``NOTED`` finds, other raised figures "²", which nobody takes for a part of a number.
    ``taken`` holds the names given on pages before and gains this page's: numbers begin anew on every page in some
    files.
    """
    foot = _foot(lines, body_size)
    marked = {number for line in lines if line not in foot for number in _marks(line)}
    bodies: list[tuple[str, list[Line]]] = []
    loose = []
    for line in foot:
        found = _NUMBER.match(line.text)
        if found and found["number"] in marked and found["number"] not in dict(bodies):
            bodies.append((found["number"], [_cut(line, found.end())]))
        elif bodies:
            bodies[-1][1].append(line)
        else:
            loose.append(line)
    names = {number: _name(number, line[0].page, taken) for number, line in bodies}
    kept = [_with_marks(line, names) for line in lines if line not in foot or line in loose]
    notes = [FootText(names[number], tuple(_with_marks(line, {}) for line in body)) for number, body in bodies]
    return kept, notes


def _foot(lines: list[Line], body_size: float) -> list[Line]:
    """Return the lines in small type below all others, in the order of the file, if one begins with a number."""
    lowest = min((line.base for line in lines if line.size >= _SMALLER * body_size), default=float("inf"))
    foot = [line for line in lines if line.base < lowest and line.size < _SMALLER * body_size]
    return foot if any(_NUMBER.match(line.text) for line in foot) else []


def _marks(line: Line) -> list[str]:
    """Return the raised numbers of a line that are no exponents of units."""
    found, before = [], ""
    for span in line.spans:
        number = span.text.strip(" ()[]")
        if span.raised and number.isdecimal() and not (number in ("2", "3") and _UNIT.search(before)):
            found.append(number)
        before += span.text
    return found


def noted(name: str) -> str:
    """Return the mark of a footnote among the text of lines."""
    return f"\ufff9{name}\ufffb"


def _name(number: str, page: int, taken: set[str]) -> str:
    name = number if number not in taken else f"{number}-{page}"
    taken.add(name)
    return name


def _with_marks(line: Line, names: dict[str, str]) -> Line:
    """Return the line with marks for raised numbers that have a body; others become raised digits, not lost in text."""
    marks = _marks(line)
    spans = []
    for span in line.spans:
        number = span.text.strip(" ()[]")
        if span.raised and number in marks and number in names:
            spans.append(replace(span, text=noted(names[number]) + " " * span.text.endswith(" ")))
        else:
            spans.append(replace(span, text=span.text.translate(_RAISED), raised=False) if span.raised else span)
    return replace(line, spans=tuple(spans))


def _cut(line: Line, length: int) -> Line:
    """Return the line without its first characters."""
    spans = []
    for span in line.spans:
        spans.append(replace(span, text=span.text[length:], raised=False))
        length = max(length - len(span.text), 0)
    return replace(line, spans=tuple(span for span in spans if span.text))
