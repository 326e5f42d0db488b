"""Opens the database and hands out what is kept in it. Knows nothing of the tables."""

from app.store.conversations import Conversations
from app.store.database import Database
from app.store.feedback import FeedbackLog
from app.store.keys import Keys
from app.store.place import place_of
from app.store.schema import upgrade


class Store:
    """What is kept in one database. Threads may share it; every process opens its own."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.feedback = FeedbackLog(database)
        self.conversations = Conversations(database)
        self.keys = Keys(database)

    def close(self) -> None:
        """Close all connections."""
        self._database.close()


def open_store(url: str) -> Store:
    """Open a database, ``sqlite:///file`` or ``postgresql://…``, and bring its tables up to date.

    A file and its folder are made where they are not there. Raises ``StoreError``.
    """
    database = Database(place_of(url))
    upgrade(database)
    return Store(database)
