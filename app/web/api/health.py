"""GET /healthz and /readyz for whoever watches the server. Knows nothing of what is served."""

from fastapi import APIRouter

from app.web.api.described import example, merged, problems
from app.web.api.schemas import Health
from app.web.current import Current
from app.web.routes import GuardedRoute


def health_routes(current: Current) -> APIRouter:
    """Return the routes that tell whether the process lives and whether it can answer."""
    router = APIRouter(route_class=GuardedRoute, tags=["health"])

    @router.get("/healthz", summary="Còn chạy", responses={200: example({"status": "ok"}, "Còn chạy / alive")})
    def healthz() -> Health:
        """Tell that the process answers."""
        return Health(status="ok")

    @router.get(
        "/readyz",
        summary="Sẵn sàng",
        responses=merged({200: example({"status": "ready"}, "Sẵn sàng / ready")}, problems("not_ready")),
    )
    def readyz() -> Health:
        """Tell that the index and the models are loaded."""
        current.take()
        return Health(status="ready")

    return router
