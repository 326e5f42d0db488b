"""POST /api/v1/feedback: what a user says of an answer. Knows what is kept, not where."""

import logging
import uuid
from datetime import UTC, datetime
from functools import partial
from typing import ClassVar, Literal, Protocol

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from app.errors import QuestionError
from app.messages import say
from app.models import Turn
from app.store.errors import StoreError
from app.store.models import Feedback, Reason
from app.understand.cleaning import QUESTION_LENGTH
from app.web.api.described import example, guarded, merged
from app.web.api.examples import FEEDBACK
from app.web.api.schemas import HISTORY_LENGTH, TurnIn
from app.web.current import Current
from app.web.problems import ApiProblem, plain_problem, problem_of_question
from app.web.routes import Body, GuardedRoute

log = logging.getLogger(__name__)

COMMENT_LENGTH = 4000
ANSWER_LENGTH = 10_000
QUOTE_LENGTH = 4000


class FeedbackRoute(GuardedRoute):
    """A route whose body holds an answer and what came before it."""

    body: ClassVar[Body] = Body(("application/json",), 256 * 1024)


class FeedbackKeeper(Protocol):
    """Whatever keeps what users say of answers."""

    def add(self, feedback: Feedback) -> None:
        """Keep it; returns when it is safe. Raises ``StoreError``."""
        ...


class FeedbackIn(BaseModel):
    """What a user says of an answer. The server keeps no answers: send along those parts that shall be kept with it.

    ``quote`` is the sentence of the report that the user holds for the right source, word for word.
    """

    model_config = ConfigDict(strict=True, json_schema_extra={"examples": [FEEDBACK]})

    answer_id: str = Field(min_length=1, max_length=100)
    rating: Literal[1, -1]
    reason: Reason | None = None
    comment: str = Field(default="", max_length=COMMENT_LENGTH)
    question: str = Field(default="", max_length=QUESTION_LENGTH)
    standalone_question: str = Field(default="", max_length=QUESTION_LENGTH)
    answer: str = Field(default="", max_length=ANSWER_LENGTH)
    history: list[TurnIn] = Field(default=[], max_length=HISTORY_LENGTH)
    report_id: str = Field(default="", max_length=100)
    quote: str = Field(default="", max_length=QUOTE_LENGTH)


class FeedbackOut(BaseModel):
    """That it was kept. The same answer rated again takes the place of the first rating."""

    id: str


def _start(given: FeedbackIn, current: Current) -> int | None:
    """Return where the picked sentence stands. Raises a problem where the report does not say it, or not any more."""
    if not given.quote:
        return None
    try:
        start = current.library.report(given.report_id).text.find(given.quote)
    except KeyError as error:
        raise problem_of_question(QuestionError("unknown-report", given.report_id)) from error
    if start < 0:
        raise ApiProblem("conflict", partial(say, "feedback.not-in-report"), field="quote")
    return start


def feedback_routes(current: Current, keeper: FeedbackKeeper | None) -> APIRouter:
    """Return the route that keeps feedback; without a keeper it says that nothing can be written."""
    router = APIRouter(route_class=FeedbackRoute)

    @router.post(
        "/api/v1/feedback", tags=["feedback"], status_code=201, summary="Nhận xét một câu trả lời",
        responses=merged(
            {201: example({"id": "5b1d5d0cf5d54c1b9ad2f16a0f0b8f0e"}, "Đã ghi / kept")},
            guarded(
                "malformed", "unknown_report", "conflict", "payload_too_large", "unsupported_media_type",
                "invalid_field", "storage_unavailable", "not_ready",
            ),
        ),
    )  # fmt: skip
    def rate(given: FeedbackIn) -> FeedbackOut:
        """Keep what a user says of an answer: right (1) or wrong (-1), why, which sentence would have been right."""
        start = _start(given, current)
        if keeper is None:
            raise plain_problem("storage_unavailable")
        feedback = Feedback(
            id=uuid.uuid5(uuid.NAMESPACE_OID, f"api/{given.answer_id}").hex,
            answer_id=given.answer_id,
            rating=given.rating,
            reason=given.reason if given.rating < 0 else None,
            comment=given.comment.strip(),
            question=given.question,
            standalone_question=given.standalone_question,
            answer=given.answer,
            quote=given.quote,
            report_id=given.report_id,
            created_at=datetime.now(UTC),
            start=start,
            history=tuple(Turn(turn.role, turn.content) for turn in given.history),
        )
        try:
            keeper.add(feedback)
        except StoreError as error:
            log.exception("feedback could not be kept")
            raise plain_problem("storage_unavailable", {"Retry-After": "5"}) from error
        return FeedbackOut(id=feedback.id)

    return router
