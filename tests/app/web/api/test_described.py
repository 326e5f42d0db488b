"""The OpenAPI document: an example for everything, and each example is what it says it is."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from app.web.api.application import create_api
from app.web.api.completion_schemas import Completion, CompletionRequest
from app.web.api.corrections import CorrectionsIn
from app.web.api.examples import (
    ANSWER,
    COMPLETION,
    COMPLETION_REQUEST,
    CORRECTIONS,
    EVENTS,
    FEEDBACK,
    MARKDOWN,
    OUTLINE,
    PREVIEW,
    PUBLISHED,
    REPORT_ID,
    REPORTS,
)
from app.web.api.feedback import FeedbackIn
from app.web.api.outline import PublishedOut, ReportOut
from app.web.api.preview import PreviewOut
from app.web.api.report_schemas import ReportList
from app.web.api.schemas import AskResponse
from app.web.current import Current
from app.web.problems import STATUS
from corpus.library import Library
from corpus.parse import parse_report


@pytest.fixture(scope="module")
def document() -> Any:
    return create_api(Current()).openapi()


def operations(document: Any) -> list[tuple[str, Any]]:
    return [
        (f"{method.upper()} {path}", operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]


def test_every_operation_has_an_example_of_what_is_sent_and_of_what_comes_back(document: Any) -> None:
    for name, operation in operations(document):
        for content in operation.get("requestBody", {}).get("content", {}).values():
            model = document["components"]["schemas"].get(content["schema"].get("$ref", "").rpartition("/")[2], {})
            assert "example" in content or model.get("examples"), name
        for status, response in operation["responses"].items():
            for media_type, content in response.get("content", {}).items():
                assert "example" in content or "examples" in content, (name, status, media_type)


def test_every_answer_that_is_no_success_is_a_problem(document: Any) -> None:
    for name, operation in operations(document):
        for status, response in operation["responses"].items():
            if not status.startswith("2"):
                assert list(response["content"]) == ["application/problem+json"], (name, status)


def test_every_example_of_a_problem_has_the_status_it_stands_under(document: Any) -> None:
    for _, operation in operations(document):
        for status, response in operation["responses"].items():
            for example in response.get("content", {}).get("application/problem+json", {}).get("examples", {}).items():
                code, body = example[0], example[1]["value"]
                assert (body["code"], str(body["status"])) == (code, status)
                assert STATUS[code] == body["status"]
                assert "{" not in body["detail"]


@pytest.mark.parametrize(
    ("model", "example"),
    [
        (AskResponse, ANSWER),
        (ReportList, REPORTS),
        (ReportOut, OUTLINE),
        (PublishedOut, PUBLISHED),
        (PreviewOut, PREVIEW),
        (CorrectionsIn, CORRECTIONS),
        (CompletionRequest, COMPLETION_REQUEST),
        (Completion, COMPLETION),
        (FeedbackIn, FEEDBACK),
    ],
)
def test_an_example_has_the_fields_of_its_model(model: type[BaseModel], example: dict[str, Any]) -> None:
    assert model.model_validate(example).model_dump(exclude_unset=True) == example


def test_the_example_of_an_answer_quotes_the_report(library: Library) -> None:
    text = library.report(REPORT_ID).text
    for citation in ANSWER["citations"]:
        assert text[citation["start"] : citation["end"]] == citation["quote"]
    assert EVENTS.count("event: ") == 3


def test_the_example_of_an_outline_is_that_of_the_report(library: Library) -> None:
    whole = PublishedOut.of_upload(library.report(REPORT_ID), "vi", published=True).model_dump()
    for name, value in PUBLISHED.items():
        if isinstance(value, list):
            assert all(item in whole[name] for item in value), name
        else:
            assert whole[name] == value, name


def test_the_example_of_an_upload_can_be_read() -> None:
    assert parse_report(MARKDOWN, Path("bc-y-te-2023.md")).title == "Kết quả công tác y tế năm 2023"


def test_the_reference_shows_the_examples(document: Any) -> None:
    from app.web.api.reference import render_reference

    page = render_reference(document)
    assert page.count("<details>") == len(operations(document)) - 1  # removing sends and gives nothing
    assert "&quot;answer_id&quot;" in page
