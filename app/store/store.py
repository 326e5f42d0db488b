"""Opens the database and hands out what is kept in it. Knows nothing of the tables."""

from datetime import datetime, timedelta

from app.store.audit import AuditLog
from app.store.conversations import Conversations
from app.store.database import Database
from app.store.feedback import FeedbackLog
from app.store.keys import Keys
from app.store.models import Pruned
from app.store.place import place_of
from app.store.schema import check_revision, upgrade


class Store:
    """What is kept in one database. Threads may share it; every process opens its own."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.feedback = FeedbackLog(database)
        self.conversations = Conversations(database)
        self.audit = AuditLog(database)
        self.keys = Keys(database)

    def check(self) -> None:
        """Return when the database can be read and has the tables of this version. Raises ``StoreError``."""
        check_revision(self._database)

    def prune(self, days: int, now: datetime) -> Pruned:
        """Take away feedback, conversations and audit entries older than so many days; keys stay.

        Raises ``StoreError``; the audit log comes last, so that a broken one keeps nothing else.
        """
        before = now - timedelta(days=days)
        feedback, conversations = self.feedback.prune(before), self.conversations.prune(before)
        return Pruned(feedback, conversations, self.audit.prune(before))

    def close(self) -> None:
        """Close all connections; what is used afterwards opens new ones."""
        self._database.close()


def open_store(url: str) -> Store:
    """Open a database, ``sqlite:///file`` or ``postgresql://…``, and bring its tables up to date.

    A file and its folder are made where they are not there. Raises ``StoreError``.
    """
    database = Database(place_of(url))
    upgrade(database)
    return Store(database)
