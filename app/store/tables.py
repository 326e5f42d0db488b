"""The tables as SQLAlchemy sees them. Knows nothing of what the rows mean, nor of how the tables came to be.

Migrations make the tables (``app/store/migrations``); a test holds that both agree.
"""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from app.store.columns import Moment, Words


class Table(DeclarativeBase):
    """What all tables share: how Python's types are kept."""

    type_annotation_map = {str: Words, datetime: Moment}  # noqa: RUF012  (read by SQLAlchemy as it stands)


class FeedbackRow(Table):
    """One ``Feedback``; ``history`` as a JSON list of turns."""

    __tablename__ = "feedback"

    id: Mapped[str] = mapped_column(primary_key=True)
    answer_id: Mapped[str] = mapped_column(index=True)
    rating: Mapped[int]
    reason: Mapped[str | None]
    comment: Mapped[str]
    question: Mapped[str]
    standalone_question: Mapped[str]
    answer: Mapped[str]
    quote: Mapped[str]
    start: Mapped[int | None]
    report_id: Mapped[str]
    history: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(index=True)


class ConversationRow(Table):
    """One ``StoredConversation`` without its exchanges."""

    __tablename__ = "conversation"

    id: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime] = mapped_column(index=True)


class ExchangeRow(Table):
    """One ``Exchange``, the ``position``-th of its conversation, counted from 0."""

    __tablename__ = "exchange"

    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversation.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    question: Mapped[str]
    answer_json: Mapped[str]
    asked_at: Mapped[datetime]


class AuditRow(Table):
    """One ``AuditEntry``; ``evidence`` as a JSON list."""

    __tablename__ = "audit"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(index=True)
    asker: Mapped[str]
    question: Mapped[str]
    standalone_question: Mapped[str]
    answer_id: Mapped[str] = mapped_column(index=True)
    answer: Mapped[str]
    evidence: Mapped[str]
    previous: Mapped[str]
    hash: Mapped[str]


class ChainRow(Table):
    """Where the audit log begins and ends, in the only row, ``id`` 1.

    The anchor is the last entry that was taken away because of its age, number 0 and hash "" where none was.
    """

    __tablename__ = "audit_chain"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    anchor_number: Mapped[int]
    anchor_hash: Mapped[str]
    head_number: Mapped[int]
    head_hash: Mapped[str]


class KeyRow(Table):
    """One ``Key``; ``salt`` and ``digest`` in hexadecimal, ``scopes`` separated by a space."""

    __tablename__ = "key"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    scopes: Mapped[str]
    salt: Mapped[str]
    digest: Mapped[str]
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
