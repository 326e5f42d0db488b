"""The administrators' page as it is served: both languages, nothing inline that runs, every word escaped."""

import json
import re
from html.parser import HTMLParser

import pytest

from app.messages import CATALOGUE
from app.web.admin.routes import admin_page
from tests.app.web.conftest import Client


class Tags(HTMLParser):
    """Collects the tags of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize(
    ("query", "title"), [("", "Quản lý báo cáo"), ("?lang=en", "Manage reports"), ("?lang=fr", "Quản lý")]
)
def test_the_page_comes_in_two_languages_and_is_never_kept(client: Client, query: str, title: str) -> None:
    response = client()[0].get(f"/admin/reports{query}")
    assert (response.status_code, response.headers["cache-control"]) == (200, "no-store")
    assert f"<h1>{title}" in response.text


def test_the_page_runs_only_its_own_scripts_and_asks_no_other_host() -> None:
    for tag, attributes in Tags(admin_page("vi", 50)).found:
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        assert all(not (attributes.get(name) or "").startswith(("http", "//")) for name in ("src", "href", "action"))
        if tag == "script":
            assert attributes.get("src", "").startswith("/hoidap/") or attributes["type"] == "application/json"  # type: ignore[union-attr]


def test_the_sentences_travel_with_the_page_and_cannot_leave_their_element() -> None:
    page = admin_page("en", 50)
    match = re.search(r'<script type="application/json" id="words">(.*?)</script>', page, re.DOTALL)
    assert match
    assert "<" not in match[1]
    assert json.loads(match[1])["state-published"] == CATALOGUE["admin.state-published"]["en"]


def test_how_large_a_file_may_be_is_said_and_checked_from_one_figure() -> None:
    page = admin_page("vi", 50)
    assert 'data-limit="52428800"' in page
    assert "tối đa 50 MB mỗi tệp" in page
