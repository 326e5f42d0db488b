"""Who may publish while there is no key: the person at this machine, by the service's own page, and nobody else."""

import pytest
from fastapi.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from app.hosting import Hosting
from tests.app.web.guard.conftest import FAR, Guarded, Ring, key

ALLOWED = "/admin/reports/allowed"
ORIGIN = "http://127.0.0.1:7860"
KEY = {"Authorization": "Bearer s"}


def may(client: TestClient, **headers: str) -> object:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.get(ALLOWED, headers=named).json()["allowed"]


def test_without_keys_the_person_at_this_machine_may_publish(guarded: Guarded) -> None:
    client = guarded()
    assert may(client)
    assert may(client, Sec_Fetch_Site="same-origin", Origin=ORIGIN)
    assert may(client, Sec_Fetch_Site="none")
    # The reader of reports answers, so the request was let in.
    refused = client.post(
        "/api/v1/reports", params={"report_id": "x"}, content=b"", headers={"Content-Type": "text/plain"}
    )
    assert refused.json()["code"] not in ("unauthorized", "forbidden")


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://127.0.0.1:8000"},
        {"Origin": "http://127.0.0.1:8000"},
        {"Origin": "https://xau.example"},
        {"Origin": "null"},
        {"X-Forwarded-For": "203.0.113.7"},
        {"Forwarded": "for=203.0.113.7"},
        {"Via": "1.1 cong"},
    ],
    ids=str,
)
def test_a_page_of_another_site_and_what_is_passed_on_may_not(guarded: Guarded, headers: dict[str, str]) -> None:
    client = guarded()
    assert client.get(ALLOWED, headers=headers).json() == {"allowed": False}
    assert client.delete("/api/v1/reports/x", headers=headers).status_code == 401


def test_a_proxy_that_names_nobody_is_told_by_its_old_protocol(guarded: Guarded) -> None:
    class Old:
        def __init__(self, app: ASGIApp) -> None:
            self.app = app

        async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
            await self.app({**scope, "http_version": "1.0"}, receive, send)

    assert not may(TestClient(Old(guarded().app), base_url=ORIGIN, client=("127.0.0.1", 50000)))


def test_another_name_of_the_server_is_not_this_machine(guarded: Guarded) -> None:
    assert not may(guarded(hosting=Hosting(origins=("https://cong.example.vn",)), host="cong.example.vn"))


def test_another_machine_may_not(guarded: Guarded) -> None:
    assert not may(guarded(client=FAR))


def test_with_keys_only_a_key_with_the_scope_opens(guarded: Guarded) -> None:
    asking, admin = key("hoi"), key("quan-tri", scopes=("ask", "admin"))
    client = guarded(Ring(s=asking, a=admin))
    assert not may(client)
    assert not may(client, Authorization="Bearer s")
    assert may(client, Authorization="Bearer a")
    assert client.get(ALLOWED, headers={"Authorization": "Bearer sai"}).status_code == 401
    assert client.delete("/api/v1/reports/x").status_code == 401
    assert client.delete("/api/v1/reports/x", headers=KEY).status_code == 403
