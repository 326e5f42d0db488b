"""The HTTP interface over what serves at the moment. Knows nothing of finding answers, or of the chat page."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.routing import Route

from app.messages import say
from app.shelf.shelf import Shelf
from app.web.admin.routes import admin_routes
from app.web.api.ask import ask_routes
from app.web.api.completions import completion_routes
from app.web.api.described import without_unreached
from app.web.api.feedback import FeedbackKeeper, feedback_routes
from app.web.api.health import health_routes
from app.web.api.publish import publish_routes
from app.web.api.reference import reference_routes
from app.web.api.reports import report_routes
from app.web.api.tool import PATH as TOOL_PATH
from app.web.api.tool import ToolDoor
from app.web.current import Current
from app.web.embed.routes import embed_routes
from app.web.pages import page_routes
from app.web.problems import add_problem_handlers
from app.web.routes import refuse_unknown
from corpus.reading.apart import STANDARD

STATIC_FOLDER = Path(__file__).parent.parent / "static"
STATIC_PATH = "/hoidap"
"""Where style sheets and scripts of the product are served; "/static" and "/assets" belong to Gradio."""

_VERBS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]


def create_api(current: Current, feedback: FeedbackKeeper | None = None, shelf: Shelf | None = None) -> FastAPI:
    """Return the application: the API, a page for each report, and the reference at /docs, without the chat.

    Without ``feedback`` nothing that users say is kept, without ``shelf`` the reports stay as they are.
    """
    tool = ToolDoor(current)
    app = FastAPI(
        title=say("page.title"),
        version="1",
        description=say("reference.keys"),
        docs_url=None,
        redoc_url=None,
        lifespan=tool.lifespan,
    )
    described = app.openapi
    app.openapi = lambda: without_unreached(described())  # type: ignore[method-assign]  # as FastAPI's guide does it
    add_problem_handlers(app)
    app.include_router(ask_routes(current))
    app.include_router(completion_routes(current))
    app.include_router(report_routes(current))
    app.include_router(publish_routes(shelf))
    app.include_router(feedback_routes(current, feedback))
    app.include_router(health_routes(current))
    app.include_router(page_routes(current))
    app.include_router(reference_routes())
    app.include_router(embed_routes())
    app.include_router(admin_routes(shelf.limits.megabytes if shelf else STANDARD.megabytes))
    app.router.routes.append(Route(TOOL_PATH, endpoint=tool, methods=["POST"], include_in_schema=False))
    for prefix in ("/api", "/v1"):
        app.add_api_route(prefix + "/{rest:path}", refuse_unknown, methods=_VERBS, include_in_schema=False)
    app.mount(STATIC_PATH, StaticFiles(directory=STATIC_FOLDER), name="hoidap")
    return app
