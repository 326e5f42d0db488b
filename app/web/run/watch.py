"""Notices that the index on disk has changed and has it opened anew. Knows files and threads, nothing of indexes."""

import logging
import threading
from collections.abc import Callable
from pathlib import Path

from app.shelf.models import ShelfError
from corpus.errors import ReportError
from index.errors import IndexFault

log = logging.getLogger("hoidap.reload")

EVERY = 2.0
"""Seconds between two looks; a look is a handful of file dates."""

Signature = tuple[tuple[str, int, int, int], ...]


def signature(folder: Path) -> Signature:
    """Return what tells one state of a folder from another; () for one that is not there."""
    try:
        files = [(path.name, path.stat()) for path in sorted(folder.iterdir())]
    except OSError:
        return ()
    return tuple((name, stat.st_ino, stat.st_mtime_ns, stat.st_size) for name, stat in files)


class IndexWatch:
    """A thread that calls ``reopen`` when the folder is not what it was when it was last opened.

    ``reopen`` raises one of the index or report errors where the folder cannot be used; what served before serves on,
    and it is tried again when the folder changes again. ``always`` is called at each look.
    """

    def __init__(
        self, folder: Path, reopen: Callable[[], None], opened: Signature, *,
        told: Callable[[bool], None], always: Callable[[], None] = lambda: None, every: float = EVERY,
    ) -> None:  # fmt: skip
        self._folder = folder
        self._reopen = reopen
        self._seen = opened
        self._told = told
        self._always = always
        self._every = every
        self._wake = threading.Event()
        self._forced = False
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="index-watch", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def look_now(self) -> None:
        """Open the index anew, changed or not; returns at once. May be called by a signal handler."""
        self._forced = True
        self._wake.set()

    def stop(self) -> None:
        """Look no more; returns when a look under way has ended."""
        self._stopped = True
        self._wake.set()
        self._thread.join()

    def look(self) -> None:
        """Look once."""
        found = signature(self._folder)
        if not self._forced and (found == self._seen or not found):
            return
        self._forced, self._seen = False, found
        try:
            self._reopen()
        except (IndexFault, ReportError, ShelfError, OSError) as error:
            log.warning("the index cannot be opened, what served before serves on: %s %s", type(error).__name__, error)
            self._told(False)
        else:
            log.info("index opened anew")
            self._told(True)

    def _run(self) -> None:
        while not self._stopped:
            self._always()
            self.look()
            self._wake.wait(self._every)
            self._wake.clear()
