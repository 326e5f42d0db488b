"""Lets a process talk to its own machine only, so that "works offline" is proven. Knows nothing of the product."""

import ipaddress
import os
import socket
from collections.abc import Callable
from typing import Any

LOCAL_NAMES = frozenset({"", "localhost", "ip6-localhost", socket.gethostname()})
OFFLINE_SETTINGS = {"HF_HUB_OFFLINE": "1", "GRADIO_ANALYTICS_ENABLED": "False", "HOIDAP_LLM": "off"}


class OutsideError(RuntimeError):
    """Something wanted another machine; the product must work without any."""


def _is_local(host: object) -> bool:
    name = host.decode() if isinstance(host, bytes) else str(host or "")
    if name in LOCAL_NAMES:
        return True
    try:
        address = ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def check(address: object) -> None:
    """Raise ``OutsideError`` for an address of another machine; paths of Unix sockets pass."""
    if isinstance(address, tuple) and not _is_local(address[0]):
        raise OutsideError(f"tests may only reach this machine, not {address[0]!r}")


def _guarded(method: Callable[..., Any], position: int) -> Callable[..., Any]:
    """Return a method of sockets that checks the address it is given, the argument at ``position`` from the end."""

    def guarded(self: socket.socket, *arguments: Any) -> Any:
        if arguments:
            check(arguments[position])
        return method(self, *arguments)

    return guarded


def install() -> None:
    """Guard this process until it ends: connections, datagrams and look-ups of names."""
    os.environ.update(OFFLINE_SETTINGS)
    look_up = socket.getaddrinfo

    def getaddrinfo(host: Any, *arguments: Any, **options: Any) -> Any:
        check((host,))
        return look_up(host, *arguments, **options)

    socket.getaddrinfo = getaddrinfo
    for name, position in (("connect", 0), ("connect_ex", 0), ("sendto", -1)):
        setattr(socket.socket, name, _guarded(getattr(socket.socket, name), position))
