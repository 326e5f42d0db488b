"""Turns what goes wrong in a request into RFC 9457 problems with stable codes. Knows nothing of answers."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Literal

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from app.errors import NotReadyError, QuestionError
from app.messages import Language, say
from app.web.language import language_of

Sentence = Callable[[Language], str]

ProblemCode = Literal[
    "malformed", "unsupported_media_type", "payload_too_large", "invalid_field", "question_empty", "question_too_long",
    "question_no_words", "report_unreadable", "unknown_report", "unknown_year", "unknown_issuer", "no_report_left",
    "unknown_model", "not_found", "method_not_allowed",
    "unauthorized", "forbidden", "conflict", "too_many", "not_ready", "storage_unavailable", "internal",
    "too_slow", "wrong_host", "busy", "timed_out",
]  # fmt: skip

STATUS: Mapping[ProblemCode, int] = {
    "malformed": 400,
    "unauthorized": 401,
    "forbidden": 403,
    "unknown_report": 404,
    "unknown_year": 404,
    "unknown_issuer": 404,
    "no_report_left": 404,
    "unknown_model": 404,
    "not_found": 404,
    "method_not_allowed": 405,
    "too_slow": 408,
    "conflict": 409,
    "payload_too_large": 413,
    "unsupported_media_type": 415,
    "question_empty": 422,
    "question_too_long": 422,
    "question_no_words": 422,
    "wrong_host": 421,
    "invalid_field": 422,
    "report_unreadable": 422,
    "too_many": 429,
    "internal": 500,
    "not_ready": 503,
    "storage_unavailable": 503,
    "busy": 503,
    "timed_out": 504,
}
"""The HTTP status of each code. Codes are part of the contract and do not change."""

_QUESTION_CODES: Mapping[str, ProblemCode] = {
    "empty": "question_empty",
    "too-long": "question_too_long",
    "no-words": "question_no_words",
    "unknown-report": "unknown_report",
    "unknown-year": "unknown_year",
    "unknown-issuer": "unknown_issuer",
    "no-report-left": "no_report_left",
}
_FIELDS: Mapping[str, str] = {"unknown-report": "report_ids", "unknown-year": "years", "unknown-issuer": "issuers"}
"""The field of a request that a question's fault is in, where it is not the question itself."""


OPENAI_PREFIX = "/v1/"
"""Addresses below it speak as OpenAI does; see ``app.web.api.completions``."""


class Problem(BaseModel):
    """The body of a problem. ``field`` names the invalid field of the request, where there is one."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    field: str | None = None


class ApiProblem(HTTPException):
    """A request that cannot be served. ``sentence`` gives the detail in the language that the client prefers."""

    def __init__(
        self, code: ProblemCode, sentence: Sentence, *, field: str | None = None, headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(STATUS[code], headers=headers)
        self.code = code
        self.sentence = sentence
        self.field = field

    def __str__(self) -> str:
        return f"{self.code}: {self.sentence('en')}"

    def body(self, language: Language) -> Problem:
        """Return the problem in the given language."""
        return Problem(
            type=f"/docs#{self.code}",
            title=say(f"problem.{self.code}", language),
            status=self.status_code,
            detail=self.sentence(language),
            code=self.code,
            field=self.field,
        )


def plain_problem(code: ProblemCode, headers: dict[str, str] | None = None, **values: object) -> ApiProblem:
    """Return the problem whose detail is the catalogue's own sentence for the code."""

    def sentence(language: Language) -> str:
        return say(f"problem.{code}.detail", language, **values)

    return ApiProblem(code, sentence, headers=headers)


def not_ready() -> ApiProblem:
    """Return the problem for a server that cannot answer yet."""
    return plain_problem("not_ready", {"Retry-After": "5"})


def plain_example(code: ProblemCode) -> dict[str, object]:
    """Return what the body of a problem looks like, for the reference."""
    faults = {code: f"question.{fault}" for fault, code in _QUESTION_CODES.items()}
    values = {"limit": "64", "path": "/api/v1/x", "method": "PUT", "allowed": "POST", "model": "gpt", "seconds": "5"}
    values["expected"] = "application/json"
    values |= {"field": "mode", "reason": say("field.invalid")}
    values["detail"] = {"question_too_long": "2400", "unknown_year": "1999", "unknown_issuer": "Sở Y tế"}.get(
        code, "bc-2019"
    )
    detail = say(faults.get(code, f"problem.{code}.detail"), "vi", **values)
    return ApiProblem(code, lambda _: detail).body("vi").model_dump(exclude_none=True)


def problem_of_question(error: QuestionError) -> ApiProblem:
    """Return the problem for a question that cannot be answered as it stands."""
    field = _FIELDS.get(error.fault, "question" if error.fault != "no-report-left" else None)
    # An id is echoed; a reader needs its beginning, not 60 KB of it.
    sentence = partial(say, f"question.{error.fault}", detail=error.detail[:80])
    return ApiProblem(_QUESTION_CODES[error.fault], sentence, field=field)


def _reason(error: Mapping[str, object]) -> Sentence:
    """Return what is wrong with a field, in words."""
    kind, context = str(error["type"]), error.get("ctx")
    values = context if isinstance(context, dict) else {}
    limit = next((values[name] for name in ("ge", "le", "min_length", "max_length") if name in values), None)
    keys = {
        "missing": "field.missing",
        "literal_error": "field.choice",
        "greater_than_equal": "field.at-least",
        "less_than_equal": "field.at-most",
        "too_short": "field.too-few",
        "too_long": "field.too-many",
    }
    key = keys.get(kind, "field.type" if kind.endswith("_type") else "field.invalid")
    return partial(say, key, limit=limit, expected=str(values.get("expected", "")).replace(" or ", ", "))


def field_problem(field: str, reason: Sentence) -> ApiProblem:
    """Return the problem for a field whose value cannot be used."""

    def sentence(language: Language) -> str:
        return say("problem.invalid_field.detail", language, field=field[:80], reason=reason(language).rstrip("."))

    return ApiProblem("invalid_field", sentence, field=field)


def problem_of_validation(errors: Sequence[Mapping[str, object]]) -> ApiProblem:
    """Return the problem for the first validation error; one of the question's length has a code of its own."""
    error = errors[0]
    where = error["loc"]
    path = [str(part) for part in where][1:] if isinstance(where, tuple) else []
    if error["type"] == "json_invalid" or not path:
        return plain_problem("malformed")
    if path == ["question"] and error["type"] == "string_too_short":
        return problem_of_question(QuestionError("empty"))
    if path == ["question"] and error["type"] == "string_too_long":
        return problem_of_question(QuestionError("too-long", str(len(str(error["input"]).strip()))))
    return field_problem(".".join(path), _reason(error))


def problem_response(request: Request, problem: ApiProblem) -> Response:
    """Return the problem as ``application/problem+json`` in the language that the client prefers."""
    language = language_of(request.headers.get("accept-language", ""))
    body = problem.body(language).model_dump(exclude_none=True)
    if request.url.path.startswith(OPENAI_PREFIX):
        # Where clients written for OpenAI look for the message.
        body["error"] = {"message": body["detail"], "type": problem.code, "code": problem.code, "param": problem.field}
    return JSONResponse(
        body,
        problem.status_code,
        headers={**(problem.headers or {}), "Content-Language": language},
        media_type="application/problem+json",
    )


def _of_http(request: Request, error: HTTPException) -> ApiProblem:
    """Return the problem for what the framework refuses by itself."""
    if isinstance(error, ApiProblem):
        return error
    if error.status_code == 405:
        allowed = (error.headers or {}).get("Allow", "")
        return plain_problem(
            "method_not_allowed", {"Allow": allowed}, path=request.url.path, method=request.method, allowed=allowed
        )
    if error.status_code == 404:
        return plain_problem("not_found", path=request.url.path)
    return plain_problem("malformed")


def add_problem_handlers(app: FastAPI) -> None:
    """Answer every refusal of the application with a problem."""

    @app.exception_handler(HTTPException)
    def on_http(request: Request, error: HTTPException) -> Response:
        return problem_response(request, _of_http(request, error))

    @app.exception_handler(RequestValidationError)
    def on_validation(request: Request, error: RequestValidationError) -> Response:
        return problem_response(request, problem_of_validation(error.errors()))

    @app.exception_handler(QuestionError)
    def on_question(request: Request, error: QuestionError) -> Response:
        return problem_response(request, problem_of_question(error))

    @app.exception_handler(NotReadyError)
    def on_not_ready(request: Request, _: NotReadyError) -> Response:
        return problem_response(request, not_ready())
