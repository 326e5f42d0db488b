"""A process that dies at any step of a change: who opens next finds all of it or nothing."""

import contextlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.shelf.journal import Journal
from app.shelf.shelf import Shelf
from corpus.reading.read import read_document
from tests.app.shelf.place import Place, health, made_in, sent
from tests.fakes import SyllableEncoder
from tests.small_library import COOPERATION, COOPERATION_ID, HEALTH_ID

NEWER = COOPERATION.replace("11 đơn vị", "12 đơn vị")
FAR = 10_000
"""More steps than any change takes."""


class Died(BaseException):
    """Stands for the end of the process: nothing catches it."""


class Steps:
    """Counts what changes names on the disk, and dies before the step with a number."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, last: int) -> None:
        self.taken = 0
        self.last = last
        for owner, name in ((Path, "replace"), (Path, "rename"), (Path, "unlink"), (shutil, "rmtree"), (os, "fsync")):
            monkeypatch.setattr(owner, name, self._counted(getattr(owner, name)))

    def _counted(self, step: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **options: Any) -> Any:
            # Dead is dead: what stands in "finally" does not run in a process that was killed.
            if self.taken >= self.last:
                raise Died
            self.taken += 1
            return step(*arguments, **options)

        return counted


def change(shelf: Shelf) -> None:
    """Replace one report and take in another."""
    shelf.take_in([sent("moi", NEWER), health()])


def died_at(step: int, folder: Path) -> tuple[Place, int]:
    """Return a place whose change died before a step, and how many steps it took."""
    place = made_in(folder)
    with pytest.MonkeyPatch.context() as patched:
        steps = Steps(patched, step)
        with contextlib.suppress(Died):
            change(Shelf(place.corpus, place.index, SyllableEncoder))
    return place, steps.taken


@pytest.fixture(autouse=True)
def in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read without a process for each file, of which there are hundreds."""
    monkeypatch.setattr("app.shelf.reading.read_apart", lambda data, name, _limits: read_document(data, name))


def test_a_death_before_any_step_leaves_all_or_nothing(tmp_path: Path) -> None:
    (tmp_path / "whole").mkdir()
    whole, last = died_at(FAR, tmp_path / "whole")
    after, before = whole.reports(), {f"{COOPERATION_ID}.md": COOPERATION}
    assert last > 30
    seen = []
    for step in range(last):
        folder = tmp_path / str(step)
        folder.mkdir()
        place, _ = died_at(step, folder)
        opened = place.open()
        assert place.reports() in (before, after), step
        seen.append(place.reports() == after)
        assert {passage.report_id for passage in opened.passages} == (
            {COOPERATION_ID, HEALTH_ID} if seen[-1] else {COOPERATION_ID}
        )
        change(place.shelf())
        assert place.kept() == whole.kept(), step
    assert seen == sorted(seen)  # nothing at first, all from one step on
    assert {True, False} == set(seen)


def test_a_death_while_taking_back_is_taken_back_by_the_next(tmp_path: Path) -> None:
    place = made_in(tmp_path)
    journal = Journal(place.corpus, place.index)
    for step in range(FAR):
        with journal.alone(0):
            pass
        journal.stage({f"{COOPERATION_ID}.md": b"anderes", "neu.md": b"neu", "originals/neu/1/neu.md": b"neu"})
        journal.make()
        with pytest.MonkeyPatch.context() as patched:
            steps = Steps(patched, step)
            with contextlib.suppress(Died):
                journal.settle()
        place.open()
        assert place.reports() == {f"{COOPERATION_ID}.md": COOPERATION}, step
        if steps.taken < step:
            break
    assert step > 3


def test_nothing_is_locked_where_nothing_was_cut_off(tmp_path: Path) -> None:
    place = made_in(tmp_path)
    place.open()
    assert place.kept() == [f"{COOPERATION_ID}.md"]
    assert not (place.corpus / ".hoidap.lock").exists()
