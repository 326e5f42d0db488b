"""Requests made up from the OpenAPI document, right ones and wrong ones, against the service over two small reports.

Every answer must be one that the document describes, and none a failure of the server. "make fuzz" makes many more.
"""

import os
from datetime import UTC, datetime
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from app.assistant import Assistant
from app.hosting import Hosting
from app.observe.metrics import Metrics
from app.shelf.shelf import Shelf
from app.store.models import Feedback, Key
from app.suggest.suggesting import Suggesting
from app.web.api.application import create_api
from app.web.current import Current, Serving
from app.web.guard.around import Guard, put_around
from corpus.library import open_library
from index.build import build_index
from index.store import open_index
from tests.small_library import COOPERATION, COOPERATION_ID, HEALTH, HEALTH_ID, CloseEncoder

EXAMPLES = int(os.environ.get("HOIDAP_FUZZ", "12"))
"""Requests of each kind for each operation."""
OPERATIONS = [
    "POST /api/v1/ask", "POST /v1/chat/completions", "GET /v1/models/{model}", "GET /api/v1/reports",
    "GET /api/v1/reports/{report_id}", "GET /api/v1/reports/{report_id}/text", "POST /api/v1/reports",
    "PATCH /api/v1/reports/{report_id}", "GET /api/v1/reports/{report_id}/original",
    "DELETE /api/v1/reports/{report_id}", "POST /api/v1/feedback", "GET /v1/models", "GET /healthz", "GET /readyz",
]  # fmt: skip
MAY_BE_WRONG = [
    "PATCH /api/v1/reports/{report_id}",
    "POST /api/v1/ask",
    "POST /v1/chat/completions",
    "POST /api/v1/reports",
    "POST /api/v1/feedback",
]
"""They take something that the document can forbid."""
NOT_TOLD = [positive_data_acceptance, negative_data_rejection]
"""No schema can tell which text is a whole report; that others are refused with a reason is tested by hand."""
REFUSALS = {"checks": {"negative_data_rejection": {"expected-statuses": [400, 401, 403, 404, 409, 413, 415, 422]}}}
"""Too large (413) is a refusal as well: a list that is longer than allowed may be that first."""


class Forgetful:
    """Takes feedback and keeps none."""

    def add(self, feedback: Feedback) -> None:
        """Do nothing."""


class Ring:
    """Two keys: one may only ask, one may change reports as well."""

    def check(self, secret: str) -> Key | None:
        """Return the key of a secret."""
        return next((key for key in self.list() if key.id == secret), None)

    def list(self) -> tuple[Key, ...]:
        """Return both."""
        moment = datetime(2026, 1, 1, tzinfo=UTC)
        return (
            Key("asks", "Cổng", frozenset({"ask"}), moment),
            Key("changes", "Quản trị", frozenset({"ask", "admin"}), moment),
        )


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The document of a guarded service over two reports on the disk."""
    folder = tmp_path_factory.mktemp("fuzz")
    corpus, index = folder / "corpus", folder / "index"
    corpus.mkdir()
    for name, source in ((COOPERATION_ID, COOPERATION), (HEALTH_ID, HEALTH)):
        (corpus / f"{name}.md").write_text(source, encoding="utf-8")
    build_index(open_library(corpus), CloseEncoder(), index)
    current = Current()

    def reopen() -> None:
        library = open_library(corpus)
        assistant = Assistant(library, open_index(index, library, CloseEncoder()))
        current.switch(Serving(Suggesting(assistant, library), library))

    reopen()
    app = create_api(current, Forgetful(), Shelf(corpus, index, CloseEncoder, reopen))
    guard = Guard(Ring(), Metrics(), Hosting(key_limits="", address_limits=""))
    config = schemathesis.Config.from_dict(REFUSALS)
    return schemathesis.openapi.from_asgi("/openapi.json", put_around(app, current, guard), config=config)


def try_out(schema: Any, operation: str, mode: schemathesis.GenerationMode, secret: str) -> None:
    """Send requests of one kind to one operation. Raises on the first answer that the document does not describe."""
    method, path = operation.split(" ")
    strategy = schema[path][method].as_strategy(generation_mode=mode)

    @seed(20260101)
    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=strategy)
    def answer_is_described(case: Any) -> None:
        not_told = NOT_TOLD if operation == "POST /api/v1/reports" else []
        case.call_and_validate(headers={"Authorization": f"Bearer {secret}"}, excluded_checks=not_told, timeout=60)

    answer_is_described()


def test_no_operation_is_forgotten(schema: Any) -> None:
    there = {f"{one.ok().method.upper()} {one.ok().path}" for one in schema.get_all_operations()}
    assert there == set(OPERATIONS)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_requests_that_the_document_allows_are_answered_as_it_says(schema: Any, operation: str) -> None:
    try_out(schema, operation, schemathesis.GenerationMode.POSITIVE, "changes")


@pytest.mark.parametrize("operation", MAY_BE_WRONG)
def test_requests_that_the_document_forbids_are_refused_as_it_says(schema: Any, operation: str) -> None:
    try_out(schema, operation, schemathesis.GenerationMode.NEGATIVE, "changes")


@pytest.mark.parametrize("secret", ["asks", "wrong"])
@pytest.mark.parametrize("operation", ["POST /api/v1/reports", "DELETE /api/v1/reports/{report_id}"])
def test_a_key_that_may_not_change_reports_is_answered_as_the_document_says(
    schema: Any, operation: str, secret: str
) -> None:
    try_out(schema, operation, schemathesis.GenerationMode.POSITIVE, secret)
