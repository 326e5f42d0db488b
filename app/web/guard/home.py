"""Tells whether a request is made by a person at this very machine. Knows headers and addresses, nothing of keys.

While there is no key, this is what lets somebody publish: who may start the service may write its files as well. So it
is strict: any sign of a page of another site, or of a program that passes on for others, is enough to say no.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

from app.web.guard.client import Client

OWN_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
_OWN_PAGES = ("same-origin", "none")
"""What browsers write into Sec-Fetch-Site for a page of this service, and for an address that was typed."""


def is_at_home(scope: Scope, client: Client) -> bool:
    """Tell whether the person at this machine makes a request, by the service's own page or by a program."""
    headers = Headers(scope=scope)
    # nginx passes on in HTTP/1.0 unless it is told otherwise, and then names neither itself nor its client.
    return (
        client.local
        and scope.get("http_version") != "1.0"
        and _own_name(headers.get("host", ""))
        and headers.get("sec-fetch-site", "none") in _OWN_PAGES
        and headers.get("origin", _origin(scope, headers)) == _origin(scope, headers)
    )


def _own_name(host: str) -> bool:
    try:
        return urlsplit(f"//{host}").hostname in OWN_NAMES
    except ValueError:  # "[::1" and the like
        return False


def _origin(scope: Scope, headers: Headers) -> str:
    return f"{scope.get('scheme', 'http')}://{headers.get('host', '')}"
