"""Takes the address that the service listens at, or says why it cannot. Knows sockets, nothing of what is served."""

import errno
import os
import socket
from dataclasses import dataclass
from typing import Literal

from app.messages import say

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
ServeFault = Literal["port-taken", "port-refused", "host-refused"]


@dataclass
class ServeError(Exception):
    """The server cannot listen at this address. ``str`` is the sentence to show, in Vietnamese."""

    fault: ServeFault
    host: str
    port: int

    def __str__(self) -> str:
        other = self.port + 1 if 1024 <= self.port < 65535 else 8080
        return say(f"serve.{self.fault}", host=self.host, port=self.port, other=other)


def listen(host: str, port: int, *, keyed: bool = False, shared: bool = False) -> socket.socket:
    """Return a socket bound to the address; port 0 lets the system choose. Raises ``ServeError`` where it cannot be.

    Other machines are served only where there are keys. ``shared`` lets further sockets of this user take the same
    address, so that each worker has one of its own and the system spreads the connections over them.
    """
    if host not in LOOPBACK and not keyed:
        raise ServeError("host-refused", host, port)
    bound = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":
        # Lets a restarted server take its port back at once; on Windows it would allow two servers on one port.
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if shared:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    try:
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        taken = error.errno == errno.EADDRINUSE
        raise ServeError("port-taken" if taken else "port-refused", host, port) from error
    return bound


def url_of(host: str, port: int) -> str:
    """Return the address to open in a browser; a server that listens everywhere is opened at this machine."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 # nosec B104 - compared, not bound
    return f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"
