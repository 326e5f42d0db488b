"""Lets a few in and makes some wait. Knows nothing of what is waited for."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from app.write.writer import WriterError


class Turns:
    """A bounded queue: ``at_once`` at work, ``waiting`` more in line, whoever comes then is turned away."""

    def __init__(self, at_once: int, waiting: int) -> None:
        self._places = threading.Semaphore(at_once + waiting)
        self._working = threading.Semaphore(at_once)

    @contextmanager
    def take(self, seconds: float) -> Iterator[None]:
        """Hold a turn. Raises ``WriterError("busy")`` at once where the line is full, or after waiting so long."""
        if not self._places.acquire(blocking=False):
            raise WriterError("busy", "line full")
        try:
            if not self._working.acquire(timeout=seconds):
                raise WriterError("busy", f"waited {seconds:g} s")
            try:
                yield
            finally:
                self._working.release()
        finally:
            self._places.release()
