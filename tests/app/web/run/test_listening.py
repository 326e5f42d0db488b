"""Where the service listens, and that it says so only once a browser can open it."""

import re
import signal
import socket

import pytest
from fastapi import FastAPI

from app.web.run.listening import ServeError, listen, url_of
from app.web.run.server import serve_until_stopped


def test_a_port_in_use_is_refused_with_its_number_and_what_to_do() -> None:
    with listen("127.0.0.1", 0) as taken:
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ServeError, match=rf"Cổng {port} .* HOIDAP_PORT={port + 1} hoặc dùng --port {port + 1}"):
            listen("127.0.0.1", port)


def test_port_zero_lets_the_system_choose() -> None:
    with listen("127.0.0.1", 0) as chosen:
        assert chosen.getsockname()[1] > 0
        assert chosen.family == socket.AF_INET


def test_the_address_is_announced_in_one_line_once_a_browser_can_open_it() -> None:
    lines: list[str] = []

    def announce(line: str) -> None:
        lines.append(line)
        port = int(line.rpartition(":")[2])
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
        signal.raise_signal(signal.SIGINT)

    with listen("127.0.0.1", 0) as bound:
        url = url_of("127.0.0.1", bound.getsockname()[1])
        serve_until_stopped(FastAPI(), [bound], lambda: announce(url))
    assert len(lines) == 1
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+", lines[0])


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "example.vn"])
def test_other_machines_are_not_served_before_there_are_keys(host: str) -> None:
    with pytest.raises(ServeError, match=f"“{re.escape(host)}”.*127.0.0.1"):
        listen(host, 7860)


def test_with_a_key_other_machines_are_served() -> None:
    with listen("0.0.0.0", 0, keyed=True) as bound:
        assert bound.getsockname()[0] == "0.0.0.0"


def test_workers_share_an_address_that_others_cannot_take() -> None:
    with listen("127.0.0.1", 0, shared=True) as first:
        first.listen()
        port = first.getsockname()[1]
        with listen("127.0.0.1", port, shared=True) as second:
            second.listen()
        with pytest.raises(ServeError, match=str(port)):
            listen("127.0.0.1", port)


@pytest.mark.parametrize(
    ("host", "url"),
    [("127.0.0.1", "http://127.0.0.1:7860"), ("::1", "http://[::1]:7860"), ("0.0.0.0", "http://127.0.0.1:7860")],
)
def test_the_address_shown_is_one_to_open(host: str, url: str) -> None:
    assert url_of(host, 7860) == url
