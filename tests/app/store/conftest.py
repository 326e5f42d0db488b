"""A store of its own for every test, on SQLite and, where it is installed, on a real PostgreSQL server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.store import Store, open_store
from tests.app.store import postgres
from tests.app.store.made import CUT_OTHERS, change


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a running PostgreSQL server; tests that need it are skipped, saying so, where there is none."""
    if postgres.programs() is None:
        pytest.skip(postgres.MISSING)
    pytest.importorskip("psycopg")
    with postgres.server() as url:
        yield url


@pytest.fixture
def postgres_url(postgres_server: str) -> str:
    """The URL of the server's database, emptied: making one for each test would take longer than the tests."""
    change(postgres_server, CUT_OTHERS)
    change(postgres_server, "DROP SCHEMA public CASCADE")
    change(postgres_server, "CREATE SCHEMA public")
    return postgres_server


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database that nobody has opened yet, of both kinds in turn."""
    if request.param == "postgres":
        return str(request.getfixturevalue("postgres_url"))
    return f"sqlite:///{tmp_path}/store/hoidap.sqlite3"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """A store without anything in it, of both kinds in turn."""
    opened = open_store(url)
    yield opened
    opened.close()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The URL of an SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path}/store/hoidap.sqlite3"


@pytest.fixture
def sqlite_store(sqlite_url: str) -> Iterator[Store]:
    """A store in an SQLite file."""
    opened = open_store(sqlite_url)
    yield opened
    opened.close()
