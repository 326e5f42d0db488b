"""Where each character of a text stood in its source, kept as runs. Knows numbers only."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import overload


class Offsets(Sequence[int]):
    """A sequence of offsets in which most are one more than the one before: a run is kept as its first.

    A text of a hundred pages has a thousand runs and half a million characters.
    """

    __slots__ = ("_firsts", "_length", "_starts")

    def __init__(self, starts: Sequence[int], firsts: Sequence[int], length: int) -> None:
        """Take the place where each run starts, ascending from 0, the offset there, and how many offsets there are."""
        self._starts = tuple(starts)
        self._firsts = tuple(firsts)
        self._length = length

    @classmethod
    def of(cls, offsets: Iterable[int]) -> "Offsets":
        """Return these offsets."""
        starts: list[int] = []
        firsts: list[int] = []
        expected, length = -1, 0
        for place, offset in enumerate(offsets):
            if offset != expected or not starts:
                starts.append(place)
                firsts.append(offset)
            expected, length = offset + 1, place + 1
        return cls(starts, firsts, length)

    @property
    def runs(self) -> tuple[tuple[int, ...], tuple[int, ...], int]:
        """Return what it was made of."""
        return self._starts, self._firsts, self._length

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[int]: ...
    def __getitem__(self, at: int | slice) -> int | Sequence[int]:
        if isinstance(at, slice):
            return tuple(self[place] for place in range(*at.indices(self._length)))
        if not -self._length <= at < self._length:
            raise IndexError(at)
        place = at % self._length
        run = bisect_right(self._starts, place) - 1
        return self._firsts[run] + place - self._starts[run]

    def __iter__(self) -> Iterator[int]:
        ends = (*self._starts[1:], self._length)
        for start, end, first in zip(self._starts, ends, self._firsts, strict=True):
            yield from range(first, first + end - start)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Offsets) and self.runs == other.runs

    def __hash__(self) -> int:
        return hash(self.runs)
