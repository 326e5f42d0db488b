"""What users say of answers, on its way into what is kept."""

from dataclasses import dataclass, field

import pytest
from fastapi.testclient import TestClient

from app.models import Turn
from app.store.errors import StoreError
from app.store.models import Feedback
from app.web.api.application import create_api
from app.web.current import Current, Serving
from corpus.library import Library
from corpus.models import Report
from tests.fakes import ScriptedAsker

FOOTNOTE_2 = "08 đơn vị vận tải của Lai Châu và 03 đơn vị vận tải của thành phố Hà Nội."


@dataclass(slots=True)
class Memory:
    """Keeps feedback in a list, or fails."""

    fault: StoreError | None = None
    kept: list[Feedback] = field(default_factory=list)

    def add(self, feedback: Feedback) -> None:
        if self.fault:
            raise self.fault
        self.kept.append(feedback)


def client(library: Library, keeper: Memory | None) -> TestClient:
    return TestClient(create_api(Current(Serving(ScriptedAsker([]), library)), keeper))


def test_a_rating_alone_is_kept_even_of_an_answer_that_nobody_knows(library: Library) -> None:
    memory = Memory()
    response = client(library, memory).post("/api/v1/feedback", json={"answer_id": "lạ", "rating": 1})
    assert response.status_code == 201
    kept = memory.kept[0]
    assert response.json() == {"id": kept.id}
    assert (kept.answer_id, kept.rating, kept.reason, kept.comment, kept.quote) == ("lạ", 1, None, "", "")
    assert (kept.start, kept.history, kept.created_at.tzname()) == (None, (), "UTC")


def test_reason_comment_picked_sentence_and_conversation_are_kept(library: Library, report: Report) -> None:
    memory = Memory()
    body = {
        "answer_id": "a1",
        "rating": -1,
        "reason": "wrong-source",
        "comment": " Sai chú thích. ",
        "question": "Còn Hà Nội?",
        "standalone_question": "Hà Nội có bao nhiêu đơn vị vận tải?",
        "answer": "11 đơn vị [1].",
        "report_id": report.id,
        "quote": FOOTNOTE_2,
        "history": [{"role": "user", "content": "Lai Châu?"}],
    }
    assert client(library, memory).post("/api/v1/feedback", json=body).status_code == 201
    kept = memory.kept[0]
    assert (kept.rating, kept.reason, kept.comment) == (-1, "wrong-source", "Sai chú thích.")
    assert (kept.question, kept.standalone_question) == ("Còn Hà Nội?", "Hà Nội có bao nhiêu đơn vị vận tải?")
    assert (kept.quote, kept.start) == (FOOTNOTE_2, report.text.index(FOOTNOTE_2))
    assert kept.history == (Turn("user", "Lai Châu?"),)


def test_the_same_answer_rated_again_has_the_same_id(library: Library) -> None:
    memory = Memory()
    api = client(library, memory)
    first, second, other = (
        api.post("/api/v1/feedback", json={"answer_id": answer, "rating": rating}).json()["id"]
        for answer, rating in (("a1", 1), ("a1", -1), ("a2", 1))
    )
    assert first == second != other


@pytest.mark.parametrize(
    ("change", "field_name"),
    [
        ({"rating": 2}, "rating"),
        ({"rating": 0}, "rating"),
        ({"rating": "1"}, "rating"),
        ({"answer_id": ""}, "answer_id"),
        ({"reason": "bad"}, "reason"),
        ({"comment": "a" * 4001}, "comment"),
    ],
)
def test_what_is_not_valid_is_named_and_not_kept(library: Library, change: dict[str, object], field_name: str) -> None:
    memory = Memory()
    response = client(library, memory).post("/api/v1/feedback", json={"answer_id": "a1", "rating": -1, **change})
    assert (response.status_code, response.json()["code"]) == (422, "invalid_field")
    assert response.json()["field"] == field_name
    assert memory.kept == []


@pytest.mark.parametrize(
    ("change", "status", "code", "field_name"),
    [
        ({"report_id": "khong-co", "quote": "Câu."}, 404, "unknown_report", "report_ids"),
        ({"quote": "Câu không thuộc báo cáo nào."}, 404, "unknown_report", "report_ids"),
        ({"report_id": "bc-hop-tac-lai-chau-ha-noi-2022", "quote": "Câu bịa."}, 409, "conflict", "quote"),
    ],
)
def test_a_sentence_that_no_report_says_is_not_kept(
    library: Library, change: dict[str, object], status: int, code: str, field_name: str
) -> None:
    memory = Memory()
    response = client(library, memory).post("/api/v1/feedback", json={"answer_id": "a1", "rating": -1, **change})
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert response.json()["field"] == field_name
    assert memory.kept == []


@pytest.mark.parametrize(
    "keeper", [None, Memory(StoreError("full", "/srv/secret.sqlite3", "database or disk is full"))]
)
def test_where_nothing_can_be_kept_the_client_is_told(library: Library, keeper: Memory | None) -> None:
    response = client(library, keeper).post("/api/v1/feedback", json={"answer_id": "a1", "rating": 1})
    assert (response.status_code, response.json()["code"]) == (503, "storage_unavailable")
    assert "secret" not in response.text
