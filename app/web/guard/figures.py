"""Serves the figures of ``app.observe.metrics`` at /metrics. Knows nothing of what they count."""

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from app.observe.metrics import CONTENT_TYPE, Metrics
from app.web.headers import fixed_headers


class Figures:
    """ASGI middleware that answers GET /metrics itself."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] == "http" and scope["path"] == "/metrics" and scope["method"] in ("GET", "HEAD"):
            response = Response(self._metrics.text(), media_type=CONTENT_TYPE, headers=fixed_headers())
            await response(scope, receive, send)
        else:
            await self.app(scope, receive, send)
