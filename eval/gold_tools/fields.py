"""Reads the fields of JSON objects that stand one a line, strictly. Knows nothing of what the fields mean."""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

GoldFault = Literal[
    "unreadable",
    "empty",
    "encoding",
    "bad-json",
    "missing-field",
    "unknown-field",
    "wrong-type",
    "bad-value",
    "not-nfc",
    "duplicate-id",
]


@dataclass
class GoldError(Exception):
    """A file of questions or of feedback that cannot be used. ``line`` counts from 1, 0 for the file as a whole;
    ``field`` may be a path such as ``evidence[0].quote``; ``detail`` is what was found or expected.
    """

    fault: GoldFault
    path: Path
    line: int = 0
    field: str = ""
    detail: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else str(self.path)
        return (
            f"{self.fault}: {place}{f' {self.field}' if self.field else ''}{f': {self.detail}' if self.detail else ''}"
        )


@dataclass(frozen=True, slots=True)
class Record:
    """One JSON object of a file, and where it stands, so that each error can say so.

    Every reading method raises ``GoldError`` naming the field where the value is not what it must be.
    """

    path: Path
    line: int
    prefix: str  # "" or "evidence[0]."
    values: Mapping[str, object]

    def fault(self, fault: GoldFault, field: str, detail: str = "") -> GoldError:
        """Return the error that names a field of this object."""
        return GoldError(fault, self.path, self.line, self.prefix + field, detail)

    def require(self, fields: tuple[str, ...]) -> None:
        """Refuse an object that lacks one of the fields or has another."""
        for field in fields:
            if field not in self.values:
                raise self.fault("missing-field", field)
        for field in self.values:
            if field not in fields:
                raise self.fault("unknown-field", field)

    def text(self, field: str) -> str:
        """Return a string in NFC."""
        return self._checked(field, self.values[field])

    def words(self, field: str) -> str:
        """Return a string in NFC that is not blank."""
        text = self.text(field)
        if not text.strip():
            raise self.fault("bad-value", field, "''")
        return text

    def optional(self, field: str) -> str | None:
        """Return a string in NFC, or None for null."""
        return None if self.values[field] is None else self.text(field)

    def texts(self, field: str) -> tuple[str, ...]:
        """Return a list of strings in NFC."""
        return tuple(self._checked(f"{field}[{i}]", value) for i, value in enumerate(self._list(field)))

    def choice(self, field: str, allowed: tuple[str, ...]) -> str:
        """Return one of the allowed strings."""
        value = self.text(field)
        if value not in allowed:
            raise self.fault("bad-value", field, f"{value!r} ({', '.join(allowed)})")
        return value

    def flag(self, field: str) -> bool:
        """Return true or false."""
        value = self.values[field]
        if not isinstance(value, bool):
            raise self.fault("wrong-type", field, f"{type(value).__name__} (bool)")
        return value

    def number(self, field: str) -> int:
        """Return a whole number."""
        value = self.values[field]
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.fault("wrong-type", field, f"{type(value).__name__} (int)")
        return value

    def record(self, field: str) -> "Record | None":
        """Return an object, or None for null."""
        value = self.values[field]
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self.fault("wrong-type", field, f"{type(value).__name__} (object)")
        return Record(self.path, self.line, f"{self.prefix}{field}.", value)

    def records(self, field: str) -> "list[Record]":
        """Return a list of objects."""
        found = []
        for index, value in enumerate(self._list(field)):
            if not isinstance(value, dict):
                raise self.fault("wrong-type", f"{field}[{index}]", f"{type(value).__name__} (object)")
            found.append(Record(self.path, self.line, f"{self.prefix}{field}[{index}].", value))
        return found

    def _list(self, field: str) -> list[object]:
        value = self.values[field]
        if not isinstance(value, list):
            raise self.fault("wrong-type", field, f"{type(value).__name__} (list)")
        return value

    def _checked(self, field: str, value: object) -> str:
        if not isinstance(value, str):
            raise self.fault("wrong-type", field, f"{type(value).__name__} (string)")
        if not unicodedata.is_normalized("NFC", value):
            raise self.fault("not-nfc", field)
        return value


def read_records(path: Path) -> Iterator[Record | GoldError]:
    """Yield every line of a file that is not blank as an object, or as the error that it is.

    Raises ``GoldError`` for a file that cannot be read or is not UTF-8.
    """
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except json.JSONDecodeError as error:
            yield GoldError("bad-json", path, number, detail=f"{error.msg}, {error.colno}")
            continue
        if isinstance(value, dict):
            yield Record(path, number, "", value)
        else:
            yield GoldError("wrong-type", path, number, detail=f"{type(value).__name__} (object)")


def _lines(path: Path) -> list[str]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GoldError("unreadable", path, detail=error.strerror or "") from error
    try:
        return data.decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise GoldError("encoding", path, data[: error.start].count(b"\n") + 1) from error
