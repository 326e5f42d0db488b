"""Takes away, once a day, what was kept long enough. Knows a clock and a store, nothing of what is kept."""

import logging
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

from app.store.errors import StoreError
from app.store.models import Pruned

log = logging.getLogger("hoidap.retention")

EVERY_SECONDS = 24 * 3600.0


class Prunable(Protocol):
    """Whatever keeps things that grow old."""

    def prune(self, days: int, now: datetime) -> Pruned:
        """Take away what is older. Raises ``StoreError``."""
        ...


def _now() -> datetime:
    return datetime.now(UTC)


class Retention:
    """A thread that prunes when it starts and once a day; a failure is logged and tried again the next day."""

    def __init__(self, store: Prunable, days: int, now: Callable[[], datetime] = _now) -> None:
        self._store = store
        self._days = days
        self._now = now
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="retention", daemon=True)

    def start(self) -> None:
        """Begin; with 0 days everything is kept for ever, and nothing is begun."""
        if self._days:
            self._thread.start()

    def stop(self) -> None:
        """Prune no more; returns when what is under way has ended."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join()

    def prune(self) -> None:
        """Prune once."""
        try:
            gone = self._store.prune(self._days, self._now())
        except StoreError as error:
            log.warning("what is older than %d days could not all be taken away: %s", self._days, error)
        else:
            counts = (gone.feedback, gone.conversations, gone.audit)
            log.info("taken away: %d feedback, %d conversations, %d audit entries", *counts)

    def _run(self) -> None:
        while not self._stopped.is_set():
            self.prune()
            self._stopped.wait(EVERY_SECONDS)
