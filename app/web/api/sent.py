"""Reads an uploaded file from a request: as a form, or as bare Markdown. Knows nothing of what becomes of it."""

from functools import partial

from fastapi import Request
from pydantic import ValidationError
from starlette.datastructures import UploadFile

from app.messages import say
from app.shelf.models import Sent
from app.web.api.corrections import CorrectionsIn
from app.web.problems import field_problem, problem_of_validation
from corpus.card import Corrections

FILE, CORRECTIONS = "file", "corrections"
_LONGEST_FIELD = 64 * 1024


async def sent_with(request: Request, identity: str) -> Sent:
    """Return the file that a request carries. Raises ``ApiProblem`` for a form without one, or with a wrong field."""
    if request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        return await _of_form(request, identity)
    if not identity:
        raise field_problem("report_id", partial(say, "field.missing"))
    return Sent(f"{identity}.md", await request.body(), identity)


async def _of_form(request: Request, identity: str) -> Sent:
    async with request.form(max_files=1, max_fields=4, max_part_size=_LONGEST_FIELD) as form:
        file, given = form.get(FILE), form.get(CORRECTIONS)
        if not isinstance(file, UploadFile):
            raise field_problem(FILE, partial(say, "field.missing"))
        return Sent(file.filename or "", await file.read(), identity, _corrections(given))


def _corrections(given: object) -> Corrections:
    if not given:
        return Corrections()
    try:
        return CorrectionsIn.model_validate_json(given if isinstance(given, str) else "").corrections()
    except ValidationError as error:
        first = error.errors()[0]
        raise problem_of_validation([{**first, "loc": ("body", CORRECTIONS, *first["loc"])}]) from error
