"""Finds footnotes that a typist or a converter made of raised numbers. Knows pieces, no format."""

import re
from dataclasses import replace

from corpus.reading import markdown
from corpus.reading.pieces import Note, Paragraph, Piece, Table

_RAISED = re.compile(r"<sup>(\d{1,6})</sup>")
_BODY = re.compile(r"(?:\*\*)?<sup>(?P<number>\d{1,3})</sup>\s*(?=\S)")
_UNIT = re.compile(r"(?:^|[\s\d(/])[kcdm]?m$")
_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def with_typed_notes(pieces: list[Piece]) -> list[Piece]:
    """Turn raised numbers and the paragraphs that open with them into notes; other raised numbers become plain.

    Where the file has real notes, raised numbers are none: two series would share their numbers.
    """
    bodies = {} if any(isinstance(piece, Note) for piece in pieces) else _bodies(pieces)
    numbers = {place: number for number, place in bodies.items()}
    result: list[Piece] = []
    for at, piece in enumerate(pieces):
        number = numbers.get(at)
        if number and isinstance(piece, Paragraph):
            result.append(Note(number, _plain(markdown.plain(_BODY.sub("", piece.text, count=1)), {})))
        elif not any(_RAISED.search(text) for text in _texts(piece)):
            result.append(piece)
        elif isinstance(piece, Table):
            rows = tuple(tuple(replace(c, text=_plain(c.text, bodies)) for c in row) for row in piece.rows)
            result.append(replace(piece, rows=rows))
        else:
            result.append(replace(piece, text=_plain(piece.text, bodies)))
    return result


def _texts(piece: Piece) -> list[str]:
    return [cell.text for row in piece.rows for cell in row] if isinstance(piece, Table) else [piece.text]


def _bodies(pieces: list[Piece]) -> dict[str, int]:
    """Return where the body of each raised number stands that is also met in running text before it."""
    marks: set[str] = set()
    bodies: dict[str, int] = {}
    for at, piece in enumerate(pieces):
        texts = _texts(piece)
        opening = _BODY.match(piece.text) if isinstance(piece, Paragraph) else None
        if opening and opening["number"] in marks and opening["number"] not in bodies:
            bodies[opening["number"]] = at
            continue
        marks.update(match[1] for text in texts for match in _RAISED.finditer(text))
    return bodies


def _plain(text: str, bodies: dict[str, int]) -> str:
    """Write raised numbers as marks where a body waits for them, else as they are read: "m2", but "10⁶"."""

    def written(match: re.Match[str]) -> str:
        number = match[1]
        unit = number in ("2", "3") and _UNIT.search(text[: match.start()])
        if number in bodies and not unit:
            return markdown.mark(number)
        before = text[match.start() - 1 : match.start()]
        return number.translate(_DIGITS) if before.isdigit() or before == ")" else number

    return _RAISED.sub(written, text)
