"""Feedback, conversations and raw access to a database, small enough to write in a line."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from app.store.models import Exchange, Feedback, StoredConversation

CUT_OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
"""Ends all other connections to a database of PostgreSQL."""
NOON = datetime(2023, 2, 5, 12, 0, 0, 123456, tzinfo=UTC)


def feedback(identity: str = "f1", minutes: int = 0, **changes: object) -> Feedback:
    """Return a complaint about a wrong source, some minutes after noon."""
    made = Feedback(
        id=identity,
        answer_id="a1",
        rating=-1,
        reason="wrong-source",
        comment="Số này ở mục khác.",
        question="Còn Tam Đường?",
        standalone_question="Tam Đường trồng bao nhiêu hoa hồng?",
        answer="32,8 ha [1].",
        quote="",
        report_id="bc",
        created_at=NOON + timedelta(minutes=minutes),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def conversation(*questions: str, identity: str = "c1", owner: str = "lan", minutes: int = 0) -> StoredConversation:
    """Return a conversation that began at noon and was changed some minutes later."""
    exchanges = tuple(Exchange(question, '{"answer": "…"}', NOON) for question in questions)
    return StoredConversation(identity, owner, "Hoa hồng", NOON, NOON + timedelta(minutes=minutes), exchanges)


def change(url: str, statement: str) -> None:
    """Change a database behind the back of the store, as somebody with a database tool would."""
    engine = sa.create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()
