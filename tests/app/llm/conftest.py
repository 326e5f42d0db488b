"""A model's server small enough to see through: it says what it was told to say and remembers what it was sent."""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from app.llm.endpoint import Address


@dataclass(frozen=True, slots=True)
class Sent:
    """One request as it arrived."""

    path: str
    headers: dict[str, str]  # names in small letters
    body: dict[str, Any]


@dataclass(slots=True)
class FakeModel:
    """What the server says: ``words`` streamed one by one, or ``raw`` bytes with ``status``.

    ``stuck_before`` is the number of the word before which it falls silent, until ``release`` is set.
    """

    words: list[str] = field(default_factory=list)
    finish: str = "stop"
    status: int = 200
    raw: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    stuck_before: int | None = None
    release: threading.Event = field(default_factory=threading.Event)
    sent: list[Sent] = field(default_factory=list)
    url: str = ""

    @property
    def address(self) -> Address:
        """Where it listens."""
        return Address(self.url, "khóa-bí-mật".encode().hex(), "mô-hình-thử")

    def events(self) -> Iterator[bytes]:
        """Yield the server-sent events of the reply."""
        for number, word in enumerate([*self.words, None]):
            if number == self.stuck_before:
                self.release.wait(10)
            delta = {"role": "assistant", "content": word} if word is not None else {}
            choice = {"index": 0, "delta": delta, "finish_reason": None if word is not None else self.finish}
            chunk = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "m", "choices": [choice]}
            yield f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n".encode()
        yield b"data: [DONE]\n\n"


def _handler(model: FakeModel) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            model.sent.append(Sent(self.path, {n.lower(): v for n, v in self.headers.items()}, body))
            self.send_response(model.status)
            self.send_header("Content-Type", "application/json" if model.raw else "text/event-stream")
            for name, value in model.headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                for part in [model.raw] if model.raw is not None else model.events():
                    self.wfile.write(part)
                    self.wfile.flush()
            except (BrokenPipeError, ConnectionResetError):
                pass  # who asked has gone

        def log_message(self, *_args: object) -> None:
            pass

    return Handler


@pytest.fixture
def model() -> Iterator[FakeModel]:
    """A server on a free port of this machine, until the test ends."""
    fake = FakeModel()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(fake))
    server.daemon_threads = True
    fake.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield fake
    fake.release.set()
    server.shutdown()
    server.server_close()
    thread.join()
