"""Who is at the other end of a connection. Knows addresses and forwarding headers, nothing of keys."""

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import Scope

_FORWARDED = ("x-forwarded-for", "forwarded", "x-real-ip", "via")


@dataclass(frozen=True, slots=True)
class Client:
    """An address, and whether it is this very machine with nobody behind it."""

    address: str
    local: bool


def is_internal(scope: Scope) -> bool:
    """Return whether a request comes over the Unix socket from another worker, which has let it in already."""
    server: tuple[str, int | None] | None = scope.get("server")
    return server is not None and server[1] is None


class Clients:
    """Tells the client of a request; believes X-Forwarded-For only from the given proxies."""

    def __init__(self, proxies: Sequence[str] = ()) -> None:
        self._proxies = [ipaddress.ip_network(proxy, strict=False) for proxy in proxies]

    def client_of(self, scope: Scope) -> Client:
        """Return who asks. One that says it forwards for others is never taken for this machine itself."""
        headers = Headers(scope=scope)
        peer = (scope.get("client") or ("unknown", 0))[0]
        forwarded = any(name in headers for name in _FORWARDED)
        if not self._trusted(peer):
            return Client(peer, not forwarded and _is_loopback(peer))
        hops = [hop.strip() for line in headers.getlist("x-forwarded-for") for hop in line.split(",")]
        address = next((hop for hop in reversed(hops) if not self._trusted(hop)), peer)
        return Client(address[:64], not forwarded and _is_loopback(peer))

    def _trusted(self, address: str) -> bool:
        try:
            parsed = ipaddress.ip_address(address)
        except ValueError:
            return False
        return any(parsed in network for network in self._proxies)


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
