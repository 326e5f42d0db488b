"""Takes reports in and out, several at once, while the service runs or from the command line. Knows nothing of HTTP.

The index of the new state is built beside the old one; only when it is whole do the files and the index change places
with what was there. Whatever fails before leaves everything as it was.
"""

import contextlib
import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import Timeout

from app.shelf.changes import Change, original_of
from app.shelf.holdings import Holdings, read_holdings
from app.shelf.journal import Journal
from app.shelf.models import Held, Outcome, Sent, ShelfError
from app.shelf.reading import read_sent
from corpus.card import Corrections
from corpus.errors import ReportError
from corpus.kept import kept_beside
from corpus.reading.apart import STANDARD, Limits
from index.build import build_index
from index.encoder import Encoder
from index.errors import IndexFault
from index.milvus import Milvus

log = logging.getLogger(__name__)


def _nobody(_sent: Sent) -> None:
    """Is told that a file is about to be read."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Changes one corpus folder and its index. ``reopen`` lets what is on the disk serve from now on."""

    corpus: Path
    index: Path
    encoder: Callable[[], Encoder]  # called where something is to be embedded
    reopen: Callable[[], None] = lambda: None
    limits: Limits = STANDARD
    patience: float = 0.0  # seconds to wait for another change
    milvus: Milvus | None = None

    def look_at(
        self, files: Iterable[Sent], *, replace: bool = False, told: Callable[[Sent], None] = _nobody
    ) -> list[Outcome]:
        """Return what would become of each file, changing nothing. Raises ``ShelfError``."""
        read = [self._read(sent, told) for sent in files]
        change = Change(self.corpus, self._settled())
        return [_admitted(outcome, change, replace=replace) for outcome in read]

    def take_in(
        self, files: Iterable[Sent], *, replace: bool = False, told: Callable[[Sent], None] = _nobody
    ) -> list[Outcome]:
        """Take files in together and return what became of each; what is wrong with one does not stop the others.

        A new version takes the place of the old one, which is kept; with ``replace`` any report takes that of the one
        with its id. Raises ``ShelfError`` where nothing could be changed.
        """
        read = [self._read(sent, told) for sent in files]
        if all(outcome.fault for outcome in read):
            return read
        with self._changing() as change:
            outcomes = [_admitted(outcome, change, replace=replace) for outcome in read]
            self._make(change)
        return outcomes

    def withdraw(self, identities: Sequence[str]) -> None:
        """Take reports out with all that is kept of them: all of these, or none. Raises ``ShelfError``."""
        with self._changing() as change:
            for identity in dict.fromkeys(identities):
                change.take_out(_found(change.holdings, identity))
            if not len(change.holdings):
                raise ShelfError("last", identities[-1])
            self._make(change)

    def correct(self, identity: str, corrections: Corrections, forget: Collection[str] = ()) -> Held:
        """Let corrections hold beside the earlier ones of other fields; return the report. Raises ``ShelfError``.

        The fields to ``forget`` are as recognised again.
        """
        with self._changing() as change:
            change.correct(_found(change.holdings, identity), corrections, forget)
            self._make(change)
        return _found(change.holdings, identity)

    def all(self) -> list[Held]:
        """Return the reports in the order of their files. Raises ``ShelfError``."""
        return self._settled().all()

    def original(self, identity: str) -> Path:
        """Return where the file stands that a report came from. Raises ``ShelfError``."""
        return original_of(_found(self._settled(), identity))

    def _settled(self) -> Holdings:
        """Read what is held, a change that was cut off ended first. Raises ``ShelfError``."""
        try:
            Journal(self.corpus, self.index).settle()
            return read_holdings(self.corpus, kept_beside(self.index))
        except Timeout as error:
            raise ShelfError("busy") from error
        except (OSError, ReportError) as error:
            raise ShelfError("failed") from error

    def _read(self, sent: Sent, told: Callable[[Sent], None]) -> Outcome:
        told(sent)
        try:
            candidate = read_sent(sent, self.limits)
        except ReportError as error:
            return Outcome(sent.name, error)
        return Outcome(sent.name, None, candidate)

    @contextlib.contextmanager
    def _changing(self) -> Iterator[Change]:
        """Give the reports as they are on the disk while nobody else changes them, in this process or another."""
        try:
            self.corpus.mkdir(parents=True, exist_ok=True)
            with Journal(self.corpus, self.index).alone(self.patience):
                change = Change(self.corpus, read_holdings(self.corpus, kept_beside(self.index)))
                yield change
        except Timeout as error:
            raise ShelfError("busy") from error
        except (OSError, IndexFault, ReportError) as error:
            raise ShelfError("failed") from error
        if change.files:
            self._reopen()  # without the lock, for which opening may have to wait

    def _make(self, change: Change) -> None:
        """Build the index of the reports as they will be, and let files and index change places."""
        if not change.files:
            return
        journal = Journal(self.corpus, self.index)
        library, encoder = change.holdings.library(), self.encoder()
        journal.stage(change.files)
        try:
            build_index(library, encoder, self.index, reuse=True, when_whole=journal.make, milvus=self.milvus)
        except (OSError, IndexFault):
            journal.undo()
            raise
        journal.finish()
        kept_beside(self.index).forget()

    def _reopen(self) -> None:
        try:
            self.reopen()
        except (OSError, IndexFault, ReportError, ShelfError):
            log.exception("what was published cannot be opened; what served before serves on")


def _found(holdings: Holdings, identity: str) -> Held:
    held = holdings.find(identity)
    if held is None:
        raise ShelfError("unknown", identity)
    return held


def _admitted(outcome: Outcome, change: Change, *, replace: bool) -> Outcome:
    """Put a file that was read into the change where it may be, and return what became of it."""
    candidate = outcome.candidate
    if candidate is None:
        return outcome
    placed = change.holdings.place(candidate, replace=replace)
    match placed.standing:
        case "known":
            return Outcome(outcome.name, None, candidate, placed, change.holdings.find(placed.beside))
        case "older" | "exists":
            return Outcome(outcome.name, ShelfError(placed.standing, placed.beside), candidate, placed)
    before = change.holdings.find(placed.beside)
    held = change.take_in(candidate, placed, datetime.now(UTC).isoformat(timespec="seconds"))
    return Outcome(outcome.name, None, candidate, placed, held, before)
