"""Puts a built folder in the place of the one before, whatever moment the process dies in. Knows names, no vectors.

Beside the folder "index" stand, at times: ".index-new-<process>", being built; ".index-old", what was there before, for
the moment of the swap; ".index.lock", held from the manifest of the new one until it is in place. A whole new folder
whose lock nobody holds is therefore that of a process which died.
"""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from index.errors import IndexFault, IndexFolderTaken, IndexWriteError
from index.layout import Layout
from index.models import Manifest

FORGOTTEN = 24 * 3600.0
"""Seconds after which a folder that nobody finished is taken away; no build takes a day."""

Fits = Callable[[Manifest], bool]
"""Tells whether a built folder is the one that is wanted."""


def locked(folder: Path) -> FileLock:
    """Return the lock under which a folder changes places with another."""
    return FileLock(folder.with_name(f".{folder.name}.lock"))


@contextmanager
def replacing(folder: Path) -> Iterator[tuple[Path, Callable[[Manifest, Callable[[], None]], None]]]:
    """Give a fresh folder to write into, and what puts it in the place of ``folder`` once all is written.

    Raises ``IndexWriteError``, or ``IndexFolderTaken`` where the folder holds anything but an index.
    """
    if found := Layout(folder).foreign():
        raise IndexFolderTaken(folder, found)
    folder = folder.resolve()  # "." has no name that another could be made of
    fresh = folder.with_name(f".{folder.name}-new-{os.getpid()}")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _clear(folder)
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir()
        yield fresh, lambda manifest, when_whole: _put(folder, fresh, manifest, when_whole)
    except OSError as error:
        raise IndexWriteError(folder, error.strerror or str(error)) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _put(folder: Path, fresh: Path, manifest: Manifest, when_whole: Callable[[], None]) -> None:
    with locked(folder):
        Layout(fresh).write_manifest(manifest)
        when_whole()
        _swap(folder, fresh)


def _swap(folder: Path, fresh: Path) -> None:
    old = _old(folder)
    if folder.exists():
        shutil.rmtree(old, ignore_errors=True)
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def cut_off(folder: Path) -> bool:
    """Tell whether the place is empty and what was there stands aside: for a moment, or since a process died."""
    return _old(folder.resolve()).exists() and not folder.exists()


def bring_back(folder: Path) -> None:
    """Put what was there before back where a process died that had taken it away."""
    folder = folder.resolve()
    if cut_off(folder):
        with locked(folder):
            if cut_off(folder):
                _old(folder).rename(folder)


def take_up(folder: Path, fits: Fits) -> None:
    """Put in place what a process that died during its swap left beside the folder; most often there is nothing.

    A whole folder that fits is taken, the newest first; what was there before comes back where the place is empty.
    """
    folder = folder.resolve()
    if _fits(folder, fits) or not (_old(folder).exists() or _new(folder)):
        return
    try:
        with locked(folder):
            if _fits(folder, fits):
                return
            whole = next((one for one in _new(folder) if _fits(one, fits)), None)
            if whole:
                _swap(folder, whole)
            elif _old(folder).exists() and (not folder.exists() or _fits(_old(folder), fits)):
                shutil.rmtree(folder, ignore_errors=True)
                _old(folder).rename(folder)
    except OSError:
        return  # a disk that cannot be written heals nothing; what is there is opened or refused as it is


def _fits(folder: Path, fits: Fits) -> bool:
    try:
        return fits(Layout(folder).read_manifest(check=False))
    except IndexFault:
        return False


def _old(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}-old")


def _new(folder: Path) -> list[Path]:
    found = folder.parent.glob(f".{folder.name}-new-*") if folder.parent.is_dir() else ()
    return sorted(found, key=lambda path: path.stat().st_mtime_ns, reverse=True)


def _clear(folder: Path) -> None:
    """Take away what processes left that died while they built; put back what one took away and did not replace."""
    with locked(folder):
        old = _old(folder)
        if old.exists() and not folder.exists():
            old.rename(folder)
        for left in _new(folder):
            if time.time() - left.stat().st_mtime > FORGOTTEN:
                shutil.rmtree(left, ignore_errors=True)
