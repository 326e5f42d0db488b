"""The whole application: which headers it puts on everything, what stands before the chat."""

import re

import pytest
from fastapi.testclient import TestClient

from app.web.current import Current, Serving
from app.web.headers import fit_chat_page, policy
from app.web.language import language_of
from app.web.serve import create_app
from corpus.library import open_library
from corpus.models import Report
from tests.fakes import ScriptedAsker


@pytest.fixture(scope="module")
def app_client() -> TestClient:
    return TestClient(create_app(Current(Serving(ScriptedAsker([]), open_library())), ["Câu hỏi mẫu?"]))


@pytest.mark.parametrize("path", ["/", "/api/v1/reports", "/docs", "/healthz", "/api/v1/nothing", "/config"])
def test_every_response_carries_the_security_headers(app_client: TestClient, path: str) -> None:
    headers = app_client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "object-src 'none'" in headers["content-security-policy"]
    assert "http" not in headers["content-security-policy"]


def test_scripts_of_the_chat_page_are_let_in_by_a_nonce_of_their_own(app_client: TestClient) -> None:
    first, second = app_client.get("/"), app_client.get("/")
    nonces = [re.findall(r"'nonce-([^']+)'", page.headers["content-security-policy"])[0] for page in (first, second)]
    assert nonces[0] != nonces[1]
    assert first.text.count("<script") == first.text.count(f'<script nonce="{nonces[0]}"')
    assert "'unsafe-inline'" not in first.headers["content-security-policy"].split("script-src")[1].split(";")[0]


def test_the_chat_page_is_in_vietnamese_and_names_no_other_host(app_client: TestClient) -> None:
    page = app_client.get("/").text
    assert 'lang="vi"' in page
    assert "<title>" not in page or "Hỏi Đáp Báo Cáo" in page
    assert "raw.githubusercontent.com" not in page


def test_the_api_and_the_report_pages_stand_before_the_chat(app_client: TestClient, report: Report) -> None:
    assert app_client.get("/api/v1/nothing").json()["code"] == "not_found"
    assert app_client.put("/api/v1/ask").json()["code"] == "method_not_allowed"
    assert 'class="document"' in app_client.get(f"/reports/{report.id}").text
    for name in ("chat/main.js", "chat/page.css", "document.css", "icon.svg"):
        assert app_client.get(f"/hoidap/{name}").status_code == 200


def test_files_of_the_machine_cannot_be_read_through_the_chat(app_client: TestClient) -> None:
    for path in ("/gradio_api/file=/etc/passwd", "/hoidap/../serve.py", "/hoidap/%2e%2e/serve.py"):
        assert app_client.get(path).status_code in (403, 404)


def test_a_page_is_fitted_without_losing_what_it_holds() -> None:
    page = b'<html lang="en"><meta property="og:url" content="x"/><meta charset="utf-8"><script>a</script></html>'
    assert fit_chat_page(page, "n") == b'<html lang="vi"><meta charset="utf-8"><script nonce="n">a</script></html>'


def test_only_the_chat_page_may_compile_text() -> None:
    assert "script-src 'self';" in policy()
    assert "script-src 'self' 'nonce-n' 'unsafe-eval';" in policy("n")


@pytest.mark.parametrize(
    ("header", "language"),
    [("", "vi"), ("*", "vi"), ("en", "en"), ("en-US,vi;q=0.9", "en"), ("vi,en", "vi"), ("en;q=x", "vi"), ("fr", "vi")],
)
def test_english_is_spoken_only_to_who_prefers_it(header: str, language: str) -> None:
    assert language_of(header) == language
