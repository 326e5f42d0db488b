"""Passes requests for pages on to the worker that has the chat. Knows a Unix socket, nothing of Gradio.

A chat in Gradio lives in one process: its queue and the state of each open page. So one worker has the chat, and the
others, which answer the API, pass on to it what a browser asks them.
"""

import httpx
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from app.web.guard.areas import area_of
from app.web.guard.refusal import refuse
from app.web.problems import not_ready

# Of one connection, not of a request (RFC 9110, 7.6.1); the length is given anew with the body.
_HOP = {b"connection", b"keep-alive", b"te", b"trailer", b"transfer-encoding", b"upgrade", b"proxy-connection"}


def _passed_on(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, value in headers if name.lower() not in _HOP]


class ToChat:
    """ASGI middleware that passes on pages, but serves the API, those of reports and the administrators' here."""

    def __init__(self, app: ASGIApp, path: str) -> None:
        self.app = app
        transport = httpx.AsyncHTTPTransport(uds=path, limits=httpx.Limits(max_connections=None))
        self._chat = httpx.AsyncClient(transport=transport, base_url="http://chat", timeout=None, trust_env=False)  # noqa: S113 # nosec B113 - the edge bounds time

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        path = scope.get("path", "")
        if scope["type"] != "http" or area_of(path) != "page" or path.startswith(("/reports/", "/admin/")):
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        body = await request.body()
        target = scope["raw_path"] + (b"?" + scope["query_string"] if scope["query_string"] else b"")
        passed = self._chat.build_request(request.method, "http://chat", content=body)
        passed.url = passed.url.copy_with(raw_path=target)
        passed.headers = httpx.Headers([*_passed_on(scope["headers"])])
        passed.headers["Content-Length"] = str(len(body))
        passed.headers["X-Request-Id"] = scope["state"]["request_id"]
        try:
            answer = await self._chat.send(passed, stream=True)
        except httpx.TransportError:
            await refuse(not_ready(), scope, receive, send)
            return
        response = StreamingResponse(answer.aiter_raw(), answer.status_code, background=BackgroundTask(answer.aclose))
        response.raw_headers = _passed_on(answer.headers.raw)
        await response(scope, receive, send)
