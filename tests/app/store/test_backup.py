"""A backup is made while the database is used, and restoring it brings everything back without losing anything."""

import shutil
import sqlite3
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.models import Citation
from app.store.backup import back_up, restore
from app.store.errors import CopyError, CopyFault, StoreError
from app.store.store import Store, open_store
from tests.app.store.made import change, conversation, feedback
from tests.fakes import answered

NOW = datetime(2023, 2, 5, 12, 0, tzinfo=UTC)
CITED = Citation(1, "bc", "Báo cáo", "I.3", "Nông nghiệp", None, "bc#I.3.p1.s1", 10, 17, "32,8 ha", "Mục I.3")


@pytest.fixture
def copy(sqlite_url: str, tmp_path: Path) -> Path:
    """A backup of a store with one of each, whose original goes on without it."""
    store = open_store(sqlite_url)
    store.feedback.add(feedback())
    store.conversations.save(conversation("Hoa hồng?"))
    store.audit.record("", "Hoa?", answered("32,8 ha [1].", CITED))
    store.keys.create("Cổng tỉnh", ["ask"])
    back_up(sqlite_url, tmp_path / "copy.db")
    store.feedback.add(feedback("later"))
    store.close()
    return tmp_path / "copy.db"


def refused(url: str, file: Path) -> CopyFault:
    """Return why a file cannot be restored."""
    with pytest.raises(CopyError) as caught:
        restore(url, file, NOW)
    return caught.value.fault


def identities(url: str) -> list[str]:
    """Return the ids of all feedback of a database."""
    store = open_store(url)
    found = [said.id for said in store.feedback.all()]
    store.close()
    return found


def test_restoring_brings_back_all_there_was_and_keeps_what_was_there_instead(
    copy: Path, sqlite_url: str, tmp_path: Path
) -> None:
    kept = restore(sqlite_url, copy, NOW)
    assert kept == tmp_path / "store" / "hoidap.sqlite3.before-20230205T120000Z"
    store = open_store(sqlite_url)
    assert list(store.feedback.all()) == [feedback()]
    assert store.conversations.find("c1", "lan") == conversation("Hoa hồng?")
    assert [entry.question for entry in store.audit.all()] == ["Hoa?"]
    assert store.audit.verify() == []
    assert [key.name for key in store.keys.list()] == ["Cổng tỉnh"]
    store.close()
    assert identities(f"sqlite:///{kept}") == ["f1", "later"]


def test_a_backup_is_restored_where_there_was_nothing(copy: Path, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/elsewhere/new.sqlite3"
    assert restore(url, copy, NOW) is None
    assert identities(url) == ["f1"]
    assert sorted(path.name for path in (tmp_path / "elsewhere").iterdir()) == ["new.sqlite3"]


def test_a_backup_made_while_others_write_is_the_state_of_one_moment(sqlite_url: str, tmp_path: Path) -> None:
    store = open_store(sqlite_url)
    stop = threading.Event()

    def record() -> None:
        while not stop.is_set():
            store.audit.record("", "Hoa?", answered("32,8 ha [1].", CITED))

    writer = threading.Thread(target=record)
    writer.start()
    for number in range(5):
        back_up(sqlite_url, tmp_path / f"copy{number}.db")
    stop.set()
    writer.join()
    counts = []
    for number in range(5):
        opened = open_store(f"sqlite:///{tmp_path}/copy{number}.db")
        assert opened.audit.verify() == []
        counts.append(opened.audit.head().number)
        opened.close()
    assert counts == sorted(counts)
    store.close()


def test_a_backup_is_one_file_for_its_owner_and_never_overwrites(copy: Path, sqlite_url: str, tmp_path: Path) -> None:
    assert copy.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.db", "store"]
    before = copy.read_bytes()
    with pytest.raises(CopyError, match="exists"):
        back_up(sqlite_url, copy)
    assert copy.read_bytes() == before


def test_what_cannot_be_backed_up_is_said(sqlite_url: str, tmp_path: Path) -> None:
    with pytest.raises(CopyError, match="no-file"):
        back_up(sqlite_url, tmp_path / "copy.db")
    open_store(sqlite_url).close()
    with pytest.raises(FileNotFoundError):
        back_up(sqlite_url, tmp_path / "nowhere" / "copy.db")


def test_postgresql_is_left_to_its_own_tools(tmp_path: Path) -> None:
    url = "postgresql://lan:secret@127.0.0.1/hoidap"
    for copying in (back_up, restore):
        with pytest.raises(CopyError, match="not-sqlite") as caught:
            copying(url, tmp_path / "copy.db")
        assert "secret" not in str(caught.value)


def test_a_broken_file_is_refused_and_the_present_database_stays(copy: Path, sqlite_url: str, tmp_path: Path) -> None:
    whole = copy.read_bytes()
    half, torn, text, empty, other = (tmp_path / name for name in ("half", "torn", "text", "empty", "other"))
    half.write_bytes(whole[: len(whole) // 2])
    torn.write_bytes(whole[:8192] + b"\xff" * 4096 + whole[12288:])
    text.write_text("Không phải cơ sở dữ liệu. " * 100, encoding="utf-8")
    empty.touch()
    sqlite3.connect(other).execute("CREATE TABLE x (y)").connection.close()
    for file in (half, torn, text, empty, other):
        assert refused(sqlite_url, file) == "broken-file", file
    assert refused(sqlite_url, tmp_path / "none") == "no-file"
    assert refused(sqlite_url, tmp_path) == "no-file"
    assert refused(sqlite_url, tmp_path / "store" / "hoidap.sqlite3") == "same-file"
    assert identities(sqlite_url) == ["f1", "later"]


def test_a_backup_of_a_newer_version_is_refused(copy: Path, sqlite_url: str) -> None:
    change(f"sqlite:///{copy}", "UPDATE alembic_version SET version_num = '9999'")
    assert refused(sqlite_url, copy) == "newer-file"
    assert identities(sqlite_url) == ["f1", "later"]


def test_a_database_that_is_in_use_is_not_replaced(copy: Path, sqlite_url: str) -> None:
    store = open_store(sqlite_url)
    assert refused(sqlite_url, copy) == "in-use"
    store.feedback.add(feedback("last"))
    store.close()
    assert identities(sqlite_url) == ["f1", "last", "later"]
    restore(sqlite_url, copy, NOW)
    assert identities(sqlite_url) == ["f1"]


@pytest.mark.parametrize("broken", [b"Not a database. " * 1000, b"SQLite format 3\0" + b"\xff" * 8000])
def test_a_broken_database_is_replaced_and_kept(copy: Path, sqlite_url: str, tmp_path: Path, broken: bytes) -> None:
    (tmp_path / "store" / "hoidap.sqlite3").write_bytes(broken)
    with pytest.raises(StoreError):
        open_store(sqlite_url)
    kept = restore(sqlite_url, copy, NOW)
    assert kept is not None
    assert kept.read_bytes() == broken
    assert identities(sqlite_url) == ["f1"]


def test_the_log_of_a_database_that_is_gone_does_not_get_into_the_copy(
    copy: Path, sqlite_url: str, tmp_path: Path
) -> None:
    store = open_store(sqlite_url)
    store.feedback.add(feedback("in-the-log"))
    present = tmp_path / "store" / "hoidap.sqlite3"
    log = Path(f"{present}-wal").read_bytes()
    store.close()
    present.unlink()
    Path(f"{present}-wal").write_bytes(log)
    assert restore(sqlite_url, copy, NOW) is None
    assert identities(sqlite_url) == ["f1"]
    assert Path(f"{present}.before-20230205T120000Z-wal").read_bytes() == log


def test_an_empty_file_is_replaced_too(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.sqlite3").touch()
    url = f"sqlite:///{tmp_path}/empty.sqlite3"
    assert restore(url, copy, NOW) is not None
    assert identities(url) == ["f1"]


def test_a_copy_made_by_hand_with_its_log_is_restored_too(copy: Path, sqlite_url: str, tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{copy}")
    store.feedback.add(feedback("in-the-log"))
    by_hand = tmp_path / "by-hand"
    by_hand.mkdir()
    for path in tmp_path.glob("copy.db*"):
        shutil.copy(path, by_hand / path.name)
    store.close()
    restore(sqlite_url, by_hand / "copy.db", NOW)
    assert identities(sqlite_url) == ["f1", "in-the-log"]


def test_a_second_restore_in_the_same_second_does_not_lose_what_the_first_kept(copy: Path, sqlite_url: str) -> None:
    restore(sqlite_url, copy, NOW)
    assert refused(sqlite_url, copy) == "exists"


def test_an_opened_store_sees_no_half_restore(sqlite_store: Store, sqlite_url: str, tmp_path: Path) -> None:
    sqlite_store.feedback.add(feedback())
    back_up(sqlite_url, tmp_path / "copy.db")
    sqlite_store.feedback.add(feedback("later"))
    sqlite_store.close()
    restore(sqlite_url, tmp_path / "copy.db", NOW)
    assert [said.id for said in sqlite_store.feedback.all()] == ["f1"]
