"""Keeps conversations, each for its owner. Knows nothing of how an answer is written as JSON."""

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.store.database import Database
from app.store.errors import StoreError
from app.store.models import ConversationTitle, Exchange, StoredConversation
from app.store.tables import ConversationRow, ExchangeRow


class Conversations:
    """All conversations. What is somebody else's is as if it were not there. Every method raises ``StoreError``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, conversation: StoredConversation) -> None:
        """Keep a conversation as it is now in the place of what was kept of it; only the moment it began stays.

        Returns when it is on the disk; the fault ``not-owner`` is raised where another owner has one with this id.
        """
        with self._database.write() as session:
            row = session.get(ConversationRow, conversation.id)
            if row is None:
                row = ConversationRow(id=conversation.id, owner=conversation.owner, created_at=conversation.created_at)
                session.add(row)
            elif row.owner != conversation.owner:
                raise StoreError("not-owner", self._database.place.shown)
            row.title, row.changed_at = conversation.title, conversation.changed_at
            session.flush()
            _keep(session, conversation)

    def find(self, identity: str, owner: str) -> StoredConversation | None:
        """Return a conversation of this owner with its exchanges."""
        with self._database.read() as session:
            row = session.get(ConversationRow, identity)
            if row is None or row.owner != owner:
                return None
            of_it = select(ExchangeRow).where(ExchangeRow.conversation_id == identity).order_by(ExchangeRow.position)
            return StoredConversation(
                id=row.id,
                owner=row.owner,
                title=row.title,
                created_at=row.created_at,
                changed_at=row.changed_at,
                exchanges=tuple(Exchange(e.question, e.answer_json, e.asked_at) for e in session.scalars(of_it)),
            )

    def list(self, owner: str) -> tuple[ConversationTitle, ...]:
        """Return the conversations of an owner, the one changed last first."""
        with self._database.read() as session:
            own = select(ConversationRow).where(ConversationRow.owner == owner)
            rows = session.scalars(own.order_by(ConversationRow.changed_at.desc(), ConversationRow.id))
            return tuple(ConversationTitle(row.id, row.title, row.created_at, row.changed_at) for row in rows)

    def rename(self, identity: str, owner: str, title: str) -> bool:
        """Give a conversation of this owner another title; tell whether there was one."""
        with self._database.write() as session:
            own = update(ConversationRow).where(ConversationRow.id == identity, ConversationRow.owner == owner)
            return session.execute(own.values(title=title).returning(ConversationRow.id)).first() is not None

    def delete(self, identity: str, owner: str) -> bool:
        """Take away a conversation of this owner; tell whether there was one."""
        with self._database.write() as session:
            own = delete(ConversationRow).where(ConversationRow.id == identity, ConversationRow.owner == owner)
            return session.execute(own.returning(ConversationRow.id)).first() is not None

    def prune(self, before: datetime) -> int:
        """Take away conversations that were last changed before a moment; return how many."""
        with self._database.write() as session:
            gone = delete(ConversationRow).where(ConversationRow.changed_at < before).returning(ConversationRow.id)
            return len(session.execute(gone).all())


def _keep(session: Session, conversation: StoredConversation) -> None:
    """Write the exchanges that differ from what is kept, and take away those beyond the last."""
    of_it = select(ExchangeRow).where(ExchangeRow.conversation_id == conversation.id)
    kept = {row.position: row for row in session.scalars(of_it)}
    for position, exchange in enumerate(conversation.exchanges):
        row = kept.pop(position, None)
        if row is None:
            row = ExchangeRow(conversation_id=conversation.id, position=position)
            session.add(row)
        row.question, row.answer_json, row.asked_at = exchange.question, exchange.answer_json, exchange.asked_at
    for row in kept.values():
        session.delete(row)
