"""How a request to the API is let in: JSON only, of bounded size, and no failure without a problem.

Knows nothing of what the endpoints do.
"""

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.routing import compile_path
from starlette.types import Message

from app.errors import NotReadyError, QuestionError
from app.web.problems import plain_problem, problem_response

log = logging.getLogger(__name__)

BODY_LIMIT = 64 * 1024
"""Bytes of a request body: a question and twenty turns fit many times over."""


def _too_large() -> HTTPException:
    return plain_problem("payload_too_large", limit=BODY_LIMIT // 1024)


def _check_headers(request: Request) -> None:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json" and not (
        media_type.startswith("application/") and media_type.endswith("+json")
    ):
        raise plain_problem("unsupported_media_type")
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length) > BODY_LIMIT:
        raise _too_large()


def _bounded(request: Request) -> Request:
    """Return the request reading at most ``BODY_LIMIT`` bytes, whatever its headers say of its length."""
    received = 0

    async def receive() -> Message:
        nonlocal received
        message = await request.receive()
        received += len(message.get("body", b""))
        if received > BODY_LIMIT:
            raise _too_large()
        return message

    return Request(request.scope, receive)


def _check_encoding(body: bytes) -> None:
    """Refuse what is not UTF-8: the JSON decoder would take UTF-16 and UTF-32 as well."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise plain_problem("malformed") from error


class GuardedRoute(APIRoute):
    """A route of the API. What nobody foresaw becomes a problem "internal" and a line in the log."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the handler with the guards around it."""
        handle = super().get_route_handler()

        async def guarded(request: Request) -> Response:
            try:
                if request.method in ("POST", "PUT", "PATCH"):
                    _check_headers(request)
                    request = _bounded(request)
                    _check_encoding(await request.body())
                return await handle(request)
            except (HTTPException, RequestValidationError, QuestionError, NotReadyError):
                raise
            except Exception:
                log.exception("%s %s failed", request.method, request.url.path)
                return problem_response(request, plain_problem("internal"))

        return guarded


def refuse_unknown(request: Request) -> Response:
    """Refuse an address under /api that no route serves, telling a wrong method from a wrong address."""
    path, method = request.url.path, request.method
    for template, operations in request.app.openapi()["paths"].items():
        if compile_path(template)[0].match(path):
            allowed = ", ".join(sorted(name.upper() for name in operations))
            raise plain_problem("method_not_allowed", {"Allow": allowed}, path=path, method=method, allowed=allowed)
    raise plain_problem("not_found", path=path)
