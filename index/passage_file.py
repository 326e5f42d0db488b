"""The passages of a built index, read from their file when they are asked for. Knows one passage a line, JSON."""

import json
import mmap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import overload

import numpy as np

from corpus.models import Passage
from index.mapping import is_mapped

_FIELDS = tuple(field.name for field in fields(Passage))


def line_of(passage: Passage) -> bytes:
    """Return a passage as its line, with the line feed."""
    written = {name: getattr(passage, name) for name in _FIELDS}
    return json.dumps(written, ensure_ascii=False).encode() + b"\n"


class PassageFile(Sequence[Passage]):
    """The passages of a file in the order of their lines; a passage is parsed when it is asked for.

    Raises ``OSError`` where it cannot be read; a line that is no passage raises ``ValueError`` or ``TypeError``.
    """

    def __init__(self, path: Path) -> None:
        self._bytes: mmap.mmap | bytes
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if is_mapped(path) else file.read()
        ends = np.flatnonzero(np.frombuffer(self._bytes, dtype=np.uint8) == ord("\n")) + 1
        self._offsets = np.concatenate([[0], ends]).astype(np.int64)

    def __len__(self) -> int:
        return len(self._offsets) - 1

    @overload
    def __getitem__(self, at: int) -> Passage: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Passage]: ...
    def __getitem__(self, at: int | slice) -> Passage | Sequence[Passage]:
        if isinstance(at, slice):
            start, end, step = at.indices(len(self))
            if step != 1 or end <= start:
                return tuple(self[i] for i in range(start, end, step))
            lines = self.lines(start, end).rstrip(b"\n").replace(b"\n", b",")  # a line feed in a text is escaped
            return tuple(Passage(**fields) for fields in json.loads(b"[" + lines + b"]"))
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        row = at % len(self)
        return Passage(**json.loads(self._bytes[self._offsets[row] : self._offsets[row + 1]]))

    def __iter__(self) -> Iterator[Passage]:
        return (self[row] for row in range(len(self)))

    def lines(self, start: int, end: int) -> bytes:
        """Return the lines ``[start, end)`` as they stand in the file."""
        return bytes(self._bytes[self._offsets[start] : self._offsets[end]])


def write_passages(path: Path, lines: Iterable[bytes]) -> None:
    """Write lines that ``line_of`` or ``lines`` gave."""
    with path.open("wb") as file:
        file.writelines(lines)
