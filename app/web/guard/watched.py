"""Gives each request an id, counts it, and logs it in one line. Knows its kind and status, no more."""

import re
import time
import uuid

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.observe.logs import REQUEST_ID, requests
from app.observe.metrics import KNOWN_METHODS, Metrics
from app.web.guard.areas import label_of
from app.web.guard.client import is_internal
from app.web.guard.refusal import TURNED_AWAY

ID_HEADER = "X-Request-Id"
_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
"""An id of the client is taken over only in this form, so that none can forge a line of the log or a header."""


class Watched:
    """ASGI middleware, outermost of all. Another worker's request keeps the id it has and is not counted again."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get(ID_HEADER, "")
        identity = given if _ID.fullmatch(given) else uuid.uuid4().hex
        scope.setdefault("state", {})["request_id"] = identity
        began, status, first_byte = time.perf_counter(), 500, 0.0

        async def send_with_id(message: Message) -> None:
            nonlocal status, first_byte
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)[ID_HEADER] = identity
                status, first_byte = message["status"], time.perf_counter() - began
            await send(message)

        token = REQUEST_ID.set(identity)
        try:
            await self.app(scope, receive, send_with_id)
        finally:
            if not is_internal(scope):
                self._note(scope, status, first_byte, time.perf_counter() - began)
            REQUEST_ID.reset(token)

    def _note(self, scope: Scope, status: int, first_byte: float, seconds: float) -> None:
        area, method = label_of(scope["path"]), KNOWN_METHODS.get(scope["method"], "other")
        self._metrics.requested(area, method, status, first_byte)
        state = scope["state"]
        if code := state.get(TURNED_AWAY):
            self._metrics.turned_away(code)
        key = state.get("key")
        fields = {"area": area, "method": method, "status": status, "ms": round(1000 * seconds, 1)}
        requests.info("request", extra={**fields, "key": key.id if key else "", "refused": code or ""})
