"""The way to a model and back: what is sent, what is heard, and how each failure is called."""

import socket
import threading
from collections.abc import Iterator

import pytest
from llama_index.core.base.llms.types import ChatMessage

from app.llm.client import Client, Limits, Piece
from app.llm.endpoint import Address, Remote
from app.llm.turns import Turns
from app.write.writer import WriterError
from tests.app.llm.conftest import FakeModel

HELLO = [ChatMessage("Xin chào")]
PATIENT = Limits(tokens=7, first_words=10, whole=10)
HASTY = Limits(tokens=7, first_words=10, whole=0.3)


def client(address: Address, turns: Turns | None = None) -> Client:
    return Client(Remote(address), turns or Turns(1, 4))


def failure(model: FakeModel, limits: Limits = PATIENT) -> WriterError:
    with pytest.raises(WriterError) as failed:
        list(client(model.address).stream(HELLO, limits))
    return failed.value


def test_the_words_come_as_they_were_said(model: FakeModel) -> None:
    model.words = ["Báo cáo ", "nêu 32,8 ha ", "[1]."]
    pieces = list(client(model.address).stream(HELLO, PATIENT))
    assert "".join(piece.text for piece in pieces) == "Báo cáo nêu 32,8 ha [1]."
    assert not any(piece.cut for piece in pieces)


def test_the_limit_of_tokens_shows(model: FakeModel) -> None:
    model.words, model.finish = ["Báo cáo nêu"], "length"
    assert list(client(model.address).stream(HELLO, PATIENT))[-1] == Piece("", cut=True)


def test_the_request_asks_for_the_most_probable_words_within_the_limit(model: FakeModel) -> None:
    model.words = ["Vâng."]
    list(client(model.address).stream(HELLO, PATIENT))
    (sent,) = model.sent
    assert sent.path == "/v1/chat/completions"
    assert sent.body == {
        "model": "mô-hình-thử",
        "messages": [{"role": "user", "content": "Xin chào"}],
        "temperature": 0.0,
        "max_tokens": 7,
        "stream": True,
    }


def test_nothing_is_sent_but_what_the_request_needs(model: FakeModel, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.setenv(name, "của-dịch-vụ-khác".encode().hex())
    model.words = ["Vâng."]
    list(client(model.address).stream(HELLO, PATIENT))
    sent = model.sent[0].headers
    assert sent.pop("authorization") == f"Bearer {model.address.key}"
    assert set(sent) <= {"host", "accept", "accept-encoding", "connection", "content-length", "content-type"}


def test_without_a_key_none_of_another_service_is_used(model: FakeModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-another-service")
    model.words = ["Vâng."]
    list(client(Address(model.url, "", "m")).stream(HELLO, PATIENT))
    assert "sk-another-service" not in model.sent[0].headers["authorization"]


def test_a_proxy_of_the_environment_is_not_asked(model: FakeModel, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    model.words = ["Vâng."]
    assert list(client(model.address).stream(HELLO, PATIENT))


def test_the_way_elsewhere_that_a_server_points_to_is_not_taken(model: FakeModel) -> None:
    model.status, model.raw, model.headers = 307, b"{}", {"Location": "/v1/elsewhere"}
    assert failure(model) == WriterError("unreachable", "HTTP 307")
    assert len(model.sent) == 1


@pytest.mark.parametrize(
    ("status", "reason"),
    [(500, "unreachable"), (401, "unreachable"), (404, "unreachable"), (429, "busy"), (503, "busy")],
)
def test_a_status_that_is_no_reply_is_told_once_and_not_tried_again(model: FakeModel, status: int, reason: str) -> None:
    model.status, model.raw = status, b'{"error": {"message": "no"}}'
    failed = failure(model)
    assert (failed.reason, failed.detail) == (reason, f"HTTP {status}")
    assert len(model.sent) == 1


@pytest.mark.parametrize(
    "rubbish",
    [b"data: {half\n\n", b"data: [1, 2]\n\n", b'data: {"choices": "none"}\n\n', b'data: {"choices": [{}]}\n\n'],
)
def test_a_reply_that_is_none_is_called_unreachable(model: FakeModel, rubbish: bytes) -> None:
    model.raw = rubbish
    assert failure(model).reason == "unreachable"


def test_a_page_instead_of_a_reply_has_no_words(model: FakeModel) -> None:
    model.raw = b"<html>Welcome</html>"
    assert list(client(model.address).stream(HELLO, PATIENT)) == []


def test_a_port_that_nobody_listens_on_is_unreachable() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = Address(f"http://127.0.0.1:{free.getsockname()[1]}/v1", "", "m")
        with pytest.raises(WriterError, match="unreachable"):
            list(client(address).stream(HELLO, PATIENT))


def test_no_first_words_in_time_is_a_timeout(model: FakeModel) -> None:
    model.words, model.stuck_before = ["Vâng."], 0
    assert failure(model, Limits(first_words=0.2, whole=10)) == WriterError("timeout", "0.2 s")


def test_an_answer_that_stops_midway_is_a_timeout_after_its_words(model: FakeModel) -> None:
    model.words, model.stuck_before = ["Báo ", "cáo."], 1
    heard: list[str] = []
    with pytest.raises(WriterError, match=r"timeout: 0\.3 s"):
        heard.extend(piece.text for piece in client(model.address).stream(HELLO, HASTY))
    assert heard == ["Báo "]


def test_one_generation_at_a_time_and_no_more_waiting_than_allowed(model: FakeModel) -> None:
    model.words = ["Một ", "hai"]
    asked = client(model.address, Turns(at_once=1, waiting=0))
    first: Iterator[Piece] = asked.stream(HELLO, PATIENT)
    next(first)
    with pytest.raises(WriterError, match="busy: line full"):
        next(asked.stream(HELLO, PATIENT))
    list(first)
    assert list(asked.stream(HELLO, PATIENT))
    assert len(model.sent) == 2


def test_who_waits_too_long_for_a_turn_is_told_that_it_is_busy(model: FakeModel) -> None:
    model.words = ["Một ", "hai"]
    asked = client(model.address, Turns(at_once=1, waiting=1))
    first = asked.stream(HELLO, PATIENT)
    next(first)
    with pytest.raises(WriterError, match=r"busy: waited 0\.3 s"):
        next(asked.stream(HELLO, HASTY))
    first.close()


def test_who_stops_listening_gives_the_turn_back(model: FakeModel) -> None:
    model.words, model.stuck_before = ["Một ", "hai"], 1
    asked = client(model.address, Turns(at_once=1, waiting=0))
    first = asked.stream(HELLO, PATIENT)
    assert next(first).text == "Một "
    first.close()
    model.stuck_before = None
    assert list(asked.stream(HELLO, PATIENT))


def test_each_next_word_may_be_asked_for_from_another_thread(model: FakeModel) -> None:
    model.words = ["Một ", "hai ", "ba"]
    pieces = client(model.address).stream(HELLO, PATIENT)
    heard: list[str] = []

    def hear() -> None:
        heard.extend(piece.text for piece in [next(pieces, None)] if piece)

    for _ in range(5):
        thread = threading.Thread(target=hear)
        thread.start()
        thread.join()
    assert "".join(heard) == "Một hai ba"


def test_a_key_is_not_shown() -> None:
    assert "bí-mật" not in repr(Address("http://127.0.0.1/v1", "bí-mật", "m"))
