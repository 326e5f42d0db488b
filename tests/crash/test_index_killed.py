"""A process that builds the index is killed fifty times: what was built before opens, or the next build heals it."""

import multiprocessing
import random
import time
from pathlib import Path

import pytest

from index.build import build_index
from index.store import open_index
from tests.crash.builder import forever
from tests.small_library import CloseEncoder, small_library

pytestmark = pytest.mark.crash

KILLS = 50
LONGEST_SECONDS = 0.5


def test_the_index_opens_after_every_kill(tmp_path: Path) -> None:
    folder, library, chance = tmp_path / "index", small_library(), random.Random(8)
    build_index(library, CloseEncoder(), folder)
    # A server that has imported everything forks quickly, and what it forks shares no threads with this process.
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.crash.builder"])
    for _ in range(KILLS):
        before = folder.stat().st_ino
        building = processes.Process(target=forever, args=(folder,))
        building.start()
        until = time.monotonic() + 60
        while folder.exists() and folder.stat().st_ino == before and time.monotonic() < until:
            time.sleep(0.001)
        time.sleep(chance.uniform(0, LONGEST_SECONDS))
        building.kill()
        building.join()
        open_index(folder, library, CloseEncoder())
    build_index(library, CloseEncoder(), folder)
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith(".index-new-")) == [
        ".index.lock",
        "index",
    ]
