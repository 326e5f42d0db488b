"""What one request may take: bytes, seconds, a place in the queue."""

import asyncio
import json
import threading
import time
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.types import Message, Receive, Scope, Send

from app.hosting import Hosting
from app.models import Answer
from app.observe.metrics import Metrics
from app.web.guard.areas import asks, body_limit
from app.web.guard.bounds import Bodies
from tests.app.web.guard.conftest import ASK, QUESTION, Guarded
from tests.fakes import ScriptedAsker, answered

JSON = {"Content-Type": "application/json"}


def test_a_body_beyond_the_limit_is_refused_whatever_its_length_says(guarded: Guarded) -> None:
    def dribble() -> Iterator[bytes]:
        for _ in range(300):
            yield b" " * 1024

    client = guarded()
    for path in (ASK, "/gradio_api/queue/join", "/v1/chat/completions", "/anything"):
        assert client.post(path, content=dribble(), headers=JSON).status_code == 413
        assert client.post(path, content=b" " * 300 * 1024, headers=JSON).json()["code"] == "payload_too_large"


def test_only_a_report_may_be_larger() -> None:
    assert body_limit("/api/v1/reports") == 50 * 1024 * 1024 + 64 * 1024
    assert body_limit("/api/v1/reports/x") == body_limit("/gradio_api/queue/join") == 256 * 1024


@pytest.mark.parametrize(
    "body",
    [
        "[" * 100_000,
        '{"question": ' * 5_000 + "1" + "}" * 5_000,
        '{"question": "a", "top_k": ' + "9" * 60_000 + "}",
        '{"question": "a", "top_k": 1e999999}',
        '{"question": "' + "\\ud800" * 9000 + '"}',
        '{"question": NaN}',
    ],
    ids=["brackets", "nested", "digits", "exponent", "surrogates", "nan"],
)
def test_monstrous_json_is_refused_at_once(guarded: Guarded, body: str) -> None:
    began = time.perf_counter()
    refused = guarded().post(ASK, content=body, headers=JSON)
    assert refused.status_code in (400, 413, 422)
    assert time.perf_counter() - began < 2


def test_thousands_of_unknown_fields_harm_nothing(guarded: Guarded) -> None:
    body = json.dumps(QUESTION | {f"k{n}": n for n in range(4000)})
    assert guarded().post(ASK, content=body, headers=JSON).status_code == 200


def test_a_stream_that_stays_open_takes_no_place_in_the_queue() -> None:
    assert asks("POST", "/mcp")
    assert not asks("GET", "/mcp")


async def _read(messages: AsyncIterator[Message], patience: float) -> tuple[list[Message], bool]:
    """Give ``Bodies`` a body bit by bit; return what it sends and whether the application was reached."""
    sent: list[Message] = []
    reached = False

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        nonlocal reached
        reached = True
        assert (await receive())["body"] == b"abc"

    async def receive() -> Message:
        return await anext(messages)

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": ASK, "headers": [], "query_string": b"", "server": ("h", 1)}
    await Bodies(application, lambda _: 100, patience)(scope, receive, send)
    return sent, reached


async def _bits(pause: float) -> AsyncIterator[Message]:
    for bit in (b"a", b"b", b"c", b""):
        yield {"type": "http.request", "body": bit, "more_body": bool(bit)}
        await asyncio.sleep(pause)


def test_a_body_that_dribbles_is_given_up_and_no_thread_waited_for_it() -> None:
    assert asyncio.run(_read(_bits(0), 0.5)) == ([], True)
    sent, reached = asyncio.run(_read(_bits(0.1), 0.15))
    assert not reached
    assert sent[0]["status"] == 408


def test_a_client_that_leaves_before_its_body_is_there_is_forgotten() -> None:
    async def gone() -> AsyncIterator[Message]:
        yield {"type": "http.request", "body": b"a", "more_body": True}
        yield {"type": "http.disconnect"}

    assert asyncio.run(_read(gone(), 1)) == ([], False)


def test_an_answer_that_does_not_come_in_time_is_answered_for(
    guarded: Guarded, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(self: ScriptedAsker, *asked: object, **options: object) -> Answer:
        time.sleep(0.6)
        return answered("Muộn.")

    monkeypatch.setattr(ScriptedAsker, "ask", slow)
    late = guarded(hosting=Hosting(answer_seconds=0.1)).post(ASK, json=QUESTION)
    assert (late.status_code, late.json()["code"]) == (504, "timed_out")


def test_a_full_queue_sends_the_next_away_and_takes_it_afterwards(
    guarded: Guarded, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold, inside = threading.Event(), threading.Semaphore(0)

    def held(self: ScriptedAsker, *asked: object, **options: object) -> Answer:
        inside.release()
        hold.wait(5)
        return answered("Có.")

    monkeypatch.setattr(ScriptedAsker, "ask", held)
    metrics = Metrics()
    with guarded(hosting=Hosting(queue=2), metrics=metrics) as client, ThreadPoolExecutor() as pool:
        running = [pool.submit(client.post, ASK, json=QUESTION) for _ in range(2)]
        assert inside.acquire(timeout=5)
        assert inside.acquire(timeout=5)
        refused = client.post(ASK, json=QUESTION)
        assert (refused.status_code, refused.json()["code"], refused.headers["retry-after"]) == (503, "busy", "2")
        assert "hoidap_queue 2.0" in metrics.text().decode()
        assert client.get("/healthz").status_code == 200
        hold.set()
        assert [answer.result().status_code for answer in running] == [200, 200]
        assert client.post(ASK, json=QUESTION).status_code == 200
    assert "hoidap_queue 0.0" in metrics.text().decode()
