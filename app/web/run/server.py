"""Serves an application in this process until it is told to stop. Knows uvicorn, nothing of the application."""

import asyncio
import re
import signal
import socket
from collections.abc import Callable, Sequence
from types import FrameType

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from app.web.run.patience import PatientProtocol

LAST_ANSWERS = 30
"""Seconds that running answers are given to end after the server was told to stop."""
_ENDLESS = re.compile(r"(?:/en)?/gradio_api/heartbeat/.*|/mcp/?")
"""GET opens a stream that stays as long as a page or a client does; it would hold up the end of the server."""


class Streams:
    """ASGI application that ends the streams which never end by themselves when the server stops."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._open: set[asyncio.Task[None]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] == "http" and scope["method"] == "GET" and _ENDLESS.fullmatch(scope["path"]):
            task = asyncio.ensure_future(self.app(scope, receive, send))
            self._open.add(task)
            task.add_done_callback(self._open.discard)
            await asyncio.wait({task})
        else:
            await self.app(scope, receive, send)

    def end(self) -> None:
        """End all that are open."""
        for task in tuple(self._open):
            task.cancel()


class _Server(uvicorn.Server):
    """Says when a browser can open it, and lets go of endless streams before it waits for the rest."""

    def __init__(self, config: uvicorn.Config, streams: Streams, announce: Callable[[], None]) -> None:
        super().__init__(config)
        self._streams = streams
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._announce()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._streams.end()
        await super().shutdown(sockets)


def _ignore(_signal: int, _frame: FrameType | None) -> None:
    """Do nothing: uvicorn raises a signal again once it has stopped, for a process that would end by it."""


def serve_until_stopped(app: ASGIApp, sockets: Sequence[socket.socket], announce: Callable[[], None]) -> None:
    """Serve on the sockets until SIGTERM or SIGINT, then let running answers end; returns when all is closed."""
    streams = Streams(app)
    config = uvicorn.Config(
        streams,
        http=PatientProtocol,
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # X-Forwarded-For is read by app.web.guard.client, from known proxies only
        timeout_graceful_shutdown=LAST_ANSWERS,
        backlog=512,
    )
    before = {number: signal.signal(number, _ignore) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        _Server(config, streams, announce).run(list(sockets))
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
