"""The script, the page for frames and the example page, as they are sent."""

import re

import pytest
from fastapi.testclient import TestClient

from app.messages import CATALOGUE
from app.web.api.application import create_api
from app.web.current import Current
from app.web.embed.routes import widget
from app.web.headers import SecurityHeaders

ORIGIN = "https://cong.example.vn"


@pytest.fixture(scope="module")
def site() -> TestClient:
    app = create_api(Current())
    app.add_middleware(SecurityHeaders, origins=(ORIGIN,))
    return TestClient(app)


def test_the_script_is_one_small_file_with_every_sentence_in_both_languages(site: TestClient) -> None:
    response = site.get("/embed.js")
    assert response.headers["content-type"] == "text/javascript; charset=utf-8"
    assert len(response.content) < 40_000
    for key, sentence in CATALOGUE.items():
        if key.startswith("embed."):
            assert sentence["vi"] in response.text
            assert sentence["en"] in response.text
    assert "/*sentences*/" not in response.text
    assert "/*style*/" not in response.text


def test_every_sentence_that_the_script_says_is_in_the_catalogue() -> None:
    said = set(re.findall(r'#say\([^"()]*"([a-z-]+)"', widget())) | set(re.findall(r': "([a-z-]+)"\)', widget()))
    assert {"title", "send", "unreachable", "thanks"} <= said
    assert {f"embed.{key}" for key in said} <= set(CATALOGUE)


def test_the_script_never_makes_html_of_text() -> None:
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", widget())


def test_the_page_for_frames_may_be_framed_by_listed_origins_and_the_rest_may_not(site: TestClient) -> None:
    assert f"frame-ancestors 'self' {ORIGIN}" in site.get("/embed").headers["content-security-policy"]
    assert ORIGIN not in site.get("/docs").headers["content-security-policy"]


@pytest.mark.parametrize(
    ("path", "language"), [("/embed", "vi"), ("/embed?lang=en", "en"), ("/embed?lang=%22%3E", "vi")]
)
def test_the_page_for_frames_speaks_the_language_that_is_asked_for(site: TestClient, path: str, language: str) -> None:
    page = site.get(path).text
    assert f'<html lang="{language}">' in page
    assert f'<hoidap-chat lang="{language}">' in page
    assert "$" not in page


def test_the_example_loads_the_script_from_where_it_came(site: TestClient) -> None:
    page = site.get("/embed/example").text
    assert '<script src="http://testserver/embed.js" defer></script>' in page
    assert "hoidap-accent" in page


def test_a_host_name_that_is_html_is_escaped(site: TestClient) -> None:
    page = site.get("/embed/example", headers={"Host": 'a"><script>alert(1)</script>'}).text
    assert "<script>alert" not in page
