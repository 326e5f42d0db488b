"""Decides who is let in: addresses that are served, host names, keys, and how often. Knows nothing of bodies."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from app.observe.audited import ASKER
from app.store.errors import StoreError
from app.store.models import Key
from app.web.guard.areas import Area, area_of
from app.web.guard.client import Client, Clients, is_internal
from app.web.guard.home import OWN_NAMES, is_at_home
from app.web.guard.keys import AnyKey, KeyRing, secret_in
from app.web.guard.pace import Pace
from app.web.guard.refusal import refuse
from app.web.problems import ApiProblem, plain_problem

log = logging.getLogger(__name__)

_HARMLESS = ("GET", "HEAD", "OPTIONS")


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds for this server."""

    elsewhere: bool  # it listens beyond this machine, so that a key is always needed
    open_chat: bool  # other machines may use the pages without a key
    origins: Sequence[str]


class Admission:
    """ASGI middleware; tells the application which key a request brought in ``scope["state"]["key"]``.

    Where no keys are in use, ``scope["state"]["at_home"]`` tells whether the person at this machine makes the request.
    """

    def __init__(self, app: ASGIApp, ring: KeyRing, pace: Pace, clients: Clients, rules: Rules) -> None:
        self.app = app
        self._ring = ring
        self._any_key = AnyKey(ring)
        self._pace = pace
        self._clients = clients
        self._rules = rules
        self._names = OWN_NAMES | {urlsplit(origin).hostname for origin in rules.origins}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] == "websocket":
            return  # nothing here speaks it; the server answers 403
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        internal = is_internal(scope)
        problem = await (self._recognise(scope) if internal else self._problem(scope, area_of(scope["path"])))
        if problem:
            await refuse(problem, scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _recognise(self, scope: Scope) -> ApiProblem | None:
        """Tell whose key a request brings that another worker has let in; None, or that keys cannot be read."""
        secret = secret_in(Headers(scope=scope))
        try:
            key = await run_in_threadpool(self._ring.check, secret) if secret else None
        except StoreError:
            log.exception("the keys cannot be read")
            return plain_problem("storage_unavailable", {"Retry-After": "5"})
        scope.setdefault("state", {})["key"] = key
        return None

    async def _problem(self, scope: Scope, area: Area) -> ApiProblem | None:
        """Return why a request is not let in; None where it is."""
        scope.setdefault("state", {})["key"] = None
        if area == "closed":
            return plain_problem("not_found", path=scope["path"][:80])
        if area == "open":
            return None
        client, headers = self._clients.client_of(scope), Headers(scope=scope)
        try:
            keyed = self._rules.elsewhere or await run_in_threadpool(self._any_key.exists)
            if not keyed:
                scope["state"]["at_home"] = is_at_home(scope, client)
                return self._without_keys(headers) or self._too_often(scope, client, None)
            secret = secret_in(headers)
            key = await run_in_threadpool(self._ring.check, secret) if secret else None
        except StoreError:
            log.exception("the keys cannot be read")
            return plain_problem("storage_unavailable", {"Retry-After": "5"})
        if key is None and (secret or self._needs_key(area, client)):
            return self._too_often(scope, client, None, always=True) or _unauthorized(area)
        scope["state"]["key"] = key
        ASKER.set(key.id if key else "")
        return self._too_often(scope, client, key)

    def _without_keys(self, headers: Headers) -> ApiProblem | None:
        """Refuse other host names while nothing but the address protects this machine: a web page anywhere could point
        its own name here and would then be let read the answers (DNS rebinding).
        """
        try:
            name = urlsplit(f"//{headers.get('host', '')}").hostname
        except ValueError:  # "[::1" and the like
            return plain_problem("wrong_host")
        return None if name in self._names else plain_problem("wrong_host")

    def _needs_key(self, area: Area, client: Client) -> bool:
        if area == "api":
            return True
        return not client.local and not (area == "page" and self._rules.open_chat)

    def _too_often(self, scope: Scope, client: Client, key: Key | None, *, always: bool = False) -> ApiProblem | None:
        """Count what asks or changes something, and wrong keys; return the problem where it was one too many."""
        if scope["method"] in _HARMLESS and not always:
            return None
        wait = self._pace.wait_of_key(key.id) if key else self._pace.wait_of_address(client.address)
        return plain_problem("too_many", {"Retry-After": str(wait)}) if wait else None


def _unauthorized(area: Area) -> ApiProblem:
    """Return the problem for a missing or wrong key; a browser that opens a page asks its user for one."""
    scheme = 'Basic realm="hoidap", charset="UTF-8"' if area == "page" else "Bearer"
    return plain_problem("unauthorized", {"WWW-Authenticate": scheme})
