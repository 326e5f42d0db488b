"""Bounds what a request may take: bytes and seconds for its body, seconds until its answer. Knows nothing of routes."""

import asyncio
from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.web.guard.areas import asks, body_limit
from app.web.guard.client import is_internal
from app.web.guard.refusal import refuse
from app.web.problems import ApiProblem, plain_problem

PATIENCE = 10.0
"""Seconds for a body of any size."""
SLOWEST = 64 * 1024
"""Bytes that a larger body must bring for each further second."""


class Bodies:
    """ASGI middleware that lets a request through only when its whole body is there, neither too large nor too slow.

    Until then it costs no thread: a thousand clients that dribble their bodies hold up nobody else.
    """

    def __init__(self, app: ASGIApp, limit_of: Callable[[str], int] = body_limit, patience: float = PATIENCE) -> None:
        self.app = app
        self._limit_of = limit_of
        self._patience = patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self.app(scope, receive, send)
            return
        body = await self._read(receive, self._limit_of(scope["path"]))
        if isinstance(body, ApiProblem):
            await refuse(body, scope, receive, send)
        elif body is not None:
            await self.app(scope, _given(body, receive), send)

    async def _read(self, receive: Receive, limit: int) -> bytes | ApiProblem | None:
        """Return the body, what is wrong with it, or None where the client is gone."""
        began = asyncio.get_running_loop().time()
        body = bytearray()
        while True:
            left = began + self._patience + len(body) / SLOWEST - asyncio.get_running_loop().time()
            try:
                message = await asyncio.wait_for(receive(), max(left, 0.001))
            except TimeoutError:
                return plain_problem("too_slow", {"Connection": "close"})
            if message["type"] == "http.disconnect":
                return None
            body += message.get("body", b"")
            if len(body) > limit:
                return plain_problem("payload_too_large", {"Connection": "close"}, limit=limit // 1024)
            if not message.get("more_body"):
                return bytes(body)


def _given(body: bytes, receive: Receive) -> Receive:
    """Return a ``receive`` that gives the whole body first."""
    given = False

    async def receive_whole() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive_whole


class Deadline:
    """ASGI middleware that answers for a question whose answer does not begin in time.

    The work itself goes on in its thread, which nothing can stop, and is thrown away.
    """

    def __init__(self, app: ASGIApp, seconds: float) -> None:
        self.app = app
        self._seconds = seconds
        self._late: set[asyncio.Task[None]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http" or not asks(scope["method"], scope["path"]) or is_internal(scope):
            await self.app(scope, receive, send)
            return
        begun, over = asyncio.Event(), False

        async def send_in_time(message: Message) -> None:
            begun.set()
            if not over:
                await send(message)

        work = asyncio.ensure_future(self.app(scope, receive, send_in_time))
        first = asyncio.ensure_future(begun.wait())
        try:
            await asyncio.wait({work, first}, timeout=self._seconds, return_when=asyncio.FIRST_COMPLETED)
            if work.done() or begun.is_set():
                await work
                return
        except asyncio.CancelledError:
            work.cancel()
            raise
        finally:
            first.cancel()
        over = True
        self._late.add(work)
        work.add_done_callback(self._forget)
        await refuse(plain_problem("timed_out", seconds=round(self._seconds)), scope, receive, send)

    def _forget(self, work: "asyncio.Task[None]") -> None:
        self._late.discard(work)
        if not work.cancelled():
            work.exception()  # looked at, so that nobody is warned of it
