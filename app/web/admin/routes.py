"""GET /admin/reports: the administrators' page, and whether who asks may use it. Knows nothing of files or reports.

The page holds no report: its script asks the API for everything, with the rights of who looks at it.
"""

import json
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from string import Template

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

from app.messages import CATALOGUE, Language, say
from app.web.guard.access import may

PATH = "/admin/reports"
FORMATS = (".docx", ".doc", ".rtf", ".pdf", ".md", ".txt", ".html", ".htm", ".xlsx", ".xls")
"""Endings that the file dialog offers; what a file is, its bytes tell."""
MEGABYTE = 1024 * 1024
_PAGE = Path(__file__).with_name("page.html")
_PREFIX = "admin."
_OTHER: Mapping[Language, Language] = {"vi": "en", "en": "vi"}


class Allowed(BaseModel):
    """Whether who asks may change reports."""

    allowed: bool


class _Page(Template):
    """A page whose placeholders are keys of the catalogue, or names of values."""

    idpattern = r"[a-z][a-z-]*"


class _Words(Mapping[str, str]):
    """What stands in for a placeholder: a value, or the page's sentence of that key, as HTML."""

    def __init__(self, language: Language, values: Mapping[str, str]) -> None:
        self._language = language
        self._values = values

    def __getitem__(self, key: str) -> str:
        return self._values[key] if key in self._values else escape(say(f"admin.{key}", self._language))

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def _sentences(language: Language) -> str:
    """Return the page's sentences as JSON that no text can leave."""
    own = {key.removeprefix(_PREFIX): words[language] for key, words in CATALOGUE.items() if key.startswith(_PREFIX)}
    return json.dumps(own, ensure_ascii=False).replace("<", "\\u003c")


def admin_page(language: Language, megabytes: int) -> str:
    """Return the page; ``megabytes`` is how large a file may be."""
    values = {
        "language": language,
        "other": _OTHER[language],
        "brand": escape(say("page.title", language)),
        "chat": "/" if language == "vi" else "/en/",
        "accept": ",".join(FORMATS),
        "limit": str(megabytes * MEGABYTE),
        "drop-hint": escape(say("admin.drop-hint", language, size=f"{megabytes} MB")),
        "sentences": _sentences(language),
    }
    return _Page(_PAGE.read_text(encoding="utf-8")).substitute(_Words(language, values))


def admin_routes(megabytes: int) -> APIRouter:
    """Return the page in both languages, and the question whether who asks may use it; files may have ``megabytes``."""
    router = APIRouter(include_in_schema=False)
    pages: dict[Language, str] = {"vi": admin_page("vi", megabytes), "en": admin_page("en", megabytes)}

    @router.get(PATH)
    def page(lang: str = "vi") -> HTMLResponse:
        return HTMLResponse(pages["en" if lang == "en" else "vi"], headers={"Cache-Control": "no-store"})

    @router.get(f"{PATH}/allowed")
    def allowed(request: Request) -> Allowed:
        return Allowed(allowed=may(request.scope, "admin"))

    return router
