"""What users say of answers, as far as gold questions can be made of it. Knows nothing of how it is collected.

One JSON object a line, fields as in ``Feedback``; ``picked`` is an object or null::

    {"question": "…", "history": [{"role": "user", "content": "…"}, …], "answer_id": "…", "rating": -1,
     "reason": "wrong-source", "picked": {"report_id": "…", "section": "I.3", "footnote": null, "start": 10, "end": 20}}
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Literal, get_args

from app.models import Turn
from eval.gold import read_turns
from eval.gold_tools.fields import GoldError, Record, read_records

Rating = Literal[1, -1]
Reason = Literal["wrong-source", ""]
"""What a user found wrong: the citation stands elsewhere than the answer ("nguồn sai"), or nothing was said."""


@dataclass(frozen=True, slots=True)
class Picked:
    """The characters ``[start, end)`` of a report that a reviewer says hold the answer."""

    report_id: str
    section: str
    footnote: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Feedback:
    """One answer rated; ``picked`` is None until a reviewer has picked the right source."""

    question: str
    history: tuple[Turn, ...]  # oldest first
    answer_id: str
    rating: Rating
    reason: Reason
    picked: Picked | None


def to_line(feedback: Feedback) -> str:
    """Return feedback as ``read_feedback`` reads it; without a line feed."""
    return json.dumps(asdict(feedback), ensure_ascii=False)


def read_feedback(path: Path) -> Iterator[tuple[int, Feedback]]:
    """Yield feedback with its line, counted from 1. Raises ``GoldError`` naming file, line and field."""
    for record in read_records(path):
        if isinstance(record, GoldError):
            raise record
        yield record.line, _feedback(record)


def _feedback(record: Record) -> Feedback:
    record.require(tuple(field.name for field in fields(Feedback)))
    rating = record.number("rating")
    if rating not in get_args(Rating):
        raise record.fault("bad-value", "rating", f"{rating} (1, -1)")
    reason: Reason = record.choice("reason", get_args(Reason))  # type: ignore[assignment]  # narrowed by the check
    picked = record.record("picked")
    return Feedback(
        question=record.words("question"),
        history=read_turns(record, "history"),
        answer_id=record.text("answer_id"),
        rating=1 if rating == 1 else -1,
        reason=reason,
        picked=_picked(picked) if picked else None,
    )


def _picked(record: Record) -> Picked:
    record.require(tuple(field.name for field in fields(Picked)))
    start, end = record.number("start"), record.number("end")
    if not 0 <= start < end:
        raise record.fault("bad-value", "end", f"[{start}, {end})")
    return Picked(record.text("report_id"), record.text("section"), record.optional("footnote"), start, end)
