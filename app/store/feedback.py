"""Keeps what users say of answers. Knows nothing of what becomes of it."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import cast

from sqlalchemy import delete, select

from app.models import Turn
from app.store.database import Database
from app.store.models import Feedback, Rating, Reason
from app.store.tables import FeedbackRow


class FeedbackLog:
    """All feedback, oldest first. Every method raises ``StoreError``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, feedback: Feedback) -> None:
        """Keep feedback; what was kept under the same id before gives way. Returns when it is on the disk."""
        with self._database.write() as session:
            session.merge(_row(feedback))

    def find(self, identity: str) -> Feedback | None:
        """Return the feedback with this id."""
        with self._database.read() as session:
            row = session.get(FeedbackRow, identity)
            return None if row is None else _feedback(row)

    def all(self) -> Iterator[Feedback]:
        """Yield all feedback, oldest first."""
        with self._database.read() as session:
            rows = select(FeedbackRow).order_by(FeedbackRow.created_at, FeedbackRow.id)
            yield from map(_feedback, session.scalars(rows.execution_options(yield_per=500)))

    def prune(self, before: datetime) -> int:
        """Take away feedback older than a moment; return how many."""
        with self._database.write() as session:
            gone = delete(FeedbackRow).where(FeedbackRow.created_at < before).returning(FeedbackRow.id)
            return len(session.execute(gone).all())


def _row(feedback: Feedback) -> FeedbackRow:
    return FeedbackRow(
        id=feedback.id,
        answer_id=feedback.answer_id,
        rating=feedback.rating,
        reason=feedback.reason,
        comment=feedback.comment,
        question=feedback.question,
        standalone_question=feedback.standalone_question,
        answer=feedback.answer,
        quote=feedback.quote,
        start=feedback.start,
        report_id=feedback.report_id,
        history=json.dumps([asdict(turn) for turn in feedback.history], ensure_ascii=False),
        created_at=feedback.created_at,
    )


def _feedback(row: FeedbackRow) -> Feedback:
    return Feedback(
        id=row.id,
        answer_id=row.answer_id,
        rating=cast(Rating, row.rating),
        reason=cast(Reason | None, row.reason),
        comment=row.comment,
        question=row.question,
        standalone_question=row.standalone_question,
        answer=row.answer,
        quote=row.quote,
        report_id=row.report_id,
        created_at=row.created_at,
        start=row.start,
        history=tuple(Turn(turn["role"], turn["content"]) for turn in json.loads(row.history)),
    )
