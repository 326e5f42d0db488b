"""Keeps what was worked out from reports, so that it is worked out once. Knows files and hashes, no reports.

A note is a file of JSON whose name is a hash of all that it was made from, the code included; its first line is a hash
of the rest. What cannot be read, or does not fit its hash, counts as not there. All of it may be deleted at any time.
"""

import contextlib
import hashlib
import json
import logging
import os
import sys
import time
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)

DAY = 24 * 3600.0
FORGOTTEN = 30 * DAY
"""Seconds after which a note that nobody asked for is taken away; one that is asked for is dated anew once a day."""
_ENDING = ".json"


@dataclass(frozen=True, slots=True)
class Kept:
    """The notes of one folder, or none at all: then nothing is kept and nothing found."""

    folder: Path | None

    def find(self, name: str) -> Any | None:
        """Return what was kept under a name; None where there is nothing whole."""
        if self.folder is None:
            return None
        path = self.folder / f"{name}{_ENDING}"
        try:
            told, _, body = path.read_bytes().partition(b"\n")
            if told.decode("ascii") != _digest(name, body):
                return None
            if path.stat().st_mtime < time.time() - DAY:
                _date_anew(path)
            return json.loads(body)
        except (OSError, ValueError):
            return None

    def keep(self, name: str, note: Any) -> None:
        """Keep a note; a disk that cannot be written keeps nothing."""
        if self.folder is None:
            return
        body = json.dumps(note, ensure_ascii=False, separators=(",", ":")).encode()
        part = self.folder / f".{name}-{os.getpid()}"
        try:
            self.folder.mkdir(exist_ok=True)  # and not where there is no place for an index yet
            part.write_bytes(f"{_digest(name, body)}\n".encode("ascii") + body)
            part.replace(self.folder / f"{name}{_ENDING}")
        except OSError as error:
            log.debug("nothing is kept in %s: %s", self.folder, error)

    def forget(self) -> None:
        """Take away what nobody has asked for in a long time; a disk that cannot be written keeps it."""
        before = time.time() - FORGOTTEN
        with contextlib.suppress(OSError):
            for one in os.scandir(self.folder) if self.folder else ():
                if one.is_file() and one.stat().st_mtime < before:
                    Path(one.path).unlink(missing_ok=True)


NOTHING = Kept(None)


def kept_beside(folder: Path) -> Kept:
    """Return the notes that are kept beside an index folder: in ".<name>-kept"."""
    place = folder.absolute()
    return Kept(place.with_name(f".{place.name}-kept"))


def name_of(kind: str, *made_from: bytes) -> str:
    """Return the name of a note of a kind, by all that it was made from."""
    digest = hashlib.sha256()
    for part in made_from:
        digest.update(str(len(part)).encode() + b":")
        digest.update(part)
    return f"{kind}-{digest.hexdigest()}"


@cache
def code_of(*packages: str) -> bytes:
    """Return a hash of the modules of some packages and of what Python knows of letters; sub-packages not counted."""
    digest = hashlib.sha256(f"{sys.version_info[:2]} {unicodedata.unidata_version}".encode())
    for package in packages:
        for module in sorted(_modules(package)):
            digest.update(module)
    return digest.digest()


def _modules(package: str) -> Iterable[bytes]:
    for file in files(package).iterdir():
        if file.name.endswith(".py"):
            yield file.name.encode() + b"\0" + file.read_bytes()


def _date_anew(path: Path) -> None:
    with contextlib.suppress(OSError):  # of somebody else, or on a disk that cannot be written
        os.utime(path)


def _digest(name: str, body: bytes) -> str:
    return hashlib.sha256(name.encode() + b"\0" + body).hexdigest()
