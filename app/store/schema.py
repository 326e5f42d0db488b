"""Brings a database to the tables this version knows. Knows nothing of what they hold.

Alembic is imported only where there is something to do, so that opening an up-to-date database is quick.
"""

from pathlib import Path

from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

from app.store.database import Database
from app.store.errors import StoreError

NEWEST = "0001"
"""The last revision in ``app/store/migrations/versions``."""
KNOWN = (NEWEST,)
"""All revisions, oldest first; a database of any other was written by a newer version."""
_MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 0x686F69646170
"""The number of PostgreSQL's advisory lock for migrations: "hoidap" in ASCII."""


def revision_of(session: Session) -> str | None:
    """Return the revision of a database; None for one without tables of ours."""
    if not inspect(session.connection()).has_table("alembic_version"):
        return None
    return session.execute(text("SELECT version_num FROM alembic_version")).scalar()


def check_revision(database: Database) -> None:
    """Return when a database has the tables of this version. Raises ``StoreError``."""
    with database.read() as session:
        revision = revision_of(session)
    if revision != NEWEST:
        raise StoreError("newer" if revision not in (None, *KNOWN) else "failed", database.place.shown, revision or "")


def upgrade(database: Database) -> None:
    """Make or change the tables where that is needed; processes that open at once wait for the first.

    Raises ``StoreError``: ``newer`` for a database of a newer version, which is left as it is.
    """
    with database.read() as session:
        revision = revision_of(session)
    if revision == NEWEST:
        return
    with database.write() as session:
        if database.place.file is None:
            session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        revision = revision_of(session)
        if revision is not None and revision not in KNOWN:
            raise StoreError("newer", database.place.shown, revision)
        if revision != NEWEST:
            _migrate(session)


def _migrate(session: Session) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    # "%" would be read as a reference to another setting.
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = session.connection()
    command.upgrade(config, "head")
