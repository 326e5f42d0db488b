"""Keeps each outcome of a run as it comes, so that an interrupted run goes on. Knows nothing of asking or judging.

A journal is a file of JSON lines named after everything that decides the outcomes: the questions, the settings, the
reports, and the program itself. Another configuration has another name, so that nothing of it is ever mixed in.
"""

import json
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from corpus.library import Library
from corpus.models import Passage
from eval.models import GoldQuestion, Outcome
from eval.record import OutcomeRecord, outcome_of, passages_of, record_of

PROGRAM = Path(__file__).parent.parent
_FOLDERS = ("corpus", "index", "app", "eval")
_DECIDING = (".py", ".json")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a journal: an outcome with the passages that it found."""

    outcome: OutcomeRecord
    passages: tuple[Passage, ...]


def program_files(root: Path = PROGRAM) -> Iterator[Path]:
    """Yield the files of the program that may change what is answered or how it is judged, in a fixed order."""
    for folder in _FOLDERS:
        yield from sorted(path for path in (root / folder).rglob("*") if path.suffix in _DECIDING and path.is_file())


def fingerprint(questions: Sequence[GoldQuestion], library: Library, settings: Iterable[str]) -> str:
    """Return 16 hexadecimal digits that change with the questions, the reports, the settings, or the program."""
    digest = sha256()
    for part in (*map(repr, questions), *(report.text for report in library.reports), *settings):
        digest.update(part.encode() + b"\0")
    for path in program_files():
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


class Journal:
    """The outcomes of one configuration so far. Questions may be added from several threads."""

    def __init__(self, path: Path) -> None:
        """Open the journal at a path, new or already begun."""
        self.path = path
        self._lock = threading.Lock()
        self._known = {o.attempt.question.id: o for o in _outcomes(path) if not o.attempt.error}

    def known(self, question: GoldQuestion) -> Outcome | None:
        """Return what came of a question earlier, or None."""
        return self._known.get(question.id)

    @property
    def count(self) -> int:
        """How many questions were done when it was opened."""
        return len(self._known)

    def add(self, outcome: Outcome) -> None:
        """Append an outcome; one that raised will be asked again. Raises ``OSError`` where it cannot."""
        line = json.dumps(asdict(_Line(record_of(outcome), passages_of([outcome]))), ensure_ascii=False)
        with self._lock, self.path.open("a", encoding="utf-8") as file:
            # The line feed goes first: what a stopped run left half written never spoils the line after it.
            file.write("\n" + line)

    def discard(self) -> None:
        """Delete the journal: its run is complete, or is to begin anew."""
        self.path.unlink(missing_ok=True)
        self._known = {}


def _outcomes(path: Path) -> Iterator[Outcome]:
    """Yield the outcomes of a journal; a line cut off when the run was stopped is left out."""
    if not path.is_file():
        return
    lines = TypeAdapter(_Line)
    for text in path.read_bytes().split(b"\n"):
        try:
            line = lines.validate_json(text)
        except ValidationError:
            continue
        yield outcome_of(line.outcome, {passage.id: passage for passage in line.passages})


def open_journal(folder: Path, name: str, *, resume: bool) -> Journal:
    """Open the journal of a configuration in a folder, which is made; without ``resume`` it begins anew.

    Raises ``OSError`` where the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    journal = Journal(folder / f"{name}.jsonl")
    if not resume:
        journal.discard()
    journal.path.touch()
    return journal
