"""Uploading and removing reports over HTTP: who may, what is told, what keeps running meanwhile."""

import threading
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.models import Answer
from app.store.models import Scope as KeyScope
from app.web.current import Serving
from tests.app.web.api.small_site import Site, ids
from tests.fakes import ScriptedAsker, refused
from tests.small_library import COOPERATION_ID, HEALTH, HEALTH_ID

MARKDOWN = {"Content-Type": "text/markdown"}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def upload(client: TestClient, data: str | bytes = HEALTH, **options: str) -> Any:
    return client.post("/api/v1/reports", params={"report_id": HEALTH_ID, **options}, content=data, headers=MARKDOWN)


def test_a_report_sent_by_an_administrator_is_answered_from_at_once(site: Site) -> None:
    client = site.client("admin")
    response = upload(client)
    assert response.status_code == 201
    body = response.json()
    assert (body["id"], body["published"], body["number"]) == (HEALTH_ID, True, "20")
    assert body["passages"] > 0
    assert ids(client) == [COOPERATION_ID, HEALTH_ID]
    asked = {"question": "Bệnh viện Tuệ Tĩnh hỗ trợ bao nhiêu tiền?", "report_ids": [HEALTH_ID]}
    answer = client.post("/api/v1/ask", json=asked).json()
    assert "425 triệu đồng" in answer["answer"]


def test_a_preview_shows_what_was_understood_and_changes_nothing(site: Site) -> None:
    client = site.client("admin")
    response = upload(client, dry_run="true")
    assert (response.status_code, response.json()["published"]) == (200, False)
    assert [section["title"] for section in response.json()["sections"]][1] == "KẾT QUẢ"
    assert ids(client) == [COOPERATION_ID]


def test_what_the_reader_refuses_is_told_with_its_reason(site: Site) -> None:
    client = site.client("admin")
    for options in ({}, {"dry_run": "true"}):
        response = upload(client, HEALTH[:-6], **options)
        assert (response.status_code, response.json()["code"]) == (422, "report_unreadable")
        assert response.json()["detail"].startswith(f"Tệp báo cáo {HEALTH_ID}.md bị cắt dở")
    english = client.post(
        "/api/v1/reports",
        params={"report_id": HEALTH_ID},
        content=b"\0\1\2",
        headers={**MARKDOWN, "Accept-Language": "en"},
    )
    assert "is broken" in english.json()["detail"]


def test_a_known_id_is_a_conflict_unless_it_is_to_be_replaced(site: Site) -> None:
    client = site.client("admin")
    refusal = upload(client, HEALTH, report_id=COOPERATION_ID)
    assert (refusal.status_code, refusal.json()["code"]) == (409, "conflict")
    assert "replace=true" in refusal.json()["detail"]
    assert upload(client, HEALTH, report_id=COOPERATION_ID, replace="true").status_code == 201


def test_a_report_is_removed_but_never_the_only_one(site: Site) -> None:
    client = site.client("admin")
    only = client.delete(f"/api/v1/reports/{COOPERATION_ID}")
    assert (only.status_code, only.json()["code"]) == (409, "conflict")
    upload(client)
    assert client.delete(f"/api/v1/reports/{COOPERATION_ID}").status_code == 204
    assert ids(client) == [HEALTH_ID]
    assert client.delete("/api/v1/reports/khong-co").status_code == 404


@pytest.mark.parametrize(("keyed", "scopes", "status"), [(False, (), 401), (True, ("ask",), 403), (True, (), 403)])
def test_only_an_administrator_changes_reports(
    site: Site, keyed: bool, scopes: tuple[KeyScope, ...], status: int
) -> None:
    client = site.client(*scopes, keyed=keyed)
    for response in (
        upload(client),
        upload(client, dry_run="true"),
        client.delete(f"/api/v1/reports/{COOPERATION_ID}"),
    ):
        assert response.status_code == status
        assert response.headers["content-type"] == "application/problem+json"
    assert ids(client) == [COOPERATION_ID]


@pytest.mark.parametrize("report_id", ["../../etc/passwd", "Á", "", "a" * 81, ".hoidap"])
def test_an_id_that_is_no_name_is_refused(site: Site, report_id: str) -> None:
    response = upload(site.client("admin"), report_id=report_id)
    assert (response.status_code, response.json()["field"]) == (422, "report_id")


def test_a_report_is_sent_as_markdown_of_bounded_size(site: Site) -> None:
    client = site.client("admin")
    as_json = client.post("/api/v1/reports", params={"report_id": "x"}, json={})
    assert (as_json.status_code, as_json.json()["code"]) == (415, "unsupported_media_type")
    assert "text/markdown" in as_json.json()["detail"]
    assert upload(client, b"a" * (4 * 1024 * 1024 + 1)).status_code == 413


def test_a_running_answer_ends_with_the_reports_it_began_with(site: Site) -> None:
    begun, released = threading.Event(), threading.Event()

    class Slow(ScriptedAsker):
        def ask(self, *arguments: Any, **options: Any) -> Answer:
            begun.set()
            assert released.wait(10)
            return super().ask(*arguments, **options)

    client, said = site.client("admin"), []
    library = site.current.library
    site.current.switch(Serving(Slow([refused("Câu trả lời cũ.")]), library))
    asking = threading.Thread(target=lambda: said.append(client.post("/api/v1/ask", json={"question": "Hỏi?"}).json()))
    asking.start()
    assert begun.wait(10)
    assert upload(client).status_code == 201
    released.set()
    asking.join(10)
    assert said[0]["answer"] == "Câu trả lời cũ."
    assert ids(client) == [COOPERATION_ID, HEALTH_ID]
