"""Copies an SQLite database while it is used, and puts a copy back. Knows nothing of what it holds.

A copy is one file that stands for itself. The reports are backed up beside it by ``app.shelf.backup``. PostgreSQL
brings tools of its own (pg_dump, pg_restore).
"""

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from app.store.database import PATIENCE_SECONDS
from app.store.errors import CopyError, StoreError
from app.store.faults import fault_of, faults_at
from app.store.place import place_of
from app.store.schema import KNOWN
from app.store.store import open_store


def back_up(url: str, file: Path) -> int:
    """Copy a database into a file that is not there yet; return its size in bytes.

    Who uses the database meanwhile is not held up; the copy is the state of one moment. Raises ``CopyError``,
    ``StoreError``, and ``OSError`` where the file cannot be written; no half copy is left behind.
    """
    present = _file_of(url)
    if file.exists():
        raise CopyError("exists", str(file))
    if not present.exists():
        raise CopyError("no-file", str(present))
    with _unfinished(file) as part:
        with faults_at(str(present)), _connect(present) as source:
            _copy(source, part)
        _refuse_broken(part)
        part.replace(file)
        _flush(file.parent)
    return file.stat().st_size


def restore(url: str, file: Path, now: datetime | None = None) -> Path | None:
    """Put a copy in the place of a database, which nobody may use meanwhile.

    Return where the database that was there is kept now, None where there was none. Raises ``CopyError`` for a file
    that is no whole copy, and for a database that is in use; the present one is then as it was.
    """
    present = _file_of(url)
    if not file.is_file():
        raise CopyError("no-file", str(file))
    if present.exists() and present.samefile(file):
        raise CopyError("same-file", str(file))
    _refuse_broken(file)
    stamp = (now or datetime.now(UTC)).strftime("%Y%m%dT%H%M%SZ")
    kept = present.with_name(f"{present.name}.before-{stamp}")
    if kept.exists():
        raise CopyError("exists", str(kept))
    there = present.exists()
    if there:
        _replace(present, file, kept)
    else:
        _set_aside(present, kept)  # a log that a deleted database left would be played into the copy
        _place(file, present)
    open_store(url).close()  # the copy may be of an earlier version
    return kept if there else None


def _file_of(url: str) -> Path:
    place = place_of(url)
    if place.file is None:
        raise CopyError("not-sqlite", place.shown)
    return place.file


@contextlib.contextmanager
def _connect(file: Path, mode: str = "rw", timeout: float = PATIENCE_SECONDS) -> Iterator[sqlite3.Connection]:
    """Open a file that is there. Raises ``sqlite3.Error``."""
    uri = f"file:{quote(str(file.absolute()))}?mode={mode}"
    with contextlib.closing(sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None)) as opened:
        yield opened


@contextlib.contextmanager
def _unfinished(file: Path) -> Iterator[Path]:
    """Give an empty file beside the wanted one, readable by its owner only; it is gone in the end."""
    # A name of its own: what a killed process left behind is in nobody's way.
    handle, name = tempfile.mkstemp(".part", f"{file.name}.", file.parent)
    os.close(handle)
    part = Path(name)
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def _copy(source: sqlite3.Connection, file: Path) -> None:
    """Copy a database into an empty file and flush it to the disk."""
    with _connect(file) as copy:
        source.backup(copy)
        # Without this the copy would want a log beside it, and could not be read from a medium that is read-only.
        copy.execute("PRAGMA journal_mode = DELETE")
    _flush(file)


def _flush(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk; Windows keeps the names by itself."""
    if os.name != "posix" and path.is_dir():
        return
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _refuse_broken(file: Path) -> None:
    """Raise ``CopyError`` for a file that is not a whole database of this version or an earlier one."""
    try:
        with _connect(file, "ro") as opened:
            found = [row[0] for row in opened.execute("PRAGMA integrity_check(1)")]
            if found != ["ok"] or opened.execute("PRAGMA foreign_key_check").fetchone():
                raise CopyError("broken-file", str(file), str(found[0]))
            revision = opened.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        raise CopyError("broken-file", str(file), str(error)) from error
    if revision is None or revision[0] not in KNOWN:
        raise CopyError("newer-file" if revision else "broken-file", str(file), revision[0] if revision else "")


def _place(file: Path, present: Path) -> None:
    """Put a copy where no database is."""
    present.parent.mkdir(parents=True, exist_ok=True)
    with _unfinished(present) as part:
        with faults_at(str(file)), _connect(file, "ro") as source:
            _copy(source, part)
        part.replace(present)
        _flush(present.parent)


def _replace(present: Path, file: Path, kept: Path) -> None:
    """Keep a database that nobody else uses under another name, and put a copy in its place."""
    try:
        with _connect(present, timeout=1) as own:
            # Whoever has the database open keeps this lock from being had; once had, it is held until the end.
            own.execute("PRAGMA locking_mode = EXCLUSIVE")
            own.execute("BEGIN EXCLUSIVE")
            own.execute("COMMIT")
            with _unfinished(kept) as part:
                _copy(own, part)
                part.replace(kept)
                _flush(kept.parent)
            with _connect(file, "ro") as source:
                source.backup(own)
    except sqlite3.Error as error:
        fault = fault_of(error)
        if fault == "locked":
            raise CopyError("in-use", str(present)) from error
        if fault not in ("not-a-database", "damaged"):
            raise StoreError(fault, str(present), str(error)) from error
        _set_aside(present, kept)
        _place(file, present)


def _set_aside(present: Path, kept: Path) -> None:
    """Keep what there is of a database that cannot be read any more: somebody may still get something out of it."""
    for ending in ("-wal", "-shm", ""):
        beside = Path(f"{present}{ending}")
        if beside.exists():
            beside.rename(f"{kept}{ending}")
