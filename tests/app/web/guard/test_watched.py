"""What is said of a request: its id, its figures, its line in the log; never what was asked."""

import io
import json
import logging
from collections.abc import Iterator

import pytest

from app.hosting import Hosting
from app.observe.logs import set_up_logs
from app.observe.metrics import Metrics
from tests.app.web.guard.conftest import ASK, QUESTION, Guarded, Ring, key


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """The log in JSON for the time of a test."""
    root, stream = logging.getLogger(), io.StringIO()
    handlers, level = root.handlers, root.level
    set_up_logs("json", stream)
    yield stream
    root.handlers = handlers
    root.setLevel(level)


def test_a_request_keeps_the_id_it_brings_and_gets_one_otherwise(guarded: Guarded) -> None:
    client = guarded()
    assert client.get("/healthz", headers={"X-Request-Id": "cong-42.a"}).headers["x-request-id"] == "cong-42.a"
    made = {client.get("/healthz").headers["x-request-id"] for _ in range(2)}
    assert len(made) == 2


@pytest.mark.parametrize("forged", ["a b", "a\tb", "<script>", "x" * 65, "á", '","level":"ERROR'])
def test_an_id_that_could_forge_a_line_or_a_header_is_not_taken_over(guarded: Guarded, forged: str) -> None:
    got = guarded().get("/healthz", headers=[(b"X-Request-Id", forged.encode())]).headers["x-request-id"]
    assert len(got) == 32
    assert got.isalnum()


@pytest.mark.parametrize(
    "path", ["/api/v1/reports/a%0d%0aSet-Cookie:%20x=1", "/reports/a%0d%0aX-Bad:%201?start=%0d%0a", "/%0d%0aX-Bad:1"]
)
def test_no_part_of_an_address_becomes_a_header(guarded: Guarded, path: str) -> None:
    for language in ("vi", "en\r\nX-Bad: 1"):
        got = guarded().get(path, headers=[(b"Accept-Language", language.encode())])
        assert "x-bad" not in got.headers
        assert "set-cookie" not in got.headers


def test_each_request_is_one_line_without_what_was_asked(guarded: Guarded, lines: io.StringIO) -> None:
    ring = Ring(sesam=key("cong"))
    client = guarded(ring)
    client.post(ASK + "?q=bi-mat", json=QUESTION, headers={"X-API-Key": "sesam", "X-Request-Id": "r1"})
    client.post(ASK, json=QUESTION, headers={"X-API-Key": "sai-mat-khau"})
    first, second = map(json.loads, lines.getvalue().splitlines())
    assert (first["request_id"], first["area"], first["status"], first["key"], first["refused"]) == (
        "r1",
        "ask",
        200,
        "cong",
        "",
    )
    assert (second["status"], second["refused"]) == (401, "unauthorized")
    for secret in ("hoa hồng", "bi-mat", "sesam", "sai-mat-khau"):
        assert secret not in lines.getvalue()


def test_a_failure_is_logged_with_the_id_of_its_request_and_without_the_question(
    guarded: Guarded, lines: io.StringIO
) -> None:
    client = guarded(script=[RuntimeError("hỏng")])
    assert client.post(ASK, json=QUESTION, headers={"X-Request-Id": "r7"}).json()["code"] == "internal"
    failure = next(line for line in map(json.loads, lines.getvalue().splitlines()) if line["level"] == "ERROR")
    assert failure["request_id"] == "r7"
    assert "hoa hồng" not in lines.getvalue()


def test_the_figures_tell_requests_and_what_was_turned_away(guarded: Guarded) -> None:
    client = guarded(hosting=Hosting(address_limits="1/minute"))
    client.post(ASK, json=QUESTION)
    client.post(ASK, json=QUESTION)
    client.get("/gradio_api/file=/etc/passwd")
    client.request("BREW", "/healthz")
    text = client.get("/metrics").text
    assert 'hoidap_requests_total{area="ask",method="POST",status="200"} 1.0' in text
    assert 'hoidap_turned_away_total{code="too_many"} 1.0' in text
    assert 'hoidap_turned_away_total{code="not_found"} 1.0' in text
    assert 'method="other"' in text
    assert "passwd" not in text
    assert client.get("/metrics").headers["content-type"].startswith("text/plain; version=0.0.4")


def test_without_an_index_only_health_and_reference_answer(guarded: Guarded) -> None:
    client = guarded(ready=False)
    assert client.get("/healthz").status_code == 200
    assert client.get("/docs").status_code == 200
    assert client.get("/metrics").status_code == 200
    for path in ("/readyz", "/api/v1/reports", "/reports/x", "/", "/gradio_api/queue/data"):
        refused = client.get(path)
        assert (refused.status_code, refused.json()["code"]) == (503, "not_ready")
        assert refused.headers["retry-after"] == "5"


def test_metrics_shown_are_those_given() -> None:
    assert b"hoidap_ready 0.0" in Metrics().text()
