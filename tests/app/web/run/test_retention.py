"""What was kept long enough is taken away when the service starts, and a failure is told, not fatal."""

import logging
import threading
from datetime import UTC, datetime

import pytest

from app.store.errors import StoreError
from app.store.models import Pruned
from app.web.run.retention import Retention

NOON = datetime(2023, 2, 5, 12, 0, tzinfo=UTC)


class Shelf:
    """Remembers how it was pruned; breaks when it is said to."""

    def __init__(self, fault: StoreError | None = None) -> None:
        self.asked: list[tuple[int, datetime]] = []
        self.pruned = threading.Event()
        self._fault = fault

    def prune(self, days: int, now: datetime) -> Pruned:
        """Remember the call."""
        self.asked.append((days, now))
        self.pruned.set()
        if self._fault:
            raise self._fault
        return Pruned(1, 2, 3)


def test_it_prunes_when_it_starts_and_stops_at_once() -> None:
    shelf = Shelf()
    retention = Retention(shelf, 30, lambda: NOON)
    retention.start()
    assert shelf.pruned.wait(10)
    retention.stop()
    assert shelf.asked == [(30, NOON)]


def test_without_a_term_nothing_is_ever_pruned() -> None:
    shelf = Shelf()
    retention = Retention(shelf, 0, lambda: NOON)
    retention.start()
    retention.stop()
    assert shelf.asked == []


def test_a_failure_is_logged_with_its_reason(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        Retention(Shelf(StoreError("audit-broken", "kho", "3")), 30, lambda: NOON).prune()
    assert "older than 30 days could not all be taken away: audit-broken: kho: 3" in caplog.text
