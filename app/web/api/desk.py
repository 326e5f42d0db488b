"""Does on the shelf what the routes are asked to; what goes wrong becomes a problem. Knows nothing of requests."""

import logging
import threading
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from app.errors import QuestionError
from app.explain import explain
from app.messages import say
from app.shelf.models import Held, Outcome, Sent, ShelfError, is_report_id
from app.shelf.shelf import Shelf
from app.web.problems import ApiProblem, ProblemCode, field_problem, plain_problem, problem_of_question
from corpus.card import Corrections
from corpus.errors import ReportError

log = logging.getLogger(__name__)

READ_AT_ONCE = 2
"""Files that are read at the same time; each may take the memory that the settings allow."""


def problem_of_report(error: ReportError) -> ApiProblem:
    """Return the problem for a file that its reader refuses, with the reader's reason."""
    code: ProblemCode = "payload_too_large" if error.fault == "too-large" else "report_unreadable"
    return ApiProblem(code, partial(explain, error))


def problem_of_shelf(error: ShelfError) -> ApiProblem:
    """Return the problem for a change of the reports that cannot be made."""
    match error.fault:
        case "unknown":
            return problem_of_question(QuestionError("unknown-report", error.report_id))
        case "failed":
            log.error("the reports could not be changed", exc_info=error)
            return plain_problem("storage_unavailable", {"Retry-After": "60"})
        case "busy":
            return ApiProblem("conflict", partial(explain, error), headers={"Retry-After": "30"})
        case "exists" | "older" | "last":
            return ApiProblem("conflict", partial(explain, ShelfError(error.fault, error.report_id[:80])))


@dataclass(frozen=True, slots=True)
class Desk:
    """The shelf, if there is one, behind problems."""

    shelf: Shelf | None
    _reading: threading.BoundedSemaphore = field(default_factory=lambda: threading.BoundedSemaphore(READ_AT_ONCE))

    def there(self) -> Shelf:
        """Return the shelf. Raises the problem for a service that takes nothing in."""
        if self.shelf is None:
            raise plain_problem("storage_unavailable")
        return self.shelf

    def take(self, sent: Sent, *, look: bool, replace: bool) -> Outcome:
        """Take a file in, or only look at it. Raises ``ApiProblem`` where that cannot be."""
        if sent.identity and not is_report_id(sent.identity):
            raise field_problem("report_id", partial(say, "field.invalid"))
        shelf = self.there()
        try:
            with self._reading:
                (outcome,) = (shelf.look_at if look else shelf.take_in)([sent], replace=replace)
        except ShelfError as error:
            raise problem_of_shelf(error) from error
        match outcome.fault:
            case ReportError() as fault:
                raise problem_of_report(fault)
            case ShelfError() as fault:
                raise problem_of_shelf(fault)
        return outcome

    def remove(self, identity: str) -> None:
        """Take a report out. Raises ``ApiProblem``."""
        try:
            self.there().withdraw([identity])
        except ShelfError as error:
            raise problem_of_shelf(error) from error

    def correct(self, identity: str, corrections: Corrections, forget: Collection[str]) -> Held:
        """Correct the metadata of a report. Raises ``ApiProblem``."""
        try:
            return self.there().correct(identity, corrections, forget)
        except ShelfError as error:
            raise problem_of_shelf(error) from error

    def original(self, identity: str) -> Path:
        """Return where the file stands that a report came from. Raises ``ApiProblem``."""
        try:
            return self.there().original(identity)
        except ShelfError as error:
            raise problem_of_shelf(error) from error
