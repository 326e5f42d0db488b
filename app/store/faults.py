"""Tells what an error of a database means for the user. Knows the codes of SQLite and PostgreSQL, nothing of tables."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from app.store.errors import StoreError, StoreFault

_SQLITE: dict[int, StoreFault] = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_CANTOPEN: "unopenable",
    sqlite3.SQLITE_PERM: "unopenable",
    sqlite3.SQLITE_NOTADB: "not-a-database",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_READONLY: "read-only",
}
_WRITE_FAILED = (sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_SHMSIZE)
"""What SQLite says where a file may grow no further (a quota, a limit of the process) though the disk has room."""

_POSTGRES: tuple[tuple[str, StoreFault], ...] = (
    ("53100", "full"),
    ("55P03", "locked"),
    ("40P01", "locked"),
    ("57014", "locked"),  # the statement timeout that is set on opening
    ("25006", "read-only"),
    ("08", "unopenable"),
    ("28", "unopenable"),
    ("3D", "unopenable"),
    ("53", "unopenable"),
    ("57P", "unopenable"),
    ("XX001", "damaged"),
    ("XX002", "damaged"),
)
"""Beginnings of SQLSTATE codes, the longer before the shorter (PostgreSQL, Appendix A)."""


def fault_of(error: BaseException) -> StoreFault:
    """Return which fault an error of ``sqlite3``, ``psycopg`` or SQLAlchemy is."""
    if isinstance(error, DBAPIError) and error.orig is not None:
        return fault_of(error.orig)
    if isinstance(error, PoolTimeoutError):
        return "locked"
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", 0)
        return "full" if code in _WRITE_FAILED else _SQLITE.get(code & 0xFF, "failed")
    if "sqlstate" in dir(error):
        state = error.sqlstate or "08"  # type: ignore[attr-defined]  # psycopg's, which need not be installed
        return next((fault for start, fault in _POSTGRES if state.startswith(start)), "failed")
    return "failed"


@contextmanager
def faults_at(place: str) -> Iterator[None]:
    """Raise what goes wrong with a database inside as ``StoreError``; ``place`` is the database as it is shown."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        said = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
        # One line, and never the statement with its values, which hold what users wrote.
        detail = str(said).strip().splitlines()[0] if str(said).strip() else type(said).__name__
        raise StoreError(fault_of(error), place, detail) from error
