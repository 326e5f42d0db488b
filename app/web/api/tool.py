"""Serves the tool for language models at /mcp where the extra "mcp" is installed. Knows HTTP, not the tool."""

import contextlib
import importlib.util
from collections.abc import AsyncIterator

from fastapi import FastAPI, Request
from starlette.types import ASGIApp, Receive, Scope, Send

from app.web.current import Current
from app.web.problems import plain_problem, problem_response

PATH = "/mcp"


class ToolDoor:
    """The ASGI application at /mcp. It opens with the server, since the protocol's work lives in a task group."""

    def __init__(self, current: Current) -> None:
        self._current = current
        self._open: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; 404 where the extra is not installed."""
        if self._open:
            await self._open(scope, receive, send)
        else:
            response = problem_response(Request(scope), plain_problem("not_found", path=PATH))
            await response(scope, receive, send)

    @contextlib.asynccontextmanager
    async def lifespan(self, _: FastAPI) -> AsyncIterator[None]:
        """Be open while the server runs."""
        if importlib.util.find_spec("mcp") is None:
            yield
            return
        from app.tool.server import tool_server

        server = tool_server(self._current, lambda: self._current.library)
        # Without sessions any of several workers can answer. Hosts and origins are checked at the edge, not by it.
        door = server.streamable_http_app(streamable_http_path=PATH, json_response=True, stateless_http=True, host="")
        async with server.session_manager.run():
            self._open = door
            yield
        self._open = None
