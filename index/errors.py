"""Why an index cannot be opened or written. Each carries both values, so that the message can say what to do."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


class IndexFault(Exception):
    """Anything wrong with a built index; ``folder`` is where it stands."""

    folder: Path


@dataclass
class IndexMissing(IndexFault):
    """There is no built index in the folder."""

    folder: Path


@dataclass
class IndexBroken(IndexFault):
    """The folder was cut off while being written, or a file of it was changed since. ``detail`` names the file."""

    folder: Path
    detail: str


@dataclass
class IndexMismatch(IndexFault):
    """The index was built from something else than it is opened with."""

    folder: Path
    what: Literal["encoder", "corpus", "format", "dim", "store"]
    built_with: str
    opened_with: str


@dataclass
class IndexWriteError(IndexFault):
    """The folder cannot be written. ``detail`` is the reason the system gives."""

    folder: Path
    detail: str


@dataclass
class IndexFolderTaken(IndexFault):
    """The folder holds files that are no index, which a build would replace. ``found`` names one of them."""

    folder: Path
    found: str


@dataclass
class EncoderError(Exception):
    """The embedding model cannot be loaded. ``detail`` is the reason the library gives."""

    name: str
    detail: str
