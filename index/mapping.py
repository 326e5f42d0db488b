"""Which files of an index are mapped from disk instead of read. Knows sizes, nothing of what the files hold.

A mapped file that somebody cuts off in place takes the process with it (SIGBUS), so that what is small is read: then
a broken index serves on until it is built anew. A build never writes into a file that is open, it replaces the folder.
"""

from pathlib import Path

MAPPED_FROM = 64 * 2**20
"""Bytes; below it, reading costs less than a tenth of a second and as much memory."""


def is_mapped(path: Path) -> bool:
    """Tell whether a file, or the files of a folder together, are so large that they are mapped."""
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file()) >= MAPPED_FROM
