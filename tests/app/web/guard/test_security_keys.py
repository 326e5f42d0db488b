"""Who is let in: with and without keys, from this machine and from others."""

import base64

import pytest

from app.hosting import Hosting
from app.store.errors import StoreError
from app.store.models import Key
from tests.app.web.guard.conftest import ASK, FAR, QUESTION, Guarded, Ring, key


def basic(password: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"ai-do:{password}".encode()).decode()}


def test_without_any_key_this_machine_may_ask(guarded: Guarded) -> None:
    assert guarded().post(ASK, json=QUESTION).status_code == 200


def test_a_revoked_key_is_no_key(guarded: Guarded) -> None:
    ring = Ring(cũ=key("cũ", revoked=True))
    assert guarded(ring).post(ASK, json=QUESTION).status_code == 200


def test_as_soon_as_there_is_a_key_the_api_needs_one_even_here(guarded: Guarded) -> None:
    refused = guarded(Ring(mở=key("cổng"))).post(ASK, json=QUESTION)
    assert refused.status_code == 401
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.headers["www-authenticate"] == "Bearer"
    assert refused.json()["code"] == "unauthorized"


@pytest.mark.parametrize(
    "headers",
    [{"Authorization": "Bearer sesam"}, {"authorization": "bearer  sesam"}, {"X-API-Key": "sesam"}, basic("sesam")],
)
def test_a_key_opens_the_api_however_it_is_brought(guarded: Guarded, headers: dict[str, str]) -> None:
    assert (
        guarded(Ring(sesam=key("cổng")), elsewhere=True, client=FAR)
        .post(ASK, json=QUESTION, headers=headers)
        .is_success
    )


@pytest.mark.parametrize("given", ["Bearer sai", "Bearer", "Basic !!!", "Basic c2Vz", "Token sesam", "sesam"])
def test_a_wrong_key_opens_nothing(guarded: Guarded, given: str) -> None:
    client = guarded(Ring(sesam=key("cổng")))
    assert client.post(ASK, json=QUESTION, headers={"Authorization": given}).json()["code"] == "unauthorized"


def test_a_wrong_key_is_refused_even_where_none_is_needed(guarded: Guarded) -> None:
    client = guarded(Ring(sesam=key("cổng")))
    path = "/reports/khong-co"
    assert client.get(path).status_code == 404
    assert client.get(path, headers={"Authorization": "Bearer sai"}).status_code == 401


def test_pages_are_open_here_and_ask_others_for_a_key(guarded: Guarded) -> None:
    ring = Ring(sesam=key("cổng"))
    assert guarded(ring, elsewhere=True).get("/reports/khong-co").status_code == 404
    far = guarded(ring, elsewhere=True, client=FAR)
    assert far.get("/reports/khong-co").headers["www-authenticate"].startswith("Basic")
    assert far.get("/reports/khong-co", headers=basic("sesam")).status_code == 404


def test_who_says_that_he_forwards_is_never_taken_for_this_machine(guarded: Guarded) -> None:
    client = guarded(Ring(sesam=key("cổng")), elsewhere=True)
    assert client.get("/reports/khong-co", headers={"X-Forwarded-For": "127.0.0.1"}).status_code == 401


def test_the_chat_can_be_opened_to_everybody_and_the_api_stays_closed(guarded: Guarded) -> None:
    far = guarded(Ring(sesam=key("cổng")), Hosting(open_chat=True), elsewhere=True, client=FAR)
    assert far.get("/reports/khong-co").status_code == 404
    assert far.post(ASK, json=QUESTION).status_code == 401
    assert far.get("/metrics").status_code == 401


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/docs", "/openapi.json", "/hoidap/icon.svg"])
def test_health_and_reference_need_no_key(guarded: Guarded, path: str) -> None:
    assert guarded(Ring(sesam=key("cổng")), elsewhere=True, client=FAR).get(path).status_code == 200


@pytest.mark.parametrize(
    "path", ["//api/v1/ask", "/api//v1/ask", "/./api/v1/ask", "/API/v1/ask", "/api/v1/ask/", "/%61pi/v1/ask"]
)
def test_no_spelling_of_the_address_goes_round_the_key(guarded: Guarded, path: str) -> None:
    assert guarded(Ring(sesam=key("cổng")), elsewhere=True, client=FAR).post(path, json=QUESTION).status_code in (
        401,
        404,
        405,
    )


def test_a_database_that_cannot_be_read_lets_nobody_in(guarded: Guarded) -> None:
    class Broken(Ring):
        def list(self) -> tuple[Key, ...]:
            raise StoreError("locked", "hoidap.sqlite3")

    refused = guarded(Broken()).post(ASK, json=QUESTION)
    assert (refused.status_code, refused.json()["code"]) == (503, "storage_unavailable")


def test_while_there_are_no_keys_a_foreign_host_name_is_refused(guarded: Guarded) -> None:
    assert guarded(host="ke-gian.example").post(ASK, json=QUESTION).json()["code"] == "wrong_host"
    assert guarded(host="[::1]:7860").post(ASK, json=QUESTION).status_code == 200
    hosting = Hosting(origins=("https://cong.example.vn",))
    assert guarded(hosting=hosting, host="cong.example.vn").post(ASK, json=QUESTION).status_code == 200


def test_a_host_that_is_no_name_is_refused(guarded: Guarded) -> None:
    assert guarded().post(ASK, json=QUESTION, headers={"Host": "[::1"}).json()["code"] == "wrong_host"


def test_the_application_learns_which_key_it_was(guarded: Guarded) -> None:
    ring = Ring(sesam=key("cổng"))
    guarded(ring).post(ASK, json=QUESTION, headers={"X-API-Key": "sesam"})
    assert ring.checked == ["sesam"]
