"""A real server: slow clients, its end, what it says of itself."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[4]
Start = Callable[..., tuple[subprocess.Popen[bytes], int]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start a small server; gives the process and its port."""
    started: list[subprocess.Popen[bytes]] = []

    def run(answer: float = 0.0, headers: float = 10.0) -> tuple[subprocess.Popen[bytes], int]:
        with socket.create_server(("127.0.0.1", 0)) as found:
            port = int(found.getsockname()[1])
        script = [
            sys.executable,
            str(Path(__file__).with_name("small_server.py")),
            str(port),
            str(answer),
            str(headers),
        ]
        log = (tmp_path / "log").open("wb")
        process = subprocess.Popen([*script, str(tmp_path)], env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=log)
        started.append(process)
        for _ in range(600):
            if (tmp_path / "ready").exists():
                return process, port
            assert process.poll() is None, (tmp_path / "log").read_text()
            time.sleep(0.1)
        raise AssertionError("the server did not start")

    yield run
    for process in started:
        process.kill()
        process.wait()


def test_a_client_that_dribbles_its_headers_is_cut_off_and_others_are_served(start: Start) -> None:
    _, port = start(headers=1.0)
    slow = [socket.create_connection(("127.0.0.1", port), timeout=5) for _ in range(50)]
    began = time.monotonic()
    for connection in slow:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: ")
    assert httpx.get(f"http://127.0.0.1:{port}/healthz", trust_env=False, verify=False).status_code == 200
    while time.monotonic() - began < 0.7:
        for connection in slow:
            connection.sendall(b"b")
        time.sleep(0.1)
    for connection in slow:
        assert connection.recv(100) == b""
        connection.close()
    assert time.monotonic() - began < 4


def test_a_connection_that_says_nothing_is_cut_off_too(start: Start) -> None:
    _, port = start(headers=0.5)
    with socket.create_connection(("127.0.0.1", port), timeout=5) as silent:
        assert silent.recv(100) == b""


def test_headers_without_end_are_refused(start: Start) -> None:
    _, port = start()
    with socket.create_connection(("127.0.0.1", port), timeout=5) as endless:
        endless.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: " + b"a" * 100_000)
        assert endless.recv(100).startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize(
    "smuggled",
    [
        b"POST /api/v1/ask HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4\r\nContent-Length: 9\r\n\r\nabcd",
        b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: a\rb\r\n\r\n",
        b"GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET /health z HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    ],
)  # fmt: skip
def test_requests_that_could_be_read_in_two_ways_are_refused(start: Start, smuggled: bytes) -> None:
    _, port = start()
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(smuggled)
        assert connection.recv(100).startswith(b"HTTP/1.1 4")


def test_running_answers_end_before_the_server_does(start: Start) -> None:
    process, port = start(answer=3.0)
    url, statuses = f"http://127.0.0.1:{port}", []

    def ask() -> None:
        answer = httpx.post(
            f"{url}/api/v1/ask", json={"question": "Bao nhiêu?"}, timeout=20, trust_env=False, verify=False
        )
        statuses.append(answer.status_code)

    def stay() -> None:
        with (
            contextlib.suppress(httpx.HTTPError),
            httpx.stream("GET", f"{url}/gradio_api/heartbeat/x", trust_env=False, verify=False) as got,
        ):
            got.read()

    threads = [threading.Thread(target=ask) for _ in range(10)] + [threading.Thread(target=stay)]
    for thread in threads:
        thread.start()
    while "hoidap_queue 10.0" not in httpx.get(f"{url}/metrics", trust_env=False, verify=False).text:
        time.sleep(0.05)
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
    assert time.monotonic() - began < 10
    for thread in threads:
        thread.join()
    assert statuses == [200] * 10


def test_no_version_of_anything_is_told(start: Start) -> None:
    _, port = start()
    assert "server" not in httpx.get(f"http://127.0.0.1:{port}/healthz", trust_env=False, verify=False).headers


def test_the_log_holds_a_line_a_request_and_no_question(start: Start, tmp_path: Path) -> None:
    process, port = start()
    httpx.post(
        f"http://127.0.0.1:{port}/api/v1/ask?q=bi-mat", json={"question": "Hoa hồng?"}, trust_env=False, verify=False
    )
    process.send_signal(signal.SIGTERM)
    process.wait(20)
    lines = [json.loads(line) for line in (tmp_path / "log").read_text().splitlines()]
    assert [line["area"] for line in lines if line["message"] == "request"] == ["ask"]
    assert "oa h" not in (tmp_path / "log").read_text()
    assert "bi-mat" not in (tmp_path / "log").read_text()
