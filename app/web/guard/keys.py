"""Reads the key that a request brings and looks it up. Knows headers and a key ring, nothing of what a key opens."""

import base64
import binascii
import time
from collections.abc import Callable, Sequence
from typing import Protocol

from starlette.datastructures import Headers

from app.store.models import Key

REMEMBERED = 2.0
"""Seconds for which it is taken as known whether there is any key at all; a single key is looked up every time."""


class KeyRing(Protocol):
    """Where keys are kept. Its methods raise ``app.store.errors.StoreError``."""

    def check(self, secret: str) -> Key | None:
        """Return the key of a secret; None for one that is wrong or revoked."""
        ...

    def list(self) -> Sequence[Key]:
        """Return all keys, revoked ones included."""
        ...


def secret_in(headers: Headers) -> str:
    """Return the secret of a request, "" where it brings none.

    It is a bearer token, the header ``X-API-Key``, or the password of basic authentication, which is how a browser
    asks a person for it.
    """
    scheme, _, given = headers.get("authorization", "").strip().partition(" ")
    match scheme.lower():
        case "bearer":
            return given.strip()
        case "basic":
            return _password(given.strip())
        case _:
            return headers.get("x-api-key", "").strip()


def _password(encoded: str) -> str:
    try:
        return base64.b64decode(encoded, validate=True).decode("utf-8").partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return encoded  # not what it says: a secret that is wrong


class AnyKey:
    """Whether there is any key that is not revoked; asked of the key ring every few seconds."""

    def __init__(self, ring: KeyRing, now: Callable[[], float] = time.monotonic) -> None:
        self._ring = ring
        self._now = now
        self._known: tuple[float, bool] | None = None

    def exists(self) -> bool:
        """Return whether keys are in use. Raises ``StoreError``."""
        if self._known is None or self._now() - self._known[0] > REMEMBERED:
            self._known = (self._now(), any(key.revoked_at is None for key in self._ring.list()))
        return self._known[1]
