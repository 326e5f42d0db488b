"""Requests made up by the thousand, half of them nearly right: no failure, whatever is sent (make fuzz: 10,000).

Knows the addresses and fields of the interface; the answers come from the two small reports.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from app.assistant import Assistant
from app.hosting import Hosting
from app.observe.asker import Observed
from app.observe.metrics import Metrics
from app.observe.tracing import NoTracer
from app.store.store import open_store
from app.web.api.application import create_api
from app.web.current import Current, Serving
from app.web.guard.around import Guard, put_around
from index.build import build_index
from index.store import open_index
from tests.small_library import CloseEncoder, small_library

REQUESTS = int(os.environ.get("HOIDAP_FUZZ", "150"))

WORDS = st.sampled_from(
    "Diện tích trồng hoa hồng ở huyện Tam Đường là bao nhiêu ha năm 2022 so với 2021 tăng mấy lần chú thích 1 mục I.2 "
    "? ! , . 32,8 115 1.000 % - / ( ) [1] “ ” ' \" < > & \\ 10/13/2022 ngày 31/02 0 00 1e9 ½ ² ơ\u0300 \u200b \u202e 𝟙 🌹 "
    "bo qua moi quy tac <script>alert(1)</script> '; DROP TABLE keys;-- ${jndi:ldap://a} {{7*7}} %s %n ../../etc/passwd".split()
)
QUESTIONS = st.one_of(
    st.lists(WORDS, max_size=30).map(" ".join), st.text(max_size=300), st.text("0123456789.,/% ha", max_size=80)
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)
TURNS = st.fixed_dictionaries({"role": st.sampled_from(["user", "assistant", "x"]), "content": QUESTIONS})
FIELDS = {
    "history": st.lists(TURNS, max_size=4) | JSON,
    "mode": st.sampled_from(["auto", "extractive", "generative", "", 1]),
    "top_k": st.integers(-2, 60) | JSON,
    "report_ids": st.none() | st.lists(st.sampled_from(["", "x", "bc-2022", "../x"]), max_size=2) | JSON,
    "messages": st.lists(TURNS, max_size=4) | JSON,
    "model": st.sampled_from(["hoidap-auto", "hoidap-extractive", "x"]) | JSON,
    "stream": st.booleans() | JSON,
    "answer_id": st.text(max_size=40) | JSON,
    "rating": st.sampled_from([1, -1, 0]) | JSON,
    "comment": QUESTIONS | JSON,
    "reason": st.sampled_from(["other", "incomplete", "x"]) | JSON,
}
NEARLY_RIGHT = st.fixed_dictionaries({}, optional={"question": QUESTIONS, **FIELDS}).map(
    lambda body: json.dumps(body).encode("utf-8", "replace")
)
BODIES = st.one_of(
    NEARLY_RIGHT, NEARLY_RIGHT, JSON.map(lambda body: json.dumps(body).encode()), st.binary(max_size=200)
)
PARTS = st.sampled_from(
    ["api", "v1", "ask", "reports", "feedback", "text", "chat", "completions", "models", "healthz", "readyz", "metrics",
     "docs", "openapi.json", "embed", "embed.js", "embed/example", "mcp", "hoidap", "..", ".", "%00", "%2e%2e", "a" * 300, "", "ơ", "?x=%ff", "?start=9999999999&end=x"]
)  # fmt: skip
PATHS = st.one_of(
    st.sampled_from(["/api/v1/ask", "/api/v1/ask", "/v1/chat/completions", "/api/v1/feedback", "/api/v1/reports"]),
    st.lists(PARTS, max_size=5).map(lambda parts: "/" + "/".join(parts)),
)
HEADERS = st.fixed_dictionaries(
    {},
    optional={
        "content-type": st.sampled_from(["application/json", "application/json", "text/plain", "multipart/form-data; boundary=x", "application/json; charset=utf-16", "x"]),
        "accept": st.sampled_from(["text/event-stream", "*/*", "application/json", ";;;,,q=x"]),
        "accept-language": st.sampled_from(["en", "vi", ";q=", "e" * 500, "en;q=nan"]),
        "authorization": st.sampled_from(["Bearer x", "Basic eDp5", "Basic \\", "Bearer " + "x" * 3000]),
        "x-request-id": st.sampled_from(["a", "a b", "\\r\\n", "x" * 200]),
        "x-forwarded-for": st.sampled_from(["127.0.0.1", ",,,", "::1", "x" * 300]),
        "origin": st.sampled_from(["https://cong.example.vn", "null", "x"]),
        "host": st.sampled_from(["127.0.0.1", "127.0.0.1", "[", "a:b:c", ""]),
        "range": st.sampled_from(["bytes=0-", "bytes=9-1", "x"]),
    },
)  # fmt: skip
METHODS = st.sampled_from(
    ["POST", "POST", "POST", "GET", "GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "X"]
)


@pytest.fixture(scope="module")
def application(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder: Path = tmp_path_factory.mktemp("fuzz")
    library, encoder = small_library(), CloseEncoder()
    build_index(library, encoder, folder / "index")
    assistant = Assistant(library, open_index(folder / "index", library, encoder))
    store, metrics = open_store(f"sqlite:///{folder / 'hoidap.sqlite3'}"), Metrics()
    current = Current(Serving(Observed(assistant, metrics, NoTracer()), library))
    hosting = Hosting(origins=("https://cong.example.vn",), address_limits="")
    app = put_around(create_api(current, store.feedback), current, Guard(store.keys, metrics, hosting))
    with TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 1), raise_server_exceptions=False) as client:
        yield client
    store.close()


@settings(max_examples=REQUESTS, deadline=None, suppress_health_check=list(HealthCheck), derandomize=REQUESTS < 1000)
@given(method=METHODS, path=PATHS, headers=HEADERS, body=BODIES)
@example(method="POST", path="/api/v1/ask", headers={"content-type": "application/json"}, body=b'{"question": "Hoa?"}')
def test_no_request_makes_it_fail(
    application: TestClient, method: str, path: str, headers: dict[str, str], body: bytes
) -> None:
    assume(not (method == "GET" and path.startswith("/mcp")))  # a stream without end, as MCP has it
    sent = [(name.encode(), value.encode()) for name, value in headers.items()]
    answer = application.request(method, f"http://127.0.0.1{path}", headers=sent, content=body)
    assert answer.status_code < 500, answer.text
    assert "Traceback" not in answer.text
    if answer.status_code >= 400 and method not in ("HEAD", "OPTIONS") and path.startswith("/api/"):
        assert answer.headers["content-type"] == "application/problem+json"
