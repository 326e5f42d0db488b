"""Files of any format sent as forms: what is told of them, versions, corrections, originals."""

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.store.models import Scope as KeyScope
from tests.app.web.api.small_site import Site, ids
from tests.small_library import COOPERATION, COOPERATION_ID, HEALTH

MARKDOWN = {"Content-Type": "text/markdown"}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A service over one small report."""
    return Site(tmp_path)


def send(
    client: TestClient, data: str | bytes, name: str = "Báo cáo y tế.md", corrections: str = "", **options: str
) -> Any:
    files = {"file": (name, data if isinstance(data, bytes) else data.encode())}
    form = {"corrections": corrections} if corrections else {}
    return client.post("/api/v1/reports", params=options, files=files, data=form)


def test_a_file_sent_as_a_form_is_named_after_itself_corrected_and_kept(site: Site) -> None:
    client = site.client("admin")
    body = send(client, HEALTH, corrections='{"issuer": "Sở Y tế", "number": ""}').json()
    assert (body["id"], body["issuer"], body["number"], body["version"]) == ("bao-cao-y-te", "Sở Y tế", None, 1)
    listed = client.get("/api/v1/reports").json()["reports"][0]
    assert (listed["id"], listed["format"], listed["original"]) == ("bao-cao-y-te", "md", True)
    assert (listed["issuer"], listed["size"], listed["quality"]["headings"]) == ("Sở Y tế", len(HEALTH.encode()), 1)
    original = client.get("/api/v1/reports/bao-cao-y-te/original")
    assert original.content == HEALTH.encode()
    assert (
        original.headers["content-disposition"]
        == "attachment; filename*=utf-8''B%C3%A1o%20c%C3%A1o%20y%20t%E1%BA%BF.md"
    )
    assert original.headers["content-type"] == "application/octet-stream"


def test_a_preview_of_a_file_shows_data_outline_quality_and_the_document(site: Site) -> None:
    client = site.client("admin")
    preview = send(client, HEALTH, preview="true")
    body = preview.json()
    assert (preview.status_code, body["same"], body["replaced"]) == (200, None, None)
    assert (body["report"]["number"], body["quality"]["sentences"]) == ("20", 5)
    assert [entry["title"] for entry in body["outline"]] == ["Phần mở đầu", "KẾT QUẢ"]
    assert body["text_start"].startswith("Số: 20/BC-SYT")
    assert body["document"].startswith('<article class="document"')
    assert ids(client) == [COOPERATION_ID]


def test_the_same_file_is_known_and_a_new_version_replaces_the_old_one(site: Site) -> None:
    client = site.client("admin")
    assert send(client, COOPERATION, preview="true").json()["same"] == COOPERATION_ID
    again = send(client, COOPERATION)
    assert (again.status_code, again.json()["known"], again.json()["id"]) == (200, True, COOPERATION_ID)
    newer = COOPERATION.replace("11 đơn vị", "12 đơn vị")
    replaced = send(client, newer, preview="true").json()["replaced"]
    assert (replaced["id"], replaced["version"]) == (COOPERATION_ID, 2)
    body = send(client, newer, "mới.md").json()
    assert (body["id"], body["version"], body["replaces"], body["known"]) == (COOPERATION_ID, 2, COOPERATION_ID, False)
    assert [one["version"] for one in client.get(f"/api/v1/reports/{COOPERATION_ID}").json()["earlier"]] == [1]
    older = send(client, COOPERATION)
    assert (older.status_code, older.json()["code"]) == (409, "conflict")
    assert "bản cũ" in older.json()["detail"]


def test_metadata_are_corrected_and_corrections_taken_back(site: Site) -> None:
    client, path = site.client("admin"), f"/api/v1/reports/{COOPERATION_ID}"
    recognised = client.get(path).json()
    body = client.patch(path, json={"title": "  Hợp tác\n2022 ", "issued_on": "2023-02"}).json()
    assert (body["title"], body["issued_on"]) == ("Hợp tác 2022", "2023-02")
    assert client.get("/api/v1/reports").json()["reports"][0]["title"] == "Hợp tác 2022"
    assert client.patch(path, json={"title": None}).json()["title"] == recognised["title"]
    for wrong in ({"issued_on": "05/02/2023"}, {"title": ""}, {"colour": "red"}, {"number": 7}):
        refused = client.patch(path, json=wrong)
        assert (refused.status_code, refused.json()["code"]) == (422, "invalid_field"), wrong
    assert client.patch("/api/v1/reports/khong-co", json={}).status_code == 404


def test_a_form_without_a_file_or_with_wrong_corrections_is_refused_by_its_field(site: Site) -> None:
    client = site.client("admin")
    empty = client.post("/api/v1/reports", files={"other": ("a", b"b")})
    assert (empty.status_code, empty.json()["field"]) == (422, "file")
    for corrections in ("{", '{"issued_on": "hôm nay"}', "[]"):
        wrong = send(client, HEALTH, corrections=corrections)
        assert wrong.status_code in (400, 422), corrections
    bare = client.post("/api/v1/reports", content=HEALTH.encode(), headers=MARKDOWN)
    assert (bare.status_code, bare.json()["field"]) == (422, "report_id")


def test_a_bad_file_is_refused_with_its_reason_and_no_path(site: Site) -> None:
    client = site.client("admin")
    for data, name in ((b"PK\x03\x04", "hỏng.docx"), (b"", "trống.pdf"), (b"MZ\0\0", "chương trình.exe")):
        refused = send(client, data, name)
        assert (refused.status_code, refused.json()["code"]) == (422, "report_unreadable")
        assert name in refused.json()["detail"]
        assert str(site.folder) not in refused.text


@pytest.mark.parametrize(("keyed", "scopes", "status"), [(False, (), 401), (True, ("ask",), 403)])
def test_only_an_administrator_corrects_reports_or_gets_the_files(
    site: Site, keyed: bool, scopes: tuple[KeyScope, ...], status: int
) -> None:
    client, path = site.client(*scopes, keyed=keyed), f"/api/v1/reports/{COOPERATION_ID}"
    for response in (client.patch(path, json={"title": "x"}), client.get(f"{path}/original"), send(client, HEALTH)):
        assert response.status_code == status
