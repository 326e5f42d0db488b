"""The HTTP contract, field by field: answers, reports, reference."""

import json

import pytest

from app.models import Turn
from app.web.api.examples import REPORT
from app.web.problems import STATUS
from corpus.models import Report
from tests.app.web.conftest import Client
from tests.fakes import Asked, answered, cite, near, refused

FOOTNOTE_2 = "08 đơn vị vận tải của Lai Châu và 03 đơn vị vận tải của thành phố Hà Nội."


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
                "report_name": "",
                "url": f"/reports/bc-hop-tac-lai-chau-ha-noi-2022?start={citation.start}&end={citation.end}#s-fn2.s1",
            }
        ],
        "nearest": [],
        "suggestions": ["Còn Lai Châu?"],
        "timings_ms": {"understand": 1.0, "find": 2.0, "write": 3.0, "check": 4.0},
        "decisive": [],
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
            "sign": "BC-UBND",
            "signatory": "Trần Tiến Dũng",
            "version": 1,
            "replaces": None,
            "format": "md",
            "size": None,
            "added_on": None,
            "original": False,
            "quality": REPORT["quality"],
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
            "/api/v1/reports/{report_id}/original",
        "/v1/chat/completions", "/v1/models", "/v1/models/{model}", "/api/v1/feedback", "/healthz", "/readyz",
    }  # fmt: skip
    assert all(f"<code>{path}</code>" in page for path in openapi["paths"])
    assert all(f'<tr id="{code}">' in page for code in STATUS)
    assert 'src="http' not in page
    assert 'href="http' not in page
