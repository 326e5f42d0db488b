"""What web pages of other origins may do: call the API and frame the widget, if they are on the list."""

import pytest

from app.hosting import Hosting
from app.web.headers import policy
from tests.app.web.guard.conftest import ASK, QUESTION, Guarded, Ring, key

PORTAL = "https://cong.example.vn"
LISTED = Hosting(origins=(PORTAL,))
PREFLIGHT = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type"}


def test_a_listed_origin_may_call_and_read(guarded: Guarded) -> None:
    client = guarded(hosting=LISTED)
    allowed = client.options(ASK, headers={"Origin": PORTAL, **PREFLIGHT})
    assert allowed.status_code == 200
    assert allowed.headers["access-control-allow-origin"] == PORTAL
    answered = client.post(ASK, json=QUESTION, headers={"Origin": PORTAL})
    assert answered.headers["access-control-allow-origin"] == PORTAL
    assert "access-control-allow-credentials" not in answered.headers


def test_a_refusal_can_be_read_by_a_listed_origin_too(guarded: Guarded) -> None:
    refused = guarded(Ring(a=key("a")), LISTED).post(ASK, json=QUESTION, headers={"Origin": PORTAL})
    assert refused.status_code == 401
    assert refused.headers["access-control-allow-origin"] == PORTAL


@pytest.mark.parametrize(
    "origin", ["https://ke-gian.example", "http://cong.example.vn", "https://cong.example.vn.ke-gian.example", "null"]
)
def test_no_other_origin_may(guarded: Guarded, origin: str) -> None:
    client = guarded(hosting=LISTED)
    assert client.options(ASK, headers={"Origin": origin, **PREFLIGHT}).status_code == 400
    assert "access-control-allow-origin" not in client.post(ASK, json=QUESTION, headers={"Origin": origin}).headers
    assert "access-control-allow-origin" not in guarded().post(ASK, json=QUESTION, headers={"Origin": PORTAL}).headers


def test_only_what_is_framed_names_the_origins() -> None:
    assert policy().endswith("frame-ancestors 'self'")
    assert policy(origins=(PORTAL,)).endswith(f"frame-ancestors 'self' {PORTAL}")


def test_refusals_of_the_edge_carry_the_security_headers(guarded: Guarded) -> None:
    refused = guarded(Ring(a=key("a"))).post(ASK, json=QUESTION)
    assert refused.headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'self'" in refused.headers["content-security-policy"]
