"""Reads the address of a database: which kind it is, where its file is, how it is shown. Opens nothing."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from app.store.errors import StoreError

DEFAULT_DATABASE = "sqlite:///var/hoidap.sqlite3"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a database is. ``file`` is None for a server; ``shown`` never holds the password."""

    url: URL
    file: Path | None
    shown: str


def place_of(url: str) -> Place:
    """Read ``sqlite:///file`` or ``postgresql://user:password@host/name``. Raises ``StoreError`` for anything else."""
    try:
        read = make_url(url)
    except (ArgumentError, ValueError) as error:
        # What cannot be read may hold a password anywhere, so none of it is shown.
        raise StoreError("unopenable", "HOIDAP_DATABASE") from error
    kind, _, driver = read.drivername.partition("+")
    shown = read.set(query={}).render_as_string(hide_password=True)  # a query may hold a password too
    if kind == "sqlite" and driver in ("", "pysqlite") and read.database and read.database != ":memory:":
        return Place(read, Path(read.database), str(Path(read.database)))
    if kind in ("postgresql", "postgres") and driver in ("", "psycopg"):
        return Place(read.set(drivername="postgresql+psycopg"), None, shown)
    raise StoreError("unopenable", shown, "sqlite:///… | postgresql://…")
