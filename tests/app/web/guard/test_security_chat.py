"""The chat page behind the guards: what of Gradio's own endpoints is reachable, and that the page still works."""

import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from starlette.routing import BaseRoute

from app.hosting import Hosting
from app.observe.metrics import Metrics
from app.web.current import Current, Serving
from app.web.guard.areas import area_of
from app.web.guard.around import Guard, put_around
from app.web.serve import create_app
from corpus.library import Library
from tests.app.web.guard.conftest import LOCAL, Ring
from tests.fakes import ScriptedAsker

NEEDED = {
    "/", "/assets/{path:path}", "/config", "/config/", "/favicon.ico", "/manifest.json", "/openapi.json", "/robots.txt",
    "/static/{path:path}", "/svelte/{path:path}", "/theme.css",
    "/gradio_api/app_id", "/gradio_api/app_id/", "/gradio_api/cancel", "/gradio_api/heartbeat/{session_hash}",
    "/gradio_api/queue/data", "/gradio_api/queue/join", "/gradio_api/reset", "/gradio_api/reset/",
    "/gradio_api/startup-events", "/gradio_api/theme.css",
}  # fmt: skip
"""What a browser needs of Gradio in order to ask and be answered. A new Gradio may add; it stays closed until it is
added here and in ``app.web.guard.areas``."""


@pytest.fixture(scope="module")
def application(library: Library) -> Iterator[TestClient]:
    current = Current(Serving(ScriptedAsker([]), library))
    app = put_around(create_app(current, ["Câu hỏi mẫu?"]), current, Guard(Ring(), Metrics(), Hosting()))
    with TestClient(app, base_url="http://127.0.0.1", client=LOCAL) as client:
        yield client


def _paths(routes: list[BaseRoute]) -> Iterator[str]:
    """Yield the paths of routes and of the routers among them."""
    for route in routes:
        inner = getattr(route, "original_router", None)
        if inner is not None:
            yield from _paths(inner.routes)
        elif path := getattr(route, "path", ""):
            yield path


def _gradio_paths(client: TestClient) -> set[str]:
    mounts = [route for route in client.app.routes if getattr(route, "path", "x") == ""]  # type: ignore[attr-defined]
    return {path for mount in mounts for path in _paths(mount.app.routes)}


def _filled(path: str) -> str:
    return re.sub(r"\{[^}]*\}", "x", path)


def test_only_what_the_page_needs_of_gradio_is_served(application: TestClient) -> None:
    paths = _gradio_paths(application)
    assert len(paths) > 50
    assert {path for path in paths if area_of(_filled(path)) != "closed"} == NEEDED & paths


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/file=/etc/passwd", "/gradio_api/file/etc/passwd", "/gradio_api/proxy=http://127.0.0.1/",
        "/gradio_api/upload", "/gradio_api/info", "/gradio_api/openapi.json", "/gradio_api/queue/status", "/monitoring",
        "/monitoring/summary", "/gradio_api/run/send", "/gradio_api/call/send", "/gradio_api/api/send", "/login",
        "/gradio_api/component_server", "/gradio_api/stream/x", "/gradio_api/token", "/gradio_api/vibe-code",
        "/en/gradio_api/file=/etc/passwd", "/en/gradio_api/upload", "/gradio_api/../gradio_api/upload",
        "/gradio_api/custom_component/a/b/c/d", "/gradio_api/deep_link", "/gradio_api/dev/reload",
    ],
)  # fmt: skip
def test_the_rest_answers_404_whatever_the_method(application: TestClient, path: str) -> None:
    for method in ("GET", "POST", "HEAD", "PUT"):
        assert application.request(method, path).status_code in (404, 405), method


@pytest.mark.parametrize(
    "path",
    [
        "/hoidap/../serve.py", "/hoidap/%2e%2e/serve.py", "/hoidap/..%2fserve.py", "/hoidap/....//serve.py",
        "/assets/../../../../etc/passwd", "/assets/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "/static/..%2f..%2f..%2fetc%2fpasswd",
        "/static//etc/passwd", "/svelte/../../../../etc/passwd", "/svelte/%2e%2e%2f%2e%2e%2fetc/passwd",
        "/reports/..%2f..%2fetc%2fpasswd", "/api/v1/reports/..%2f..%2f..%2fetc%2fpasswd", "/hoidap/%00", "/assets/%00",
        "/api/v1/reports/%2e%2e/text", "/reports/" + "a" * 5000,
    ],
)  # fmt: skip
def test_no_path_leads_out_of_what_is_served(application: TestClient, path: str) -> None:
    answer = application.get(path)
    assert answer.status_code in (400, 403, 404), path
    assert "root:" not in answer.text
    assert "import" not in answer.text


def test_the_page_itself_is_served_with_its_policy(application: TestClient) -> None:
    page = application.get("/")
    assert page.status_code == 200
    assert "'nonce-" in page.headers["content-security-policy"]
    assert page.headers["x-request-id"]
    assert application.get("/config").status_code == 200
    assert application.get("/theme.css").status_code == 200


def test_of_the_calls_past_the_queue_only_the_pages_own_is_served() -> None:
    assert area_of("/gradio_api/run/predict") == area_of("/en/gradio_api/run/predict") == "page"
    for path in ("/gradio_api/run/predict/x", "/gradio_api/run/send", "/gradio_api/api/predict", "/run/predict"):
        assert area_of(path) == "closed"
