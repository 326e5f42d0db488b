"""Every way in which a request to the API can be refused, and what it is told."""

import logging

import pytest

from app.errors import QuestionError
from app.web.routes import JSON as JSON_BODY
from tests.app.web.conftest import Client
from tests.fakes import refused

JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("body", "status", "code", "field"),
    [
        ({"question": ""}, 422, "question_empty", "question"),
        ({"question": " \n\t "}, 422, "question_empty", "question"),
        ({"question": "a" * 3000}, 422, "question_too_long", "question"),
        ({}, 422, "invalid_field", "question"),
        ({"question": 5}, 422, "invalid_field", "question"),
        ({"question": "Hỏi?", "mode": "creative"}, 422, "invalid_field", "mode"),
        ({"question": "Hỏi?", "top_k": 0}, 422, "invalid_field", "top_k"),
        ({"question": "Hỏi?", "top_k": 51}, 422, "invalid_field", "top_k"),
        ({"question": "Hỏi?", "top_k": True}, 422, "invalid_field", "top_k"),
        ({"question": "Hỏi?", "report_ids": []}, 422, "invalid_field", "report_ids"),
        ({"question": "Hỏi?", "report_ids": ["khong-co"]}, 404, "unknown_report", "report_ids"),
        ({"question": "Hỏi?", "history": [{"role": "user", "content": "a"}] * 21}, 422, "invalid_field", "history"),
        ({"question": "Hỏi?", "history": [{"role": "system", "content": ""}]}, 422, "invalid_field", "history.0.role"),
        ([], 400, "malformed", None),
    ],
)
def test_a_wrong_field_is_refused_by_name(
    client: Client, body: object, status: int, code: str, field: str | None
) -> None:
    api, asker = client()
    response = api.post("/api/v1/ask", json=body)
    problem = response.json()
    assert (response.status_code, problem["status"], problem["code"]) == (status, status, code)
    assert problem.get("field") == field
    assert response.headers["content-type"] == "application/problem+json"
    assert asker.asked == []


def test_the_length_of_a_long_question_is_said(client: Client) -> None:
    api, _ = client()
    detail = api.post("/api/v1/ask", json={"question": "a" * 3000}).json()["detail"]
    assert detail == "Câu hỏi dài 3000 ký tự, tối đa là 2.000. Hãy rút gọn câu hỏi."


@pytest.mark.parametrize("question", ["\x00\x01\x02", "🌹🌹🌹", "\u200b\u200b"])
def test_a_question_the_asker_finds_no_words_in_is_refused(client: Client, question: str) -> None:
    api, _ = client(QuestionError("no-words"))
    response = api.post("/api/v1/ask", json={"question": question})
    assert (response.status_code, response.json()["code"]) == (422, "question_no_words")


def test_html_in_a_question_reaches_the_asker_as_it_was_typed(client: Client) -> None:
    api, asker = client(refused("Không."))
    response = api.post("/api/v1/ask", json={"question": "<script>alert(1)</script> hoa hồng"})
    assert response.headers["content-type"] == "application/json"
    assert asker.asked[0].question == "<script>alert(1)</script> hoa hồng"


@pytest.mark.parametrize(
    ("content", "headers", "status", "code"),
    [
        (b'{"question": ', JSON, 400, "malformed"),
        (b"", JSON, 400, "malformed"),
        ('{"question": "Hỏi?"}'.encode("utf-16"), JSON, 400, "malformed"),
        (b"[" * 60_000, JSON, 400, "malformed"),
        (b'{"question": "H\xe1\xbb"}', JSON, 400, "malformed"),
        (b'{"question": "\\ud800"}', JSON, 422, "invalid_field"),
        (b"question=Ho", {"Content-Type": "application/x-www-form-urlencoded"}, 415, "unsupported_media_type"),
        (b'{"question": "Ho"}', {"Content-Type": "text/plain"}, 415, "unsupported_media_type"),
        (b'{"question": "Ho"}', {}, 415, "unsupported_media_type"),
        (b'"' + b"a" * JSON_BODY.limit + b'"', JSON, 413, "payload_too_large"),
    ],
)
def test_a_body_that_cannot_be_read_is_refused(
    client: Client, content: bytes, headers: dict[str, str], status: int, code: str
) -> None:
    api, _ = client()
    response = api.post("/api/v1/ask", content=content, headers=headers)
    assert (response.status_code, response.json()["code"]) == (status, code)


def test_a_body_without_a_declared_length_is_stopped_at_the_limit(client: Client) -> None:
    api, _ = client()
    response = api.post("/api/v1/ask", content=iter([b" " * 40_000, b" " * 40_000]), headers=JSON)
    assert (response.status_code, response.json()["code"]) == (413, "payload_too_large")


def test_what_nobody_foresaw_is_logged_and_said_without_details(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    api, _ = client(RuntimeError("/srv/secret/path"))
    with caplog.at_level(logging.ERROR):
        response = api.post("/api/v1/ask", json={"question": "Hỏi?"})
    assert (response.status_code, response.json()["code"]) == (500, "internal")
    assert "secret" not in response.text
    assert "POST /api/v1/ask failed" in caplog.text


def test_nothing_is_answered_before_the_index_is_loaded(client: Client) -> None:
    api, asker = client(ready=False)
    for response in (api.post("/api/v1/ask", json={"question": "Hỏi?"}), api.get("/readyz")):
        assert (response.status_code, response.json()["code"]) == (503, "not_ready")
        assert response.headers["retry-after"] == "5"
    assert api.get("/healthz").json() == {"status": "ok"}
    assert asker.asked == []


def test_an_unknown_address_and_a_wrong_method_are_told_apart(client: Client) -> None:
    api, _ = client()
    missing, wrong = api.get("/api/v1/nothing"), api.get("/api/v1/ask")
    assert (missing.status_code, missing.json()["code"]) == (404, "not_found")
    assert (wrong.status_code, wrong.json()["code"], wrong.headers["allow"]) == (405, "method_not_allowed", "POST")


def test_problems_are_in_english_for_who_prefers_it(client: Client) -> None:
    api, _ = client()
    english = api.post("/api/v1/ask", json={"question": ""}, headers={"Accept-Language": "en-GB,en;q=0.9,vi;q=0.5"})
    assert english.json()["title"] == "The question is empty"
    assert english.headers["content-language"] == "en"
    both = api.post("/api/v1/ask", json={"question": ""}, headers={"Accept-Language": "vi,en;q=0.8"})
    assert both.json()["title"] == "Câu hỏi để trống"
