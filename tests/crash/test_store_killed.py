"""A process that writes is killed fifty times: every row that was accepted is there, and the audit log is whole."""

import random
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

import pytest

from app.store.backup import back_up, restore
from app.store.store import open_store
from tests.crash.writer import ANSWER

pytestmark = pytest.mark.crash

ROOT = Path(__file__).parents[2]
KILLS = 50
LONGEST_SECONDS = 0.3
WRITERS = 2
"""Processes that write at the same time, killed together."""


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The URL of an SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path}/store/hoidap.sqlite3"


def killed(url: str, prefix: str, seconds: float, folder: Path) -> list[str]:
    """Let processes write for some time after the first row was accepted, kill them; return all that was accepted."""
    said = [folder / f"{prefix}-{number}.txt" for number in range(WRITERS)]
    running = []
    for path in said:
        command = [sys.executable, "-m", "tests.crash.writer", url, path.stem]
        with path.open("wb") as out:
            running.append(subprocess.Popen(command, cwd=ROOT, stdout=out))
    while not all(path.stat().st_size for path in said):
        assert all(process.poll() is None for process in running)
        time.sleep(0.01)
    time.sleep(seconds)
    for process in running:
        process.kill()
    for process in running:
        process.wait()
    # Each line is one write, so that none is cut in two.
    return [line for path in said for line in path.read_text(encoding="utf-8").splitlines()]


def test_nothing_that_was_accepted_is_lost_when_the_process_is_killed(url: str, tmp_path: Path) -> None:
    chance = random.Random(6)
    accepted: dict[str, set[str]] = defaultdict(set)
    for kill in range(KILLS):
        for line in killed(url, f"k{kill}", chance.uniform(0, LONGEST_SECONDS), tmp_path):
            kind, _, name = line.partition(" ")
            accepted[kind].add(name)
        store = open_store(url)
        assert accepted["feedback"] <= {said.id for said in store.feedback.all()}
        assert accepted["audit"] <= {entry.asker for entry in store.audit.all()}
        assert store.audit.verify() == []
        store.close()
    store = open_store(url)
    for name in accepted["conversation"]:
        identity, _, count = name.partition("/")
        found = store.conversations.find(identity, "lan")
        assert found is not None
        assert len(found.exchanges) >= int(count)
    store.close()
    sys.stdout.write(f"{KILLS} kills: { ({kind: len(names) for kind, names in accepted.items()}) }\n")
    assert all(len(accepted[kind]) >= KILLS for kind in ("feedback", "conversation", "audit"))


def test_a_restore_that_is_killed_leaves_the_old_or_the_new(url: str, tmp_path: Path) -> None:
    chance = random.Random(7)
    killed(url, "old", LONGEST_SECONDS, tmp_path)
    copy = tmp_path / "copy.db"
    back_up(url, copy)
    store = open_store(url)
    in_copy = store.audit.head().number
    store.close()
    killed(url, "new", LONGEST_SECONDS, tmp_path)
    present = in_copy
    for _ in range(KILLS // 2):
        store = open_store(url)
        store.audit.record("", "Hoa?", ANSWER)
        present = store.audit.head().number
        store.close()
        command = [sys.executable, "-m", "hoidap", "restore", str(copy)]
        running = subprocess.Popen(command, cwd=ROOT, env={"HOIDAP_DATABASE": url, "PATH": ""})
        time.sleep(chance.uniform(0.2, 1.2))
        running.kill()
        running.wait()
        store = open_store(url)
        assert store.audit.head().number in (in_copy, present)
        assert store.audit.verify() == []
        store.close()
    for kept in (tmp_path / "store").glob("*.before-*"):
        if kept.suffix != ".part" and not kept.name.endswith(("-wal", "-shm", "-journal")):
            restored = open_store(f"sqlite:///{kept}")
            assert restored.audit.verify() == []
            restored.close()
    assert restore(url, copy) is not None
