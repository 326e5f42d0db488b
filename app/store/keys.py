"""Keeps who may use the service. Knows the hash of a secret, never the secret, and nothing of HTTP.

A secret reads ``hd_<id>_<256 random bits>``. The id finds the row, so that a check is one look-up and one hash, which
is BLAKE2b keyed with 256 random bits of the row: nobody guesses 256 bits, so that a slow hash, which is made for
passwords that people think up, would cost every request time and add nothing.
"""

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import cast

from sqlalchemy import select

from app.store.database import Database
from app.store.models import Key, Scope
from app.store.tables import KeyRow

_PREFIX = "hd"
_RANDOM_BYTES = 32
_ID_BYTES = 6
_LONGEST_SECRET = 100
"""Characters; ours have 59, and nothing longer is worth a hash."""


class Keys:
    """All keys, revoked ones included. Every method raises ``StoreError``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, name: str, scopes: Iterable[Scope]) -> tuple[Key, str]:
        """Make a key; return it with its secret, which can never be read again."""
        key = Key(secrets.token_hex(_ID_BYTES), name, frozenset(scopes), datetime.now(UTC))
        secret = f"{_PREFIX}_{key.id}_{secrets.token_urlsafe(_RANDOM_BYTES)}"
        salt = secrets.token_bytes(_RANDOM_BYTES)
        row = KeyRow(id=key.id, name=name, scopes=" ".join(sorted(key.scopes)), created_at=key.created_at)
        row.salt, row.digest = salt.hex(), _digest(secret, salt)
        with self._database.write() as session:
            session.add(row)
        return key, secret

    def check(self, secret: str) -> Key | None:
        """Return the key of a secret; None for one that is wrong or revoked, in this process or any other."""
        prefix, _, rest = secret.partition("_")
        identity, _, random = rest.partition("_")
        if prefix != _PREFIX or not random or len(secret) > _LONGEST_SECRET or not secret.isascii():
            return None
        with self._database.read() as session:
            row = session.get(KeyRow, identity)
            if row is None or row.revoked_at is not None:
                return None
            right = hmac.compare_digest(_digest(secret, bytes.fromhex(row.salt)), row.digest)
            return _key(row) if right else None

    def list(self) -> tuple[Key, ...]:
        """Return all keys, oldest first."""
        with self._database.read() as session:
            rows = session.scalars(select(KeyRow).order_by(KeyRow.created_at, KeyRow.id))
            return tuple(map(_key, rows))

    def revoke(self, identity: str) -> Key | None:
        """Make a key invalid from now on; return it, or None where there is none with this id."""
        with self._database.write() as session:
            row = session.get(KeyRow, identity)
            if row is None:
                return None
            row.revoked_at = row.revoked_at or datetime.now(UTC)
            return _key(row)


def _digest(secret: str, salt: bytes) -> str:
    return hashlib.blake2b(secret.encode(), key=salt, person=b"hoidap-key").hexdigest()


def _key(row: KeyRow) -> Key:
    scopes = frozenset(cast(Scope, scope) for scope in row.scopes.split())
    return Key(row.id, row.name, scopes, row.created_at, row.revoked_at)
