"""Turns questions away when too many wait already. Knows how many are under way in this process, nothing of them."""

from starlette.types import ASGIApp, Receive, Scope, Send

from app.observe.metrics import Metrics
from app.web.guard.areas import asks
from app.web.guard.refusal import refuse
from app.web.problems import plain_problem

COME_BACK = 2
"""Seconds after which a client that was turned away may try again."""


class Queue:
    """ASGI middleware that lets at most ``longest`` questions be under way or waiting."""

    def __init__(self, app: ASGIApp, longest: int, metrics: Metrics) -> None:
        self.app = app
        self._longest = longest
        self._metrics = metrics
        self._inside = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http" or not asks(scope["method"], scope["path"]):
            await self.app(scope, receive, send)
            return
        if self._inside >= self._longest:
            problem = plain_problem("busy", {"Retry-After": str(COME_BACK)}, seconds=COME_BACK)
            await refuse(problem, scope, receive, send)
            return
        self._count(1)
        try:
            await self.app(scope, receive, send)
        finally:
            self._count(-1)

    def _count(self, difference: int) -> None:
        self._inside += difference
        self._metrics.queue(difference)
