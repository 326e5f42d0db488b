"""Tables are made and changed on opening, once, whoever opens; a newer database is left alone."""

import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import app.store
from app.store.errors import StoreError
from app.store.schema import KNOWN, NEWEST
from app.store.store import Store, open_store
from app.store.tables import Table
from tests.app.store.made import change, feedback

ROOT = Path(__file__).parents[3]
OPEN = "import sys; from app.store.store import open_store; open_store(sys.argv[1]).keys.create('x', ['ask'])"


def opened_engine(url: str) -> sa.Engine:
    """Return an engine on a database that the store has opened."""
    open_store(url).close()
    return sa.create_engine(url.replace("postgresql://", "postgresql+psycopg://"))


def test_the_migrations_make_the_tables_that_the_code_reads(url: str) -> None:
    engine = opened_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, Table.metadata) == []
    engine.dispose()


def test_the_revisions_named_in_the_code_are_those_of_the_folder() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(app.store.__file__ or "").parent / "migrations"))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_current_head() == NEWEST
    assert tuple(script.revision for script in reversed(list(scripts.walk_revisions()))) == KNOWN


def test_processes_that_open_a_new_database_at_once_all_succeed(url: str) -> None:
    command = [sys.executable, "-c", OPEN, url]
    running = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) for _ in range(6)]
    said = [process.communicate(timeout=120)[1] for process in running]
    assert [process.returncode for process in running] == [0] * 6, said
    store = open_store(url)
    assert len(store.keys.list()) == 6
    store.close()


def test_a_database_of_a_newer_version_is_left_as_it_is(store: Store, url: str) -> None:
    store.feedback.add(feedback())
    change(url, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError) as caught:
        open_store(url)
    assert (caught.value.fault, caught.value.detail) == ("newer", "9999")
    with pytest.raises(StoreError, match="newer"):
        store.check()
    change(url, f"UPDATE alembic_version SET version_num = '{NEWEST}'")
    store.check()
    assert [said.id for said in open_store(url).feedback.all()] == ["f1"]


def test_an_upgrade_that_fails_leaves_nothing_half_made(sqlite_url: str, tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    change(sqlite_url, "CREATE TABLE audit (x INTEGER)")  # in the way of ours
    with pytest.raises(StoreError, match="failed"):
        open_store(sqlite_url)
    engine = sa.create_engine(sqlite_url)
    assert sa.inspect(engine).get_table_names() == ["audit"]
    engine.dispose()


def test_an_up_to_date_database_is_opened_without_alembic(sqlite_url: str) -> None:
    open_store(sqlite_url).close()
    code = (
        "import sys; from app.store.store import open_store; open_store(sys.argv[1]); print('alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, sqlite_url], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
