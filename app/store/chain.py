"""The chain of hashes that makes the audit log tell on whoever changes it. Knows no database.

An entry's hash covers its number, its content and the hash of the entry before. A changed entry no longer has its hash;
one with a hash made anew no longer leads to the next; a removed or moved one leaves a gap in the numbers or the links.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from app.store.models import BrokenEntry, ChainHead

START = ChainHead(0, "")
"""What the first entry of all follows."""


@dataclass(frozen=True, slots=True)
class Link:
    """One entry as its hash sees it; ``words`` are its texts in a fixed order, exactly as they are kept."""

    number: int
    at: datetime
    words: tuple[str, ...]
    previous: str
    hash: str


def digest(number: int, at: datetime, words: tuple[str, ...], previous: str) -> str:
    """Return the SHA-256 of an entry in hexadecimal."""
    # JSON keeps neighbouring texts apart, so that no character can wander from one into the next.
    content = [number, at.astimezone(UTC).isoformat(timespec="microseconds"), *words, previous]
    return hashlib.sha256(json.dumps(content, ensure_ascii=True).encode("ascii")).hexdigest()


def broken_links(links: Iterable[Link], start: ChainHead, end: ChainHead | None = None) -> Iterator[BrokenEntry]:
    """Yield where links, in the order of their numbers, are no chain from ``start`` to ``end`` (None: to wherever).

    A gap is told once, by the first number that is missing; what follows a gap is not told again.
    """
    last = start
    for link in links:
        if link.number > last.number + 1:
            yield BrokenEntry(last.number + 1, "missing")
        if link.hash != digest(link.number, link.at, link.words, link.previous):
            yield BrokenEntry(link.number, "changed")
        elif link.number <= last.number + 1 and (link.number, link.previous) != (last.number + 1, last.hash):
            yield BrokenEntry(link.number, "unlinked")
        if link.number > last.number:
            last = ChainHead(link.number, link.hash)
    if end is not None and last != end:
        yield BrokenEntry(end.number, "cut-off")
