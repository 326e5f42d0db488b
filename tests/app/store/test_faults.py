"""What a database says is told apart: full, locked, read-only, damaged, out of reach."""

import sqlite3

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from app.store.errors import StoreError, StoreFault
from app.store.faults import fault_of, faults_at


class SaidBySqlite(sqlite3.OperationalError):
    """What SQLite raises, with its code."""

    def __init__(self, code: int) -> None:
        super().__init__("disk I/O error\nwith a second line")
        self.sqlite_errorcode = code


class SaidByPostgres(Exception):
    """What psycopg raises, with its SQLSTATE; None where no server answered."""

    def __init__(self, state: str | None) -> None:
        super().__init__("said")
        self.sqlstate = state


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (sqlite3.SQLITE_FULL, "full"),
        (sqlite3.SQLITE_IOERR_WRITE, "full"),
        (sqlite3.SQLITE_IOERR_READ, "failed"),
        (sqlite3.SQLITE_BUSY, "locked"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "locked"),
        (sqlite3.SQLITE_CANTOPEN, "unopenable"),
        (sqlite3.SQLITE_NOTADB, "not-a-database"),
        (sqlite3.SQLITE_CORRUPT_VTAB, "damaged"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "read-only"),
        (sqlite3.SQLITE_ERROR, "failed"),
    ],
)
def test_codes_of_sqlite_are_told_apart(code: int, fault: StoreFault) -> None:
    assert fault_of(SaidBySqlite(code)) == fault


@pytest.mark.parametrize(
    ("state", "fault"),
    [
        ("53100", "full"),
        ("53300", "unopenable"),
        ("55P03", "locked"),
        ("40P01", "locked"),
        ("08006", "unopenable"),
        ("28P01", "unopenable"),
        ("3D000", "unopenable"),
        ("57P01", "unopenable"),
        ("25006", "read-only"),
        ("XX001", "damaged"),
        ("42P01", "failed"),
        (None, "unopenable"),
    ],
)
def test_states_of_postgresql_are_told_apart(state: str | None, fault: StoreFault) -> None:
    assert fault_of(SaidByPostgres(state)) == fault


def test_an_error_is_told_in_one_line_without_its_statement() -> None:
    with pytest.raises(StoreError) as caught, faults_at("var/hoidap.sqlite3"):
        raise OperationalError("INSERT", {"comment": "bí mật"}, SaidBySqlite(sqlite3.SQLITE_FULL))
    assert str(caught.value) == "full: var/hoidap.sqlite3: disk I/O error"


def test_a_pool_without_a_free_connection_counts_as_locked() -> None:
    with pytest.raises(StoreError, match="locked"), faults_at("x"):
        raise PoolTimeoutError("QueuePool limit")


def test_other_errors_pass_as_they_are() -> None:
    with pytest.raises(ZeroDivisionError), faults_at("x"):
        raise ZeroDivisionError
