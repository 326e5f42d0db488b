"""Opening a store: where the file goes, how it is kept, and what is said where it cannot be."""

import os
import sqlite3
import stat
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.models import Citation
from app.store.errors import StoreError, StoreFault
from app.store.models import Pruned
from app.store.store import Store, open_store
from tests.app.store.made import CUT_OTHERS, NOON, change, conversation, feedback
from tests.fakes import answered

CITED = Citation(1, "bc", "Báo cáo", "I.3", "Nông nghiệp", None, "bc#I.3.p1.s1", 10, 17, "32,8 ha", "Mục I.3")


def fault(url: str) -> StoreFault:
    """Return why a database cannot be opened."""
    with pytest.raises(StoreError) as caught:
        open_store(url)
    return caught.value.fault


def test_the_file_and_its_folder_are_made_for_their_owner_alone(sqlite_store: Store, tmp_path: Path) -> None:
    sqlite_store.feedback.add(feedback())
    files = sorted((tmp_path / "store").iterdir())
    assert [path.name for path in files] == ["hoidap.sqlite3", "hoidap.sqlite3-shm", "hoidap.sqlite3-wal"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_sqlite_flushes_every_transaction_and_keeps_foreign_keys(sqlite_store: Store, tmp_path: Path) -> None:
    with sqlite_store._database.read() as session:
        connection = session.connection()
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}


@pytest.mark.parametrize(
    "url", ["", "hoidap.sqlite3", "mysql://x/y", "sqlite://", "sqlite:///:memory:", "postgresql+asyncpg://x/y"]
)
def test_an_address_of_another_kind_is_refused(url: str) -> None:
    assert fault(url) == "unopenable"


def test_the_password_of_a_database_is_never_shown() -> None:
    for url in (
        "mysql://lan:secret@x/y",
        "postgresql://lan:secret@127.0.0.1:1/x",
        "x y z://lan:secret@",
        "postgresql://127.0.0.1:1/x?password=secret",
        "mysql://x/y?password=secret",
    ):
        with pytest.raises(StoreError) as caught:
            open_store(url)
        assert "secret" not in f"{caught.value} {caught.value!r}"


def test_a_server_that_is_not_there_is_said_to_be_unopenable() -> None:
    pytest.importorskip("psycopg")
    assert fault("postgresql://hoidap@127.0.0.1:1/hoidap") == "unopenable"


def test_a_database_that_is_not_on_the_server_is_said_to_be_unopenable(postgres_server: str) -> None:
    assert fault(postgres_server + "_none") == "unopenable"


def test_another_kind_of_file_is_no_database(sqlite_url: str, tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    file = tmp_path / "store" / "hoidap.sqlite3"
    file.write_bytes(b"Not a database. " * 100)
    assert fault(sqlite_url) == "not-a-database"
    assert file.read_bytes() == b"Not a database. " * 100


def test_a_folder_that_is_a_file_cannot_be_opened(sqlite_url: str, tmp_path: Path) -> None:
    (tmp_path / "store").touch()
    assert fault(sqlite_url) == "unopenable"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_not_be_written_is_read_only(sqlite_url: str, tmp_path: Path) -> None:
    open_store(sqlite_url).close()
    (tmp_path / "store" / "hoidap.sqlite3").chmod(0o400)
    (tmp_path / "store").chmod(0o500)
    with pytest.raises(StoreError, match=r"read-only|unopenable"):
        open_store(sqlite_url).feedback.add(feedback())
    (tmp_path / "store").chmod(0o700)


def test_who_waits_too_long_is_told_so_and_nothing_is_written(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.database.PATIENCE_SECONDS", 0.1)
    store = open_store(sqlite_url)
    other = sqlite3.connect(tmp_path / "store" / "hoidap.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="locked"):
        store.feedback.add(feedback())
    other.execute("ROLLBACK")
    other.close()
    assert list(store.feedback.all()) == []
    store.feedback.add(feedback())
    assert [said.id for said in store.feedback.all()] == ["f1"]
    store.close()


def test_threads_wait_for_each_other_no_longer_than_for_other_processes(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.database.PATIENCE_SECONDS", 0.1)
    with sqlite_store._database.write(), pytest.raises(StoreError, match="locked"):
        sqlite_store.feedback.add(feedback())
    sqlite_store.feedback.add(feedback())
    assert [said.id for said in sqlite_store.feedback.all()] == ["f1"]


def test_who_waits_too_long_for_a_lock_of_postgresql_is_told_so(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.database.PATIENCE_SECONDS", 0.1)
    store = open_store(postgres_url)
    engine = sa.create_engine(postgres_url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as other:
        other.exec_driver_sql("SELECT * FROM audit_chain FOR UPDATE")
        with pytest.raises(StoreError, match="locked"):
            store.audit.record("", "Hoa?", answered("32,8 ha [1].", CITED))
    engine.dispose()
    assert store.audit.record("", "Hoa?", answered("32,8 ha [1].", CITED)).number == 1
    store.close()


def test_a_connection_that_the_server_has_cut_is_opened_anew(postgres_url: str) -> None:
    store = open_store(postgres_url)
    store.feedback.add(feedback())
    change(postgres_url, CUT_OTHERS)
    assert [said.id for said in store.feedback.all()] == ["f1"]
    store.close()


def test_readers_do_not_wait_for_a_writer(sqlite_store: Store, tmp_path: Path) -> None:
    sqlite_store.feedback.add(feedback())
    other = sqlite3.connect(tmp_path / "store" / "hoidap.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("DELETE FROM feedback")
    assert [said.id for said in sqlite_store.feedback.all()] == ["f1"]
    other.execute("ROLLBACK")
    other.close()


def test_an_error_never_repeats_what_a_user_wrote(sqlite_store: Store, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "store" / "hoidap.sqlite3")
    other.execute("DROP TABLE feedback")
    other.close()
    with pytest.raises(StoreError) as caught:
        sqlite_store.feedback.add(feedback(comment="bí mật"))
    assert caught.value.fault == "failed"
    assert "bí mật" not in str(caught.value)


def test_what_is_too_old_is_pruned_and_keys_stay(store: Store) -> None:
    store.feedback.add(feedback("old", minutes=-1))
    store.feedback.add(feedback("new"))
    store.conversations.save(conversation("Cũ?", identity="old", minutes=-1))
    store.conversations.save(conversation("Mới?", identity="new"))
    store.keys.create("Cổng tỉnh", ["ask"])
    entry = store.audit.record("", "Hoa?", answered("32,8 ha [1].", CITED))
    assert store.prune(30, NOON + timedelta(days=30)) == Pruned(feedback=1, conversations=1, audit=0)
    assert store.prune(30, entry.at + timedelta(days=31)) == Pruned(feedback=1, conversations=1, audit=1)
    assert len(store.keys.list()) == 1
    assert store.audit.verify() == []
