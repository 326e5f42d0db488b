"""Opens the archives that Office files are, within limits. Knows nothing of what the entries mean."""

import io
import zipfile
import zlib
from pathlib import Path

from corpus.errors import ReportError

LARGEST_ENTRY = 100 * 2**20
"""Bytes that one entry may have unpacked: the XML of a document of a thousand pages has some 20 MB."""
LARGEST_ARCHIVE = 500 * 2**20
"""Bytes that all entries may have together, pictures included."""
MOST_ENTRIES = 10_000
STEEPEST = 200
"""How many times smaller an entry beyond a megabyte may be packed; the XML of real documents stays below 60."""

_BEYOND_DOUBT = 2**20
_PIECE = 2**20
_HEAD = 4096


def open_archive(data: bytes, name: str) -> zipfile.ZipFile:
    """Open an archive after looking at what its entries claim to be.

    ``zipfile`` unpacks no more than an entry claims, so that the claims bound time and memory. Raises ``ReportError``:
    "broken", "encrypted", "bomb".
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ReportError("broken", Path(name)) from error
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise ReportError("encrypted", Path(name))
    steep = any(e.file_size > max(_BEYOND_DOUBT, STEEPEST * e.compress_size) for e in entries)
    large = any(entry.file_size > LARGEST_ENTRY for entry in entries)
    if steep or large or len(entries) > MOST_ENTRIES or sum(e.file_size for e in entries) > LARGEST_ARCHIVE:
        raise ReportError("bomb", Path(name))
    return archive


def read_entry(archive: zipfile.ZipFile, entry: str, name: str) -> bytes | None:
    """Return the bytes of an entry, or None where there is none; raises ``ReportError`` "broken"."""
    try:
        with archive.open(entry) as stream:
            # In pieces: read whole, an entry that lies about its size would be unpacked before it is cut.
            return b"".join(iter(lambda: stream.read(_PIECE), b""))
    except KeyError:
        return None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise ReportError("broken", Path(name), entry) from error


def check_entries(archive: zipfile.ZipFile, name: str) -> None:
    """Unpack every XML entry once, before a library does: raises ``ReportError`` "broken" for damage, lies about sizes
    and document types, whose entities could grow without end.
    """
    for entry in archive.namelist():
        if not entry.lower().endswith((".xml", ".rels", ".vml")):
            continue
        data = read_entry(archive, entry, name) or b""
        if b"<!DOCTYPE" in data[:_HEAD].replace(b"\0", b"").upper():
            raise ReportError("broken", Path(name), entry)
