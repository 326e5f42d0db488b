"""Describes answers for the OpenAPI document. Knows nothing of what the operations do."""

from collections.abc import Mapping
from typing import Any

from app.web.problems import STATUS, Problem, ProblemCode, plain_example

Responses = dict[int | str, dict[str, Any]]
"""What FastAPI takes as ``responses``: JSON of no fixed shape."""


def problems(*codes: ProblemCode) -> Responses:
    """Describe problems, one entry a status, with an example for every code that has this status."""
    found: Responses = {}
    for code in codes:
        entry = found.setdefault(STATUS[code], {"description": "Problem (RFC 9457)", "content": {}})
        content = entry["content"].setdefault(
            "application/problem+json", {"schema": Problem.model_json_schema(), "examples": {}}
        )
        content["examples"][code] = {"value": plain_example(code)}
    return found


def guarded(*codes: ProblemCode) -> Responses:
    """Describe problems together with those that the edge may answer any request of the API with."""
    return problems(*codes, "unauthorized", "forbidden", "too_many")


def example(value: object, description: str, media_type: str = "application/json") -> dict[str, Any]:
    """Describe a successful answer by an example of it."""
    return {"description": description, "content": {media_type: {"example": value}}}


def merged(*parts: Mapping[int | str, dict[str, Any]]) -> Responses:
    """Join descriptions; a later one of the same status wins."""
    return {status: entry for part in parts for status, entry in part.items()}


def without_unreached(document: dict[str, Any]) -> dict[str, Any]:
    """Return an OpenAPI document without the answer 422 that FastAPI promises for parameters of any string."""
    for operations in document["paths"].values():
        for operation in operations.values():
            if "HTTPValidationError" in str(operation["responses"].get("422")):
                del operation["responses"]["422"]
    for name in ("HTTPValidationError", "ValidationError"):
        document["components"]["schemas"].pop(name, None)
    return document
