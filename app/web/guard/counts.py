"""Counts for the rate limits that several worker processes share, in a small SQLite file. Knows no limits.

The ``limits`` library counts in memory, or in servers such as Redis; this is its storage interface over a file, for
workers on one machine without another server. Losing the file loses the counts, nothing else.
"""

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock
from limits.storage import Storage

_INCREMENT = """
INSERT INTO counts (key, amount, expires) VALUES (:key, :amount, :now + :expiry)
ON CONFLICT (key) DO UPDATE SET
  amount = CASE WHEN expires <= :now THEN :amount ELSE amount + :amount END,
  expires = CASE WHEN expires <= :now THEN :now + :expiry ELSE expires END
RETURNING amount
"""
SWEEP = 1000
"""After how many counts the expired ones are removed."""


class SharedCounts(Storage):
    """Fixed windows in the file ``path``. Used from one thread of each process."""

    STORAGE_SCHEME = None

    def __init__(self, path: Path, now: Callable[[], float] = time.time) -> None:
        super().__init__(str(path))
        self._now = now
        self._counted = 0
        self._file = sqlite3.connect(path, timeout=5, isolation_level=None, check_same_thread=False)
        # Workers start together, and for the change to WAL SQLite does not wait as it does for writing.
        with FileLock(path.with_name(f"{path.name}.lock")):
            self._file.execute("PRAGMA journal_mode = WAL")
            self._file.execute("PRAGMA synchronous = OFF")
            self._file.execute("CREATE TABLE IF NOT EXISTS counts (key TEXT PRIMARY KEY, amount INTEGER, expires REAL)")

    @property
    def base_exceptions(self) -> type[Exception]:
        """The errors of the storage itself."""
        return sqlite3.Error

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Add to a count that lasts ``expiry`` seconds from its first addition; return its value."""
        self._counted += 1
        if self._counted % SWEEP == 0:
            self._file.execute("DELETE FROM counts WHERE expires <= ?", (self._now(),))
        values = {"key": key, "expiry": expiry, "amount": amount, "now": self._now()}
        return int(self._file.execute(_INCREMENT, values).fetchone()[0])

    def _row(self, key: str) -> tuple[int, float]:
        query = "SELECT amount, expires FROM counts WHERE key = ? AND expires > ?"
        row = self._file.execute(query, (key, self._now())).fetchone()
        return (int(row[0]), float(row[1])) if row else (0, self._now())

    def get(self, key: str) -> int:
        """Return a count, 0 where there is none."""
        return self._row(key)[0]

    def get_expiry(self, key: str) -> float:
        """Return when a count ends, in seconds since 1970; now where there is none."""
        return self._row(key)[1]

    def check(self) -> bool:
        """Return whether the file can be used."""
        try:
            self._file.execute("SELECT 1")
        except sqlite3.Error:
            return False
        return True

    def reset(self) -> int | None:
        """Forget all counts; return how many there were."""
        return self._file.execute("DELETE FROM counts").rowcount

    def clear(self, key: str) -> None:
        """Forget one count."""
        self._file.execute("DELETE FROM counts WHERE key = ?", (key,))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
