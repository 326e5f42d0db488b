"""The reports of a corpus folder as they are held: file, card, Markdown. Knows nothing of what is to change."""

from collections.abc import Iterable
from itertools import count
from pathlib import Path

from app.shelf.models import LONGEST_ID, Candidate, Held, Placed
from app.shelf.versions import is_version
from corpus.card import Card, read_card
from corpus.kept import NOTHING, Kept
from corpus.library import Library
from corpus.parse import carded


class Holdings:
    """All reports of a folder, by id. Changing them here changes nothing on the disk."""

    def __init__(self, held: Iterable[Held]) -> None:
        self._held = {one.report.id: one for one in held}

    def __len__(self) -> int:
        return len(self._held)

    def all(self) -> list[Held]:
        """Return the reports in the order of their files."""
        return sorted(self._held.values(), key=lambda held: held.path)

    def find(self, identity: str) -> Held | None:
        """Return the report of this id, if it is there."""
        return self._held.get(identity)

    def put(self, held: Held) -> None:
        """Take in a report, in the place of the one of its id."""
        self._held[held.report.id] = held

    def drop(self, identity: str) -> None:
        """Take out a report."""
        del self._held[identity]

    def library(self) -> Library:
        """Return the reports in the order of their files."""
        ordered = self.all()
        cards = {held.report.id: held.card for held in ordered if held.card}
        return Library(tuple(held.report for held in ordered), cards)

    def place(self, candidate: Candidate, *, replace: bool = False) -> Placed:
        """Return what a file is beside the reports; ``replace`` also takes the place of a report of its id."""
        markdown = candidate.markdown.strip()
        for held in self._held.values():
            if candidate.sha256 == held.card_or_own().sha256 or markdown == _text(held):
                return Placed("known", held.report.id, held.version)
        for held in self._held.values():
            if not replace and any(candidate.sha256 == one.sha256 for one in held.card_or_own().earlier):
                return Placed("older", held.report.id, held.version)
        twin = self.find(candidate.report.id)
        if twin and replace:
            return Placed("version", twin.report.id, twin.version + 1)
        for held in self._held.values():
            if is_version(candidate.report, held.report):
                return Placed("version", held.report.id, held.version + 1)
        if twin and candidate.sent.identity:
            return Placed("exists", twin.report.id, twin.version)
        return Placed("new")

    def free(self, identity: str) -> str:
        """Return an id that no report has: this one, or it with a number. Offices give many files the same name."""
        tried = (f"{identity[: LONGEST_ID - 6]}-{number}" for number in count(2))
        return identity if identity not in self._held else next(one for one in tried if one not in self._held)


def _text(held: Held) -> str:
    return held.data.decode("utf-8-sig", errors="replace").strip()


def read_holdings(folder: Path, kept: Kept = NOTHING) -> Holdings:
    """Read the reports of a folder; what is ``kept`` of files that are as they were is not parsed again.

    Raises ``ReportError`` for the first that cannot be read, ``OSError``.
    """
    return Holdings(held_of(path, path.read_bytes(), read_card(path), kept) for path in sorted(folder.glob("*.md")))


def held_of(path: Path, data: bytes, card: Card | None, kept: Kept = NOTHING) -> Held:
    """Return a report as it stands in these bytes with this card. Raises ``ReportError``."""
    return Held(path, data, card, carded(data, path, card, kept))
