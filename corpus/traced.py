"""Text whose characters remember where they stood in the source. Knows nothing of Markdown or of reports."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain


@dataclass(frozen=True, slots=True)
class Traced:
    """A text and, for each of its characters, the offset in the source it came from."""

    text: str
    offsets: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.text) != len(self.offsets):
            raise ValueError(f"{len(self.text)} characters but {len(self.offsets)} offsets")

    def __len__(self) -> int:
        return len(self.text)

    def __add__(self, other: "Traced") -> "Traced":
        return Traced(self.text + other.text, self.offsets + other.offsets)

    def slice(self, start: int, end: int | None = None) -> "Traced":
        """Return the characters ``[start, end)`` with their offsets."""
        return Traced(self.text[start:end], self.offsets[start:end])

    def strip(self) -> "Traced":
        """Return it without white space at both ends."""
        left = len(self.text) - len(self.text.lstrip())
        return self.slice(left, left + len(self.text.strip()))

    def lines(self) -> list["Traced"]:
        """Split at line feeds, which are dropped; an empty text has no lines."""
        result, start = [], 0
        for match in re.finditer(r"\n", self.text):
            result.append(self.slice(start, match.start()))
            start = match.end()
        if start < len(self.text):
            result.append(self.slice(start))
        return result


EMPTY = Traced("", ())


def joined(pieces: Iterable[Traced]) -> Traced:
    """Return the pieces as one text, in time that grows with their length; adding them one by one would not."""
    kept = tuple(pieces)
    return Traced("".join(p.text for p in kept), tuple(chain.from_iterable(p.offsets for p in kept)))


def glue(char: str, offset: int) -> Traced:
    """One character of layout (a space, a line feed) that stands for what the source had at ``offset``."""
    return Traced(char, (offset,))


def _joins(cluster: str, char: str) -> bool:
    """Tell whether normalising could merge or reorder ``char`` with the cluster before it."""
    if cluster[0] == "\r":
        return cluster == "\r" and char == "\n"
    if char < "\u0300":
        return False
    apart = unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", char)
    return unicodedata.combining(char) != 0 or unicodedata.normalize("NFC", cluster + char) != apart


def _clusters(source: str) -> Iterator[tuple[int, str]]:
    """Yield the smallest pieces that can be normalised one by one, each with its offset."""
    start = 0
    for end in range(1, len(source) + 1):
        if end == len(source) or not _joins(source[start:end], source[end]):
            yield start, source[start:end]
            start = end


def trace(source: str) -> Traced:
    """Normalise to NFC and line feeds, keeping for each character the offset it, or its cluster, came from.

    NFC and never NFKC: compatibility forms would change "m³" and "½" (see CONTRIBUTING.md).
    """
    chars: list[str] = []
    offsets: list[int] = []
    # No cluster reaches over a line feed, and a line that is in NFC already is what it is: most are.
    for line in re.finditer(r"[^\n]*\n|[^\n]+", source):
        if "\r" not in line[0] and unicodedata.is_normalized("NFC", line[0]):
            chars.append(line[0])
            offsets.extend(range(line.start(), line.end()))
            continue
        for start, cluster in _clusters(line[0]):
            piece = "\n" if cluster[0] == "\r" else unicodedata.normalize("NFC", cluster)
            chars.append(piece)
            at = line.start() + start
            offsets.extend(range(at, at + len(piece)) if piece == cluster else [at] * len(piece))
    return Traced("".join(chars), tuple(offsets))
