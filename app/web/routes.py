"""How a request to the API is let in: of the right type and bounded size, and no failure without a problem.

Knows nothing of what the endpoints do.
"""

import logging
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.routing import compile_path
from starlette.types import Message

from app.errors import NotReadyError, QuestionError
from app.store.errors import StoreError
from app.web.problems import plain_problem, problem_response

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Body:
    """What a request may carry: its media type, and bytes at most. JSON has to be UTF-8."""

    media_types: tuple[str, ...]
    limit: int

    def accepts(self, media_type: str) -> bool:
        """Tell whether a media type may be sent; any "application/…+json" is JSON."""
        is_json = media_type.startswith("application/") and media_type.endswith("+json")
        return media_type in self.media_types or (is_json and self.is_json)

    @property
    def is_json(self) -> bool:
        """Whether JSON is expected."""
        return "application/json" in self.media_types


JSON = Body(("application/json",), 64 * 1024)
"""A question and twenty turns fit many times over."""
MARKDOWN = Body(("text/markdown", "text/plain"), 4 * 1024 * 1024)
"""A report; the packaged one has 70 KiB."""
FILES = Body(("multipart/form-data",), 1024 * 1024 * 1024)
"""A file of any format; how large it may be is a setting, which the edge and the reader of files hold."""


def _body_of(request: Request, bodies: Sequence[Body]) -> Body:
    """Return what the request says that it carries. Raises the problems for a wrong type and for too much."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = next((body for body in bodies if body.accepts(media_type)), None)
    if body is None:
        raise plain_problem("unsupported_media_type", expected=", ".join(body.media_types[0] for body in bodies))
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length) > body.limit:
        raise plain_problem("payload_too_large", limit=body.limit // 1024)
    return body


def _bounded(request: Request, body: Body) -> Request:
    """Return the request reading at most ``body.limit`` bytes, whatever its headers say of its length."""
    received = 0

    async def receive() -> Message:
        nonlocal received
        message = await request.receive()
        received += len(message.get("body", b""))
        if received > body.limit:
            raise plain_problem("payload_too_large", limit=body.limit // 1024)
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

    bodies: ClassVar[tuple[Body, ...]] = (JSON,)

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the handler with the guards around it."""
        handle = super().get_route_handler()
        bodies = self.bodies

        async def guarded(request: Request) -> Response:
            try:
                if request.method in ("POST", "PUT", "PATCH"):
                    body = _body_of(request, bodies)
                    request = _bounded(request, body)
                    sent = await request.body()
                    if body.is_json:
                        _check_encoding(sent)
                return await handle(request)
            except (HTTPException, RequestValidationError, QuestionError, NotReadyError):
                raise
            except StoreError:
                log.exception("%s %s could not be kept", request.method, request.url.path)
                return problem_response(request, plain_problem("storage_unavailable", {"Retry-After": "5"}))
            except Exception:
                log.exception("%s %s failed", request.method, request.url.path)
                return problem_response(request, plain_problem("internal"))

        return guarded


class UploadRoute(GuardedRoute):
    """A route that takes a report; what its bytes are is for the reader of reports to say."""

    bodies: ClassVar[tuple[Body, ...]] = (MARKDOWN, FILES)


def refuse_unknown(request: Request) -> Response:
    """Refuse an address under /api that no route serves, telling a wrong method from a wrong address."""
    path, method = request.url.path, request.method
    for template, operations in request.app.openapi()["paths"].items():
        if compile_path(template)[0].match(path):
            allowed = ", ".join(sorted(name.upper() for name in operations))
            raise plain_problem("method_not_allowed", {"Allow": allowed}, path=path, method=method, allowed=allowed)
    raise plain_problem("not_found", path=path)
