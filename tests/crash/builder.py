"""Builds an index of the small reports without end, in a process that is meant to be killed."""

from pathlib import Path

from index.build import build_index
from tests.small_library import CloseEncoder, small_library


def forever(folder: Path) -> None:
    """Build again and again, each time in the place of the one before."""
    library = small_library()
    while True:
        build_index(library, CloseEncoder(), folder)
