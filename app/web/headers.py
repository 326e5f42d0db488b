"""Puts security headers on every response and makes the chat page fit them. Knows nothing of what is served."""

import re
import secrets
from collections.abc import Sequence

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CHAT_PAGES = ("/", "/en", "/en/")
"""Where the chat page is, in each language."""

_FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_POLICY = (
    "default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
    "frame-ancestors {ancestors}"
)
_FRAMED = re.compile(r"/embed(?:/.*)?")
"""What other origins may frame, if they are on the list; never the chat page, where a click asks something."""
_FOREIGN_META = re.compile(rb'<meta\b[^>]*\b(?:property="og:|name="twitter:)[^>]*>\s*')


def policy(nonce: str = "", origins: Sequence[str] = ()) -> str:
    """Return the Content-Security-Policy; with a nonce, for the chat page; with origins, for what they may frame.

    Gradio's page has inline scripts, let in by the nonce, and its HTML component compiles its template with
    ``Function``, hence 'unsafe-eval' there. Inline event handlers stay forbidden everywhere.
    """
    scripts = f"'self' 'nonce-{nonce}' 'unsafe-eval'" if nonce else "'self'"
    return _POLICY.format(scripts=scripts, ancestors=" ".join(("'self'", *origins)))


def fixed_headers() -> dict[str, str]:
    """Return the headers that any response carries which is no page."""
    return {**_FIXED, "Content-Security-Policy": policy()}


def fit_chat_page(page: bytes, nonce: str) -> bytes:
    """Return Gradio's page in Vietnamese, its scripts carrying the nonce, without tags that name other hosts."""
    page = _FOREIGN_META.sub(b"", page)
    page = page.replace(b'lang="en"', b'lang="vi"', 1)
    return page.replace(b"<script", b'<script nonce="' + nonce.encode() + b'"')


class SecurityHeaders:
    """ASGI middleware; only the page at "/" is held back until it is whole, all else streams through."""

    def __init__(self, app: ASGIApp, origins: Sequence[str] = ()) -> None:
        self.app = app
        self._origins = tuple(origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["path"] in CHAT_PAGES and scope["method"] == "GET":
            await self._serve_chat_page(scope, receive, send)
        else:
            await self._serve_as_it_is(scope, receive, send)

    async def _serve_as_it_is(self, scope: Scope, receive: Receive, send: Send) -> None:
        framing = self._origins if _FRAMED.fullmatch(scope["path"]) else ()
        headers = {**_FIXED, "Content-Security-Policy": policy(origins=framing)}

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(headers)
            await send(message)

        await self.app(scope, receive, send_with_headers)

    async def _serve_chat_page(self, scope: Scope, receive: Receive, send: Send) -> None:
        nonce = secrets.token_urlsafe(16)
        start: list[Message] = []
        parts: list[bytes] = []

        async def send_when_whole(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.append(message)
                return
            if message["type"] != "http.response.body":
                return
            parts.append(message.get("body", b""))
            if message.get("more_body"):
                return
            page = fit_chat_page(b"".join(parts), nonce)
            headers = MutableHeaders(scope=start[0])
            headers.update({**_FIXED, "Content-Security-Policy": policy(nonce), "Cache-Control": "no-store"})
            headers["Content-Length"] = str(len(page))
            await send(start[0])
            await send({"type": "http.response.body", "body": page})

        await self.app(scope, receive, send_when_whole)
