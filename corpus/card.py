"""The card beside a report: where it came from, what reading it found, corrections, earlier versions. Knows no search.

``<name>.json`` beside ``<name>.md``. A Markdown file without one is a report all the same.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from corpus.errors import ReportError
from corpus.models import Metadata, Report
from corpus.reading.models import Findings
from corpus.reading.written import findings_from_json, findings_to_json

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a person set in place of what was recognised: None leaves a field as recognised, "" leaves it blank.

    ``issued_on`` is an ISO 8601 date, reduced to year and month or to the year where no more is known.
    """

    title: str | None = None  # never ""
    number: str | None = None
    sign: str | None = None
    issuer: str | None = None
    issued_on: str | None = None
    period: str | None = None
    signatory: str | None = None

    def over(self, earlier: "Corrections", forget: Collection[str] = ()) -> "Corrections":
        """Return these corrections, and where there is none the earlier one, but none of the fields to ``forget``."""
        kept = {name: value for name, value in earlier.given().items() if name not in forget}
        return Corrections(**{**kept, **self.given()})

    def given(self) -> dict[str, str]:
        """Return the corrected fields by name."""
        pairs = ((one.name, getattr(self, one.name)) for one in fields(self))
        return {name: value for name, value in pairs if value is not None}


@dataclass(frozen=True, slots=True)
class Earlier:
    """A version that another one took the place of."""

    version: int
    file: str
    sha256: str
    added_on: str


@dataclass(frozen=True, slots=True)
class Card:
    """Where a report came from, and what became of it."""

    file: str  # the name of the file as it was sent
    sha256: str  # of its bytes, in hexadecimal digits
    added_on: str  # ISO 8601 moment, UTC; "" where it was never noted
    findings: Findings
    size: int = 0  # bytes of the file
    corrections: Corrections = field(default_factory=Corrections)
    version: int = 1
    replaces: str | None = None  # the id of the report whose place it took
    earlier: tuple[Earlier, ...] = ()  # the oldest first


def card_path(report: Path) -> Path:
    """Return where the card of a report file stands."""
    return report.with_suffix(".json")


def read_card(report: Path) -> Card | None:
    """Return the card of a report file, None where it has none. Raises ``ReportError`` for one that cannot be read."""
    path = card_path(report)
    try:
        return card_from_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ReportError("unreadable", path, error.strerror or "") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReportError("card", path) from error


def card_to_json(card: Card) -> bytes:
    """Return a card as the bytes of its file."""
    written = {**asdict(card), "findings": findings_to_json(card.findings), "format": _FORMAT}
    written["corrections"] = card.corrections.given()
    return (json.dumps(written, ensure_ascii=False, indent=1) + "\n").encode()


def card_from_json(data: bytes) -> Card:
    """Return the card that was written. Raises ``ValueError``, ``KeyError``, ``TypeError`` or ``AttributeError``."""
    written: Mapping[str, Any] = json.loads(data)
    if written["format"] != _FORMAT:
        raise ValueError(written["format"])
    replaces = written.get("replaces")
    return Card(
        file=str(written["file"]),
        sha256=str(written["sha256"]),
        added_on=str(written["added_on"]),
        findings=findings_from_json(written["findings"]),
        size=int(written.get("size", 0)),
        corrections=Corrections(**{name: str(value) for name, value in written.get("corrections", {}).items()}),
        version=int(written.get("version", 1)),
        replaces=None if replaces is None else str(replaces),
        earlier=tuple(
            Earlier(int(one["version"]), str(one["file"]), str(one["sha256"]), str(one["added_on"]))
            for one in written.get("earlier", ())
        ),
    )


def corrected(report: Report, corrections: Corrections) -> Report:
    """Return a report whose metadata are as a person set them; its text stays as it is."""
    given: dict[str, Any] = {name: value or None for name, value in corrections.given().items()}
    if not given.get("title", "title"):
        del given["title"]
    metadata: Metadata = replace(report.metadata, **given)
    return replace(report, metadata=metadata) if given else report
