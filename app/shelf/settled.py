"""Reads the reports after a change that was cut off has come to its end. Knows nothing of the index but its folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import Timeout

from app.shelf.journal import LOCK, LONGEST_WAIT, Journal
from app.shelf.models import ShelfError
from corpus.kept import kept_beside
from corpus.library import Library, open_library


def settled_library(corpus: Path, index: Path) -> Library:
    """Read the reports. Raises ``ReportError``; ``ShelfError`` where a change does not come to its end."""
    try:
        Journal(corpus, index).settle()
    except Timeout as error:
        raise ShelfError("busy") from error
    return open_library(corpus, kept_beside(index))


@contextmanager
def held_still(corpus: Path, index: Path) -> Iterator[Library]:
    """Give the reports while nobody changes them. Raises as ``settled_library`` does."""
    if not (corpus / LOCK).exists():  # nobody has ever changed them, and perhaps the folder cannot be written
        yield settled_library(corpus, index)
        return
    try:
        with Journal(corpus, index).alone(LONGEST_WAIT):
            yield open_library(corpus, kept_beside(index))
    except Timeout as error:
        raise ShelfError("busy") from error
