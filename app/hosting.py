"""How the service is run: workers, who may ask how often, which origins may embed it. Knows nothing of answering.

Read once from the environment by ``app.config``; each field says its ``HOIDAP_*`` variable.
"""

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from app.errors import ConfigError

LogFormat = Literal["text", "json"]
_ORIGIN = re.compile(r"https?://[A-Za-z0-9.-]{1,253}(?::[0-9]{1,5})?")


@dataclass(frozen=True, slots=True)
class Hosting:
    """What an operator sets. Limits are written as the ``limits`` library reads them: "600/minute; 50000/day"."""

    origins: tuple[str, ...] = ()  # HOIDAP_ORIGINS: web origins that may call the API and frame the widget
    workers: int = 1  # HOIDAP_WORKERS, 1 to 64: processes behind the one port
    log: LogFormat = "text"  # HOIDAP_LOG: "json" writes one line a request
    key_limits: str = "600/minute; 50000/day"  # HOIDAP_KEY_LIMITS, of requests that ask or change something; "" is none
    address_limits: str = "300/minute; 20000/day"  # HOIDAP_ADDRESS_LIMITS, of those that bring no key
    queue: int = 100  # HOIDAP_QUEUE, 1 to 10,000: questions under way or waiting in one process; more get 503
    answer_seconds: float = 120  # HOIDAP_ANSWER_SECONDS, 1 to 3,600: until an answer has begun; later ones get 504
    proxies: tuple[str, ...] = ()  # HOIDAP_PROXIES: addresses whose X-Forwarded-For is believed
    open_chat: bool = False  # HOIDAP_OPEN_CHAT: other machines may use the chat page without a key
    otel: bool = False  # HOIDAP_OTEL: send OpenTelemetry traces to where the OTEL_* variables say

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> "Hosting":
        """Read the variables; an empty one counts as not set, "off" sets no limit. Raises ``ConfigError``."""
        return cls(
            origins=_origins(environ),
            workers=int(_number(environ, "HOIDAP_WORKERS", cls().workers, 1, 64)),
            log=_log(environ),
            key_limits=_limits(environ, "HOIDAP_KEY_LIMITS", cls().key_limits),
            address_limits=_limits(environ, "HOIDAP_ADDRESS_LIMITS", cls().address_limits),
            queue=int(_number(environ, "HOIDAP_QUEUE", cls().queue, 1, 10_000)),
            answer_seconds=_number(environ, "HOIDAP_ANSWER_SECONDS", cls().answer_seconds, 1, 3600),
            proxies=_proxies(environ),
            open_chat=_switch(environ, "HOIDAP_OPEN_CHAT"),
            otel=_switch(environ, "HOIDAP_OTEL"),
        )


def _words(environ: Mapping[str, str], name: str) -> list[str]:
    return [word for word in re.split(r"[\s,]+", environ.get(name, "")) if word]


def _origins(environ: Mapping[str, str]) -> tuple[str, ...]:
    origins = [word.rstrip("/").lower() for word in _words(environ, "HOIDAP_ORIGINS")]
    for origin in origins:
        if not _ORIGIN.fullmatch(origin):
            raise ConfigError("HOIDAP_ORIGINS", origin, "https://cong.example.vn, http://127.0.0.1:8000")
    return tuple(origins)


def _number(environ: Mapping[str, str], name: str, default: float, least: int, most: int) -> float:
    written = environ.get(name) or str(int(default))
    if not (written.isascii() and written.isdigit() and least <= int(written[:9]) <= most):
        raise ConfigError(name, written[:80], f"{least}–{most}")
    return int(written)


def _log(environ: Mapping[str, str]) -> LogFormat:
    written = environ.get("HOIDAP_LOG") or "text"
    for known in get_args(LogFormat):
        if written == known:
            return written  # type: ignore[return-value]  # it is one of the literals
    raise ConfigError("HOIDAP_LOG", written[:80], ", ".join(get_args(LogFormat)))


def _limits(environ: Mapping[str, str], name: str, default: str) -> str:
    written = environ.get(name) or default
    if written in ("off", default):
        return "" if written == "off" else default
    from limits import parse_many  # takes a tenth of a second that "hoidap --help" does not have

    try:
        parse_many(written)
    except ValueError as error:
        raise ConfigError(name, written[:80], "off, 60/minute, 600/minute; 50000/day") from error
    return written


def _proxies(environ: Mapping[str, str]) -> tuple[str, ...]:
    proxies = _words(environ, "HOIDAP_PROXIES")
    for proxy in proxies:
        try:
            ipaddress.ip_network(proxy, strict=False)
        except ValueError as error:
            raise ConfigError("HOIDAP_PROXIES", proxy[:80], "127.0.0.1, 10.0.0.0/8") from error
    return tuple(proxies)


def _switch(environ: Mapping[str, str], name: str) -> bool:
    written = environ.get(name) or "0"
    if written not in ("0", "1"):
        raise ConfigError(name, written[:80], "0, 1")
    return written == "1"
