"""How often somebody may ask: rates and quotas, by key or by address. Knows the ``limits`` library, no HTTP."""

import math
import time
from pathlib import Path

from limits import RateLimitItem, parse_many
from limits.storage import MemoryStorage, Storage
from limits.strategies import FixedWindowRateLimiter

from app.web.guard.counts import SharedCounts


def _parsed(limits: str) -> list[RateLimitItem]:
    return parse_many(limits) if limits else []


class Pace:
    """Counts requests against the limits of keys and of addresses; shared by all who were given the same file."""

    def __init__(self, key_limits: str, address_limits: str, shared: Path | None = None) -> None:
        storage: Storage = SharedCounts(shared) if shared else MemoryStorage()
        self._limiter = FixedWindowRateLimiter(storage)
        self._limits = {"key": _parsed(key_limits), "address": _parsed(address_limits)}

    def wait_of_key(self, key_id: str) -> int:
        """Count a request of a key; return 0, or the seconds to wait where it was one too many."""
        return self._count("key", key_id)

    def wait_of_address(self, address: str) -> int:
        """Count a request of an address; return 0, or the seconds to wait where it was one too many."""
        return self._count("address", address)

    def _count(self, kind: str, name: str) -> int:
        exceeded = [limit for limit in self._limits[kind] if not self._limiter.hit(limit, kind, name)]
        resets = [self._limiter.get_window_stats(limit, kind, name).reset_time for limit in exceeded]
        return max((max(1, math.ceil(reset - time.time())) for reset in resets), default=0)
