"""The line of people whose questions wait for an answer. Knows who came before whom, nothing of questions."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the line."""

    line: "Line"
    number: int

    def ahead(self) -> int:
        """Return how many people have to be served before one is free to take this place's question; 0 means now."""
        return self.line.ahead(self.number)


@dataclass(slots=True)
class Line:
    """Serves at most ``served`` people at a time, in the order in which they came. Threads may share it."""

    served: int
    _numbers: Iterator[int] = field(default_factory=count)
    _present: set[int] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def joined(self) -> Iterator[Place]:
        """Stand in the line, and leave it however the work ends."""
        with self._lock:
            number = next(self._numbers)
            self._present.add(number)
        try:
            yield Place(self, number)
        finally:
            with self._lock:
                self._present.discard(number)

    def ahead(self, number: int) -> int:
        """Return how many more than can be served at once came before this number and are still there."""
        with self._lock:
            return max(sum(other < number for other in self._present) - self.served + 1, 0)
