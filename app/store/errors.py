"""What can go wrong with what is kept, as typed errors. Knows nothing of databases or of the words shown."""

from dataclasses import dataclass
from typing import Literal

StoreFault = Literal[
    "full",
    "locked",
    "newer",
    "unopenable",
    "not-a-database",
    "damaged",
    "read-only",
    "no-driver",
    "not-owner",
    "audit-broken",
    "failed",
]
CopyFault = Literal["not-sqlite", "exists", "no-file", "same-file", "broken-file", "newer-file", "in-use"]


@dataclass
class StoreError(Exception):
    """The database cannot do what was asked; nothing of the change was kept.

    ``place`` is the database without its password, ``detail`` what the database said. Faults: the disk is ``full``;
    others kept it ``locked`` too long; it was written by a ``newer`` version; it is ``unopenable`` (folder, server);
    the file is ``not-a-database`` or ``damaged``; it is ``read-only``; the driver is not installed; a conversation is
    somebody else's; old audit entries cannot be taken away because the log is broken; anything else ``failed``.
    """

    fault: StoreFault
    place: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.fault}: {self.place}{f': {self.detail}' if self.detail else ''}"


@dataclass
class CopyError(Exception):
    """A backup that cannot be made or restored; the present database is as it was. ``place`` is the file meant."""

    fault: CopyFault
    place: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.fault}: {self.place}{f': {self.detail}' if self.detail else ''}"
