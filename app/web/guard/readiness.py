"""Answers 503 to everything but health and reference while there is no index to answer from. Knows no index."""

from starlette.types import ASGIApp, Receive, Scope, Send

from app.web.current import Current
from app.web.guard.areas import area_of
from app.web.guard.refusal import refuse
from app.web.problems import not_ready


class Ready:
    """ASGI middleware; asks at each request, so that an index built meanwhile serves at once."""

    def __init__(self, app: ASGIApp, current: Current) -> None:
        self.app = app
        self._current = current

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http" or self._current.ready or area_of(scope["path"]) in ("open", "metrics"):
            await self.app(scope, receive, send)
        else:
            await refuse(not_ready(), scope, receive, send)
