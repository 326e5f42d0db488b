"""Sorts addresses by who may use them and what they cost. Knows paths, not requests."""

import re
from typing import Literal

from corpus.reading.apart import STANDARD

Area = Literal["open", "api", "page", "metrics", "closed"]
"""Open to everybody; for programs, with a key once there are any; pages for people; figures; not served at all."""

_OPEN = re.compile(r"/(?:healthz|readyz|docs|openapi\.json|embed\.js|embed(?:/.*)?|hoidap/.*)")
_API = re.compile(r"/(?:api|v1|mcp)(?:/.*)?")
# The chat stands at "/", and in English at "/en".
_GRADIO = re.compile(
    r"(?:/en)?/(?:gradio_api|login|logout|monitoring|svelte|custom_component|run|queue|proxy=|file|upload|pwa_icon)\b.*"
)
# What Gradio's own page needs in order to send a question and to be told the answer.
_GRADIO_USED = re.compile(
    r"(?:/en)?/gradio_api/(?:queue/(?:join|data)|heartbeat/[A-Za-z0-9]{1,64}|run/predict|cancel|reset/?|app_id/?|startup-events|theme\.css)"
    r"|(?:/en)?/svelte/[\w./-]*"
)
_ASKING = re.compile(r"/(?:api/v1/ask|v1/chat/completions|mcp(?:/.*)?)/?")
_UPLOAD = re.compile(r"/api/v1/reports/?")

KILOBYTE = 1024
BODY_LIMIT = 256 * KILOBYTE
"""Bytes of a request's body where nothing larger is expected; single routes may allow less."""
UPLOAD_LIMIT = STANDARD.megabytes * KILOBYTE * KILOBYTE
"""Bytes of an uploaded file, where no setting says otherwise."""
_AROUND = 64 * KILOBYTE
"""Bytes of a form around the file in it."""


def area_of(path: str) -> Area:
    """Return the area of a path; what is not known is a page, so that it falls under the rules for people."""
    if _OPEN.fullmatch(path):
        return "open"
    if _API.fullmatch(path):
        return "api"
    if path == "/metrics":
        return "metrics"
    if _GRADIO.fullmatch(path) and not _GRADIO_USED.fullmatch(path):
        return "closed"
    return "page"


def label_of(path: str) -> str:
    """Return the few words by which requests are counted."""
    if _ASKING.fullmatch(path):
        return "ask"
    return "gradio" if "/gradio_api/" in path else area_of(path)


def asks(method: str, path: str) -> bool:
    """Return whether a request makes an answer, which is what costs; a stream that MCP keeps open makes none."""
    return method == "POST" and _ASKING.fullmatch(path) is not None


def body_limit(path: str, upload: int = UPLOAD_LIMIT) -> int:
    """Return how many bytes a request to a path may carry; ``upload`` is how many an uploaded file may have."""
    return upload + _AROUND if _UPLOAD.fullmatch(path) else BODY_LIMIT
