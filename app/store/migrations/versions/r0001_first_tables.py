"""The first tables. Knows them as they are from this revision on, whatever ``app/store/tables.py`` says later."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _text(name: str, *, nullable: bool = False) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> "sa.Column[object]":
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> "sa.Column[int]":
    return sa.Column(name, sa.Integer(), nullable=nullable, autoincrement=False)


def upgrade() -> None:
    """Make all tables, with the only row of the audit log's beginning and end."""
    _feedback()
    _conversations()
    _audit()
    op.create_table(
        "key",
        *map(_text, ("id", "name", "scopes", "salt", "digest")),
        _moment("created_at"),
        _moment("revoked_at", nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )


def _feedback() -> None:
    op.create_table(
        "feedback",
        *map(_text, ("id", "answer_id")),
        _number("rating"),
        _text("reason", nullable=True),
        *map(_text, ("comment", "question", "standalone_question", "answer", "quote")),
        _number("start", nullable=True),
        *map(_text, ("report_id", "history")),
        _moment("created_at"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_feedback_answer_id", "feedback", ["answer_id"])
    op.create_index("ix_feedback_created_at", "feedback", ["created_at"])


def _conversations() -> None:
    op.create_table(
        "conversation",
        *map(_text, ("id", "owner", "title")),
        _moment("created_at"),
        _moment("changed_at"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_conversation_owner", "conversation", ["owner"])
    op.create_index("ix_conversation_changed_at", "conversation", ["changed_at"])
    op.create_table(
        "exchange",
        _text("conversation_id"),
        _number("position"),
        *map(_text, ("question", "answer_json")),
        _moment("asked_at"),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("conversation_id", "position"),
    )


def _audit() -> None:
    op.create_table(
        "audit",
        _number("number"),
        _moment("at"),
        *map(_text, ("asker", "question", "standalone_question", "answer_id", "answer", "evidence")),
        *map(_text, ("previous", "hash")),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("ix_audit_at", "audit", ["at"])
    op.create_index("ix_audit_answer_id", "audit", ["answer_id"])
    chain = op.create_table(
        "audit_chain",
        *map(_number, ("id", "anchor_number")),
        _text("anchor_hash"),
        _number("head_number"),
        _text("head_hash"),
        sa.PrimaryKeyConstraint("id"),
    )
    first = {"id": 1, "anchor_number": 0, "anchor_hash": "", "head_number": 0, "head_hash": ""}
    op.bulk_insert(chain, [first])
