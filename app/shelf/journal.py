"""Changes files of the corpus and the folder of its index as one. Knows renames and flushes, not what the files say.

The new files lie staged in a folder of the corpus while the index is built. Right before the index folders are swapped
a plan is written, then the files are renamed into place; after the swap the plan is deleted. Who finds a plan where
nobody is at work goes on from there: forwards where the index is the new one, backwards where it is the old one.
"""

import hashlib
import json
import logging
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from index.layout import Layout
from index.placing import bring_back, cut_off

log = logging.getLogger(__name__)

LOCK = ".hoidap.lock"
_FOLDER = ".hoidap-change"
_PLAN = "plan.json"
LONGEST_WAIT = 30.0
"""Seconds to wait for a change whose plan is written: renames and the opening of the changed folder."""

Content = bytes | Path
Changes = Mapping[str, Content | None]
"""Path inside the corpus, with "/", to what shall stand there; a path to a file is copied, None takes away."""


@dataclass(frozen=True, slots=True)
class _Move:
    path: str
    slot: str
    put: bool
    there: bool  # something stood there before


@dataclass(frozen=True, slots=True)
class Journal:
    """The change under way in one corpus. Everything but ``settle`` and ``alone`` needs the lock."""

    corpus: Path
    index: Path

    @contextmanager
    def alone(self, patience: float) -> Iterator[None]:
        """Keep all others from changing the corpus or building its index, in this process or another.

        What a process that died left half made is brought to an end first. Raises ``filelock.Timeout`` after
        ``patience`` seconds, ``OSError`` where the folder cannot be written.
        """
        with FileLock(self.corpus / LOCK, timeout=patience):
            self._mend()
            yield

    @property
    def _folder(self) -> Path:
        return self.corpus / _FOLDER

    @property
    def _plan(self) -> Path:
        return self._folder / _PLAN

    def stage(self, changes: Changes) -> None:
        """Write what shall stand in the corpus beside it, flushed to the disk. Raises ``OSError``."""
        self._new.mkdir(parents=True)
        self._old.mkdir()
        moves = []
        for number, (path, content) in enumerate(changes.items()):
            slot = str(number)
            if content is not None:
                _write(self._new / slot, content)
            moves.append(_Move(path, slot, content is not None, (self.corpus / path).exists()))
        lines = [{"path": m.path, "slot": m.slot, "put": m.put, "there": m.there} for m in moves]
        plan = {"index": self._index_hash(), "moves": lines}
        _write(self._folder / f"{_PLAN}.part", json.dumps(plan, ensure_ascii=False).encode())
        _flush(self._folder)

    @property
    def _new(self) -> Path:
        return self._folder / "new"

    @property
    def _old(self) -> Path:
        return self._folder / "old"

    def make(self) -> None:
        """Put everything staged into place. Raises ``OSError``; ``undo`` then brings back what was there."""
        (self._folder / f"{_PLAN}.part").replace(self._plan)
        _flush(self._folder)
        for move in self._moves():
            target = self.corpus / move.path
            if move.there:
                target.replace(self._old / move.slot)
            if move.put:
                target.parent.mkdir(parents=True, exist_ok=True)
                (self._new / move.slot).replace(target)
                _flush(target.parent)
        _flush(self.corpus)

    def undo(self) -> None:
        """Bring back what was there before. Raises ``OSError``."""
        if self._plan.exists():
            for move in self._moves():
                target, aside = self.corpus / move.path, self._old / move.slot
                if aside.exists():
                    _remove(target)
                    aside.replace(target)
                elif not move.there:
                    _remove(target)
        self.finish()

    def finish(self) -> None:
        """Let the change stand: from now on nothing leads back."""
        self._plan.unlink(missing_ok=True)
        shutil.rmtree(self._folder, ignore_errors=True)

    def settle(self) -> None:
        """Bring a change to its end that a process which died has left half made; wait for one that is being made.

        Takes a look at two names where there is none. Raises ``filelock.Timeout`` where it does not come to its end,
        ``OSError``.
        """
        if self._plan.exists() or cut_off(self.index):
            with self.alone(LONGEST_WAIT):
                pass

    def _mend(self) -> None:
        bring_back(self.index)
        if not self._plan.exists():
            shutil.rmtree(self._folder, ignore_errors=True)  # of a process that died before its plan, or after it
            return
        old = self._index_hash() == json.loads(self._plan.read_bytes())["index"]
        log.warning("a change of the reports was cut off and is %s", "taken back" if old else "brought to its end")
        if old:
            self.undo()
        else:
            self.finish()

    def _index_hash(self) -> str:
        """Return what tells one state of the index from another; "" where there is none."""
        try:
            return hashlib.sha256(Layout(self.index).manifest.read_bytes()).hexdigest()
        except OSError:
            return ""

    def _moves(self) -> list[_Move]:
        return [_Move(**fields) for fields in json.loads(self._plan.read_bytes())["moves"]]


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _write(path: Path, content: Content) -> None:
    """Write a file so that it is whole on the disk when this returns."""
    with path.open("wb") as file:
        if isinstance(content, Path):
            with content.open("rb") as source:
                shutil.copyfileobj(source, file)
        else:
            file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows keeps them by itself."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
