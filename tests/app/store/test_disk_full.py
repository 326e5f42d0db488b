"""A disk that is full is an error; what was accepted before is there, and writing goes on once there is room."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.models import Citation
from app.store.backup import back_up
from app.store.errors import StoreError
from app.store.store import Store, open_store
from tests.app.store.made import feedback
from tests.fakes import answered

CITED = Citation(1, "bc", "Báo cáo", "I.3", "Nông nghiệp", None, "bc#I.3.p1.s1", 10, 17, "32,8 ha", "Mục I.3")
ROOT = Path(__file__).parents[3]
LIMITED = """
import resource, sys
from app.store.errors import StoreError
from app.store.store import open_store
from tests.app.store.made import feedback

store = open_store(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
for number in range(1000):
    try:
        store.feedback.add(feedback(f"f{number}", comment="x" * 10_000))
    except StoreError as error:
        print(error.fault, number)
        sys.exit(0)
"""


def filled(store: Store) -> list[str]:
    """Add feedback and audit entries until the disk is full; return the ids of the feedback that was accepted."""
    accepted: list[str] = []
    for number in range(10_000):
        try:
            store.feedback.add(feedback(f"f{number:04}", comment="x" * 5_000))
            accepted.append(f"f{number:04}")
            store.audit.record("", "Hoa?", answered("x" * 5_000, CITED))
        except StoreError as error:
            if error.fault != "full":
                raise
            return accepted
    raise AssertionError("the disk was never full")


def test_a_file_that_may_grow_no_further_is_a_full_disk(sqlite_url: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, sqlite_url], cwd=ROOT, capture_output=True, text=True, check=True
    )
    fault, accepted = done.stdout.split()
    assert fault == "full"
    store = open_store(sqlite_url)
    assert len(list(store.feedback.all())) == int(accepted) > 5
    store.feedback.add(feedback("after"))
    store.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of two megabytes; skipped for who may not mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mounted, capture_output=True, check=False).returncode != 0:
        pytest.skip("only root may mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_on_a_full_disk_nothing_that_was_accepted_is_lost_and_room_heals_it(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"\0" * 500_000)
    url = f"sqlite:///{small_disk}/hoidap.sqlite3"
    store = open_store(url)
    accepted = filled(store)
    assert len(accepted) > 10
    assert [said.id for said in store.feedback.all()] == accepted
    with pytest.raises((StoreError, OSError)):
        back_up(url, small_disk / "copy.db")
    assert sorted(path.name for path in small_disk.glob("copy*")) == []
    ballast.unlink()
    store.audit.record("", "Sau?", answered("32,8 ha [1].", CITED))
    store.close()
    opened = open_store(url)
    assert [said.id for said in opened.feedback.all()] == accepted
    assert opened.audit.verify() == []
    opened.close()
