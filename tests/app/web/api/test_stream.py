"""An answer as Server-Sent Events, read as a client reads them."""

import json
from dataclasses import replace
from typing import Any

import pytest

from app.errors import QuestionError
from app.models import Answer
from app.web.api import stream
from corpus.models import Report
from tests.app.web.conftest import Client
from tests.fakes import answered, cite, near, refused

FOOTNOTE_2 = "08 đơn vị vận tải của Lai Châu và 03 đơn vị vận tải của thành phố Hà Nội."
STREAM = {"Accept": "text/event-stream"}

Event = tuple[str, Any]


def events(body: str) -> list[Event]:
    """Read events as (name, data); comments are passed over."""
    found = []
    for block in body.split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.splitlines() if not line.startswith(":"))
        if lines:
            found.append((lines["event"], json.loads(lines["data"])))
    return found


@pytest.fixture
def quoted(report: Report) -> Answer:
    text = "Có 08 đơn vị vận tải của Lai Châu và\n03 đơn vị vận tải của thành phố Hà Nội [1]."
    return answered(text, cite(report, FOOTNOTE_2), understood="Bao nhiêu đơn vị?", suggestions=("Còn gì nữa?",))


def test_the_events_are_meta_the_text_in_pieces_and_the_whole_answer(client: Client, quoted: Answer) -> None:
    api, asker = client(quoted, quoted)
    response = api.post("/api/v1/ask", json={"question": "Bao nhiêu?"}, headers=STREAM)
    assert response.headers["content-type"] == "text/event-stream; charset=utf-8"
    got = events(response.text)
    assert [name for name, _ in got] == ["meta", "delta", "delta", "delta", "answer"]
    whole = api.post("/api/v1/ask", json={"question": "Bao nhiêu?"}).json()
    assert got[0][1] == {
        "answer_id": "tra-loi-1",
        "standalone_question": "Bao nhiêu đơn vị?",
        "answerable": True,
        "evidence": whole["citations"],
    }
    assert "".join(data["text"] for name, data in got if name == "delta") == quoted.text
    assert got[-1] == ("answer", whole)
    assert asker.asked[0].mode == "extractive"


def test_in_auto_mode_the_fluent_answer_comes_second_with_the_same_suggestions(client: Client, quoted: Answer) -> None:
    api, asker = client(quoted)
    asker.fluent = True
    asker.reworded = replace(quoted, text="Tất cả 11 đơn vị [1].", mode="generative", suggestions=())
    got = events(api.post("/api/v1/ask", json={"question": "Bao nhiêu?"}, headers=STREAM).text)
    finals = [data for name, data in got if name == "answer"]
    assert [(final["mode"], final["answer"]) for final in finals] == [
        ("extractive", quoted.text),
        ("generative", "Tất cả 11 đơn vị [1]."),
    ]
    assert finals[1]["suggestions"] == ["Còn gì nữa?"]


def test_in_generative_mode_only_the_wording_is_sent(client: Client, quoted: Answer) -> None:
    api, asker = client(quoted)
    asker.fluent = True
    asker.reworded = replace(quoted, text="Tất cả 11 đơn vị [1].", mode="generative")
    body = {"question": "Bao nhiêu?", "mode": "generative"}
    got = events(api.post("/api/v1/ask", json=body, headers=STREAM).text)
    assert [name for name, _ in got] == ["meta", "delta", "answer"]
    assert got[1][1] == {"text": "Tất cả 11 đơn vị [1]."}


def test_in_generative_mode_checked_words_are_sent_as_they_are_written(client: Client, quoted: Answer) -> None:
    api, asker = client(quoted)
    asker.fluent = True
    asker.growing = ("Tất cả", "Tất cả 11")
    asker.reworded = replace(quoted, text="Tất cả 11 đơn vị [1].", mode="generative")
    got = events(api.post("/api/v1/ask", json={"question": "?", "mode": "generative"}, headers=STREAM).text)
    deltas = [data for name, data in got if name == "delta"]
    assert "".join(delta["text"] for delta in deltas) == "Tất cả 11 đơn vị [1]."
    assert not any("afresh" in delta for delta in deltas)
    assert got[-1][1]["answer"] == "Tất cả 11 đơn vị [1]."


def test_words_that_do_not_stand_are_taken_back_by_a_piece_that_begins_afresh(client: Client, quoted: Answer) -> None:
    api, asker = client(quoted)
    asker.fluent = True
    asker.growing = ("Tất cả", "Tất cả 12")
    got = events(api.post("/api/v1/ask", json={"question": "?", "mode": "generative"}, headers=STREAM).text)
    deltas = [data for name, data in got if name == "delta"]
    last = max((i for i, delta in enumerate(deltas) if delta.get("afresh")), default=0)
    assert "".join(delta["text"] for delta in deltas[last:]) == quoted.text
    assert got[-1][1]["answer"] == quoted.text


def test_sent_pieces_join_to_the_text_and_begin_afresh_only_where_it_was_another() -> None:
    assert [*stream._deltas("Một hai", "Một")] == [stream.event("delta", stream.Delta(text=" hai"))]
    assert [*stream._deltas("Ba", "Một")] == [stream.event("delta", stream.Afresh(text="Ba"))]
    assert [*stream._deltas("Một", "Một")] == []


@pytest.mark.parametrize("mode", ["auto", "extractive", "generative"])
def test_where_no_wording_stands_the_quotes_are_the_answer(client: Client, quoted: Answer, mode: str) -> None:
    api, asker = client(quoted)
    asker.fluent = True
    got = events(api.post("/api/v1/ask", json={"question": "Bao nhiêu?", "mode": mode}, headers=STREAM).text)
    assert [data["mode"] for name, data in got if name == "answer"] == ["extractive"]


def test_a_writer_that_fails_leaves_the_quotes_and_a_line_in_the_log(
    client: Client, quoted: Answer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    api, asker = client(quoted)
    asker.fluent = True

    def fail(*_args: object) -> None:
        raise RuntimeError("out of memory at /srv/secret")

    monkeypatch.setattr(type(asker), "reword", fail)
    body = api.post("/api/v1/ask", json={"question": "Bao nhiêu?", "mode": "generative"}, headers=STREAM).text
    assert events(body)[-1][1]["answer"] == quoted.text
    assert "secret" not in body
    assert "could not be reworded" in caplog.text


def test_a_slow_writer_is_waited_for_with_comments(
    client: Client, quoted: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    api, asker = client(quoted)
    asker.fluent = True
    monkeypatch.setattr(stream, "PING_SECONDS", 0.02)

    def slow(*_args: object) -> None:
        time.sleep(0.1)

    monkeypatch.setattr(type(asker), "reword", slow)
    assert ": ping\n\n" in api.post("/api/v1/ask", json={"question": "Bao nhiêu?"}, headers=STREAM).text


def test_an_answer_that_breaks_off_ends_with_a_problem_as_event(
    client: Client, quoted: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise RuntimeError("/srv/secret")

    api, _ = client(quoted)
    monkeypatch.setattr(stream, "_whole", fail)
    got = events(api.post("/api/v1/ask", json={"question": "Bao nhiêu?"}, headers=STREAM).text)
    assert [name for name, _ in got] == ["meta", "error"]
    assert (got[1][1]["status"], got[1][1]["code"]) == (500, "internal")
    assert "secret" not in str(got)


def test_a_refusal_gives_what_is_nearest_as_evidence_and_is_not_reworded(client: Client, report: Report) -> None:
    api, asker = client(refused("Báo cáo không nêu.", near(report, FOOTNOTE_2)))
    asker.fluent, asker.reworded = True, answered("Bịa.")
    got = events(api.post("/api/v1/ask", json={"question": "Hỏi?"}, headers=STREAM).text)
    assert [name for name, _ in got] == ["meta", "delta", "answer"]
    assert [near["quote"] for near in got[0][1]["evidence"]] == [FOOTNOTE_2]


def test_what_is_wrong_before_the_first_event_is_a_problem_with_its_status(client: Client) -> None:
    api, _ = client(QuestionError("no-words"))
    response = api.post("/api/v1/ask", json={"question": "???"}, headers=STREAM)
    assert (response.status_code, response.json()["code"]) == (422, "question_no_words")


@pytest.mark.parametrize("text", ["", "một", " hai  từ ", "\n".join(f"dòng {n} [1]." for n in range(30))])
def test_the_pieces_of_a_text_joined_are_the_text(text: str) -> None:
    assert "".join(stream.pieces(text)) == text
