"""A database to read from and write to in transactions, the same for SQLite and PostgreSQL. Knows no table.

SQLite is kept so that what was accepted survives a killed process and a power cut: a write-ahead log that is flushed to
the disk at the end of every transaction.
"""

import errno
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from app.store.errors import StoreError
from app.store.faults import fault_of, faults_at
from app.store.place import Place

PATIENCE_SECONDS = 10
"""How long a transaction waits for others before it is given up as locked."""
_CONNECT_SECONDS = 10
"""How long a server may take to answer at first."""
_CONNECTIONS = 48
"""More than the web server has threads, so that a request never waits for a connection."""


class Database:
    """Transactions on one database. Threads may share it; processes that fork must each open their own."""

    def __init__(self, place: Place) -> None:
        """Prepare for the place; a file is made, nothing else is opened yet. Raises ``StoreError``."""
        self.place = place
        self._engine = _sqlite(place, place.file) if place.file else _postgres(place)
        self._turn = threading.Lock() if place.file else None

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session that sees one state of the database. Raises ``StoreError``."""
        with faults_at(self.place.shown), self._engine.connect() as connection:
            if self.place.file is None:
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin(), Session(connection) as session:
                yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Give a session whose changes are on the disk when the block ends, all or none. Raises ``StoreError``."""
        with self._in_turn(), faults_at(self.place.shown), self._engine.connect() as connection:
            writing = connection.execution_options(hoidap_writes=True)
            with writing.begin(), Session(writing) as session:
                yield session
                session.flush()

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        """Wait for other threads that write: SQLite lets one do so and makes the rest poll, which a lock spares them.

        Raises ``StoreError`` like SQLite itself where that takes too long.
        """
        if self._turn is None:
            yield
            return
        if not self._turn.acquire(timeout=PATIENCE_SECONDS):
            raise StoreError("locked", self.place.shown)
        try:
            yield
        finally:
            self._turn.release()

    def close(self) -> None:
        """Close all connections; the next use opens new ones."""
        self._engine.dispose()


def _sqlite(place: Place, file: Path) -> Engine:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        # What users asked is not for everybody on the machine to read; the files beside it take the same mode.
        file.touch(mode=0o600, exist_ok=True)
    except OSError as error:
        full = error.errno == errno.ENOSPC
        raise StoreError("full" if full else "unopenable", place.shown, error.strerror or "") from error
    arguments = {"timeout": PATIENCE_SECONDS, "check_same_thread": False}
    engine = create_engine(place.url, connect_args=arguments, pool_size=_CONNECTIONS, max_overflow=0)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(opened: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Set up a new SQLite connection."""
    assert isinstance(opened, sqlite3.Connection)  # noqa: S101  (narrows the type)
    opened.isolation_level = None  # transactions are begun below, not by the driver
    opened.execute("PRAGMA foreign_keys = ON")
    opened.execute("PRAGMA synchronous = FULL")
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            opened.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            # The first to open a new file holds it for a moment, and for this SQLite does not wait by itself.
            if fault_of(error) != "locked" or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _begin(connection: Connection) -> None:
    """Begin a transaction; one that will write takes its place at once, so that it cannot fail half-way as locked."""
    writes = connection.get_execution_options().get("hoidap_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgres(place: Place) -> Engine:
    options = f"-c lock_timeout={int(PATIENCE_SECONDS * 1000)} -c timezone=UTC"
    try:
        return create_engine(
            place.url,
            connect_args={"connect_timeout": _CONNECT_SECONDS, "options": options},
            pool_pre_ping=True,
            pool_size=10,
            max_overflow=_CONNECTIONS - 10,
            pool_timeout=PATIENCE_SECONDS,
        )
    except ModuleNotFoundError as error:
        raise StoreError("no-driver", place.shown, str(error)) from error
