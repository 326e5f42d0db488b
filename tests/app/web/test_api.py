"""The HTTP contract, field by field, and every way in which a request can be refused."""

import json
import logging
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from app.errors import QuestionError
from app.models import Answer, Turn
from app.web.api import create_api
from app.web.problems import STATUS
from app.web.routes import BODY_LIMIT
from corpus.library import Library
from corpus.models import Report
from tests.fakes import Asked, ScriptedAsker, answered, cite, near, refused

JSON = {"Content-Type": "application/json"}
FOOTNOTE_2 = "08 đơn vị vận tải của Lai Châu và 03 đơn vị vận tải của thành phố Hà Nội."

Client = Callable[..., tuple[TestClient, ScriptedAsker]]


@pytest.fixture
def client(library: Library) -> Client:
    def make(*script: Answer | Exception, ready: bool = True) -> tuple[TestClient, ScriptedAsker]:
        asker = ScriptedAsker(list(script))
        return TestClient(create_api(asker, library, lambda: ready)), asker

    return make


def test_an_answer_has_exactly_the_fields_of_the_contract(client: Client, report: Report) -> None:
    citation = cite(report, FOOTNOTE_2, label="Mục I.2, chú thích 2")
    api, _ = client(answered("03 đơn vị [1].", citation, understood="Bao nhiêu?", suggestions=("Còn Lai Châu?",)))
    response = api.post("/api/v1/ask", json={"question": "Bao nhiêu đơn vị?"})
    assert response.status_code == 200
    assert response.json() == {
        "answer_id": "tra-loi-1",
        "answer": "03 đơn vị [1].",
        "answerable": True,
        "refusal": None,
        "standalone_question": "Bao nhiêu?",
        "mode": "extractive",
        "confidence": 0.75,
        "citations": [
            {
                "marker": 1,
                "report_id": "bc-hop-tac-lai-chau-ha-noi-2022",
                "report_title": "Kết quả hợp tác giữa tỉnh Lai Châu và thành phố Hà Nội năm 2022",
                "section": "I.2",
                "section_title": "Lĩnh vực công nghiệp, thương mại",
                "footnote": "2",
                "quote": FOOTNOTE_2,
                "start": citation.start,
                "end": citation.start + len(FOOTNOTE_2),
                "label": "Mục I.2, chú thích 2",
                "url": f"/reports/bc-hop-tac-lai-chau-ha-noi-2022?start={citation.start}&end={citation.end}#s-fn2.s1",
            }
        ],
        "nearest": [],
        "suggestions": ["Còn Lai Châu?"],
        "timings_ms": {"understand": 1.0, "find": 2.0, "write": 3.0, "check": 4.0},
    }


def test_a_quote_is_the_text_between_its_offsets_and_its_link_shows_it_marked(client: Client, report: Report) -> None:
    api, _ = client(answered("03 đơn vị [1].", cite(report, FOOTNOTE_2)))
    citation = api.post("/api/v1/ask", json={"question": "Bao nhiêu đơn vị?"}).json()["citations"][0]
    text = api.get(f"/api/v1/reports/{citation['report_id']}/text").text
    assert text[citation["start"] : citation["end"]] == citation["quote"]
    page = api.get(citation["url"])
    assert page.status_code == 200
    assert 'id="s-fn2.s1"' in page.text
    assert f'data-start="{citation["start"]}">{FOOTNOTE_2}</mark>' in page.text


def test_a_refusal_has_no_citations_and_names_what_is_nearest(client: Client, report: Report) -> None:
    api, _ = client(refused("Báo cáo không nêu.", near(report, FOOTNOTE_2, "Mục I.2, chú thích 2")))
    body = api.post("/api/v1/ask", json={"question": "Có bao nhiêu tàu thủy?"}).json()
    assert (body["answerable"], body["refusal"], body["citations"]) == (False, "not-in-report", [])
    assert body["nearest"][0]["section"] == "I.2"
    assert body["nearest"][0]["quote"] == FOOTNOTE_2


def test_the_asker_is_given_the_trimmed_question_and_all_that_came_with_it(client: Client, report: Report) -> None:
    api, asker = client(refused("Không."))
    history = [{"role": "user", "content": "Trước"}, {"role": "assistant", "content": "Sau"}]
    body = {"question": "  Hỏi?\n", "history": history, "report_ids": [report.id], "mode": "extractive", "top_k": 7}
    assert api.post("/api/v1/ask", json=body).status_code == 200
    turns = (Turn("user", "Trước"), Turn("assistant", "Sau"))
    assert asker.asked == [Asked("Hỏi?", turns, (report.id,), "extractive", 7)]


def test_without_options_all_reports_are_asked_in_auto_mode(client: Client) -> None:
    api, asker = client(refused("Không."))
    api.post("/api/v1/ask", json={"question": "Hỏi?"})
    assert asker.asked == [Asked("Hỏi?", (), None, "auto", None)]


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
        (b'"' + b"a" * BODY_LIMIT + b'"', JSON, 413, "payload_too_large"),
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


def test_the_list_says_in_words_that_the_number_is_blank(client: Client, report: Report) -> None:
    api, _ = client()
    assert api.get("/api/v1/reports").json()["reports"] == [
        {
            "id": report.id,
            "title": "Kết quả hợp tác giữa tỉnh Lai Châu và thành phố Hà Nội năm 2022",
            "number": None,
            "number_note": "Bản gốc để trống số văn bản (“Số: …/BC-UBND”).",
            "issuer": "Ủy ban nhân dân tỉnh Lai Châu",
            "issued_on": "2023-02",
            "period": "2022",
            "url": f"/reports/{report.id}",
        }
    ]


def test_the_outline_of_a_report_leads_into_its_text(client: Client, report: Report) -> None:
    api, _ = client()
    outline = api.get(f"/api/v1/reports/{report.id}").json()
    text = api.get(f"/api/v1/reports/{report.id}/text")
    assert text.headers["content-type"] == "text/plain; charset=utf-8"
    assert text.content.decode("utf-8") == report.text
    assert outline["plan"] == {"number": "2923/KH-UBND", "issued_on": "2020-12-14"}
    assert outline["characters"] == len(text.text)
    sections = {section["code"]: section for section in outline["sections"]}
    assert sections["I.3"]["title"] == "Lĩnh vực nông nghiệp"
    assert text.text[sections["I.3"]["start"] :].startswith("3. Lĩnh vực nông nghiệp")
    second = outline["footnotes"][1]
    assert (second["number"], second["section"], second["text"]) == ("2", "I.2", FOOTNOTE_2)
    assert text.text[second["start"] : second["end"]] == FOOTNOTE_2


@pytest.mark.parametrize("path", ["/api/v1/reports/khong-co", "/api/v1/reports/khong-co/text"])
def test_an_unknown_report_is_named(client: Client, path: str) -> None:
    api, _ = client()
    response = api.get(path)
    assert (response.status_code, response.json()["code"]) == (404, "unknown_report")
    assert "khong-co" in response.json()["detail"]


def test_the_page_of_an_unknown_report_says_so(client: Client) -> None:
    api, _ = client()
    response = api.get("/reports/<script>")
    assert response.status_code == 404
    assert "&lt;script&gt;" in response.text
    assert "<script>" not in response.text


def test_the_reference_lists_every_endpoint_and_loads_nothing_from_elsewhere(client: Client) -> None:
    api, _ = client()
    page, openapi = api.get("/docs").text, json.loads(api.get("/openapi.json").text)
    assert set(openapi["paths"]) == {
        "/api/v1/ask", "/api/v1/reports", "/api/v1/reports/{report_id}", "/api/v1/reports/{report_id}/text",
        "/healthz", "/readyz",
    }  # fmt: skip
    assert all(f"<code>{path}</code>" in page for path in openapi["paths"])
    assert all(f'<tr id="{code}">' in page for code in STATUS)
    assert 'src="http' not in page
    assert 'href="http' not in page
