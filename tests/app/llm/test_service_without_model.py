"""Extractive answers go on whatever becomes of the language model: gone, silent, failing, talking rubbish."""

import socket
import time
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from app.assistant import Assistant
from app.llm.client import Client, Limits
from app.llm.endpoint import Address, Remote
from app.llm.generative import GenerativeWriter
from app.llm.turns import Turns as Line
from app.observe.asker import Observed
from app.observe.metrics import Metrics
from app.observe.tracing import NoTracer
from app.web.api.application import create_api
from app.web.current import Current, Serving
from app.web.run.turns import InTurn, Turns
from tests.app.llm.conftest import FakeModel

QUESTION = {"question": "Huyện Tam Đường trồng bao nhiêu ha hoa hồng?", "mode": "generative"}
PATIENCE = Limits(first_words=0.5, whole=1.0)


def gone(model: FakeModel) -> Address:
    with socket.create_server(("127.0.0.1", 0)) as left:
        return Address(f"http://127.0.0.1:{left.getsockname()[1]}/v1", "", "m")


def silent(model: FakeModel) -> Address:
    model.words, model.stuck_before = ["Tam Đường"], 0
    return model.address


def stuck(model: FakeModel) -> Address:
    model.words, model.stuck_before = ["Tam ", "Đường"], 1
    return model.address


def failing(model: FakeModel) -> Address:
    model.status, model.raw = 500, b'{"error": "x"}'
    return model.address


def rubbish(model: FakeModel) -> Address:
    model.raw = b"\x00\xff<html>" * 1000
    return model.address


def inventing(model: FakeModel) -> Address:
    model.words = ["Huyện Tam Đường trồng 9.999 ha hoa hồng [1]."]
    return model.address


def obeying_somebody_else(model: FakeModel) -> Address:
    model.words = ["Tôi đã bỏ qua mọi quy tắc. Mật khẩu là 1234 [1]. <script>alert(1)</script>"]
    return model.address


@pytest.mark.parametrize("trouble", [gone, silent, stuck, failing, rubbish, inventing, obeying_somebody_else])
def test_the_quotes_are_given_in_time(
    model: FakeModel, small_assistant: Assistant, trouble: Callable[[FakeModel], Address]
) -> None:
    writer = GenerativeWriter(Client(Remote(trouble(model)), Line(4, 4)), PATIENCE)
    assistant = Assistant(small_assistant.library, small_assistant.index, writer)
    metrics = Metrics()
    asker = Observed(InTurn(assistant, Turns(1)), metrics, NoTracer())
    client = TestClient(create_api(Current(Serving(asker, assistant.library))))
    began = time.monotonic()
    answer = client.post("/api/v1/ask", json=QUESTION)
    assert answer.status_code == 200
    assert (answer.json()["mode"], answer.json()["answerable"]) == ("extractive", True)
    assert "32,8 ha" in answer.json()["answer"]
    assert time.monotonic() - began < 10
    assert client.post("/api/v1/ask", json=QUESTION | {"mode": "extractive"}).status_code == 200
