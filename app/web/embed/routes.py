"""GET /embed.js, /embed and /embed/example: the chat as an element, in a frame, on a portal's page.

Knows no answers. Who may frame it or call from elsewhere is for ``app.web.headers`` and ``app.web.guard`` to say.
"""

import json
from html import escape
from pathlib import Path
from string import Template

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from app.examples import EXAMPLES
from app.messages import CATALOGUE, Language, say

_HERE = Path(__file__).parent
_STATIC = _HERE.parent / "static" / "embed"
_PREFIX = "embed."
_CACHED = {"Cache-Control": "public, max-age=300"}
"""A portal's readers load the script anew within minutes of an update."""


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _literal(value: object) -> str:
    """Return a value as a literal of JavaScript, which no text can leave."""
    return json.dumps(value, ensure_ascii=False).replace("</", "<\\/").replace("\u2028", "\\u2028")


def widget() -> str:
    """Return the script of the element with its sentences and its style inside, so that one file is all."""
    sentences = {key.removeprefix(_PREFIX): words for key, words in CATALOGUE.items() if key.startswith(_PREFIX)}
    script = _text(_STATIC / "widget.js")
    script = script.replace("{}; /*sentences*/", f"{_literal(sentences)};", 1)
    return script.replace('""; /*style*/', f"{_literal(_text(_STATIC / 'widget.css'))};", 1)


def embed_routes() -> APIRouter:
    """Return the three routes; everything is read from the disk once, here."""
    router = APIRouter(include_in_schema=False)
    script, page, portal = widget(), Template(_text(_HERE / "page.html")), Template(_text(_HERE / "example.html"))

    @router.get("/embed.js")
    def embed_script() -> Response:
        return Response(script, media_type="text/javascript", headers=_CACHED)

    @router.get("/embed")
    def embed_page(lang: str = "vi") -> HTMLResponse:
        language: Language = "en" if lang == "en" else "vi"
        title, noscript = escape(say("embed.title", language)), escape(say("embed.noscript", language))
        return HTMLResponse(page.substitute(language=language, title=title, noscript=noscript))

    @router.get("/embed/example")
    def example(request: Request) -> HTMLResponse:
        origin = escape(str(request.base_url).rstrip("/"))
        questions = escape("|".join(say(key) for key in EXAMPLES[:2]))
        return HTMLResponse(portal.substitute(origin=origin, questions=questions))

    return router
