"""Runs the API and the chat page in one process on this machine. Knows nothing of how answers are found."""

import contextlib
import errno
import os
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import uvicorn
from fastapi import FastAPI

from app.messages import say
from app.web.api.application import STATIC_FOLDER, create_api
from app.web.current import Current
from app.web.headers import SecurityHeaders

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


def create_app(current: Current, examples: Sequence[str]) -> FastAPI:
    """Return the whole application: the API with the chat page mounted at "/"."""
    # Read by Gradio when it is imported; the import stays here, it takes seconds.
    os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
    import gradio as gr

    from app.web.chat.page import HEAD, build_chat, theme

    app = create_api(current)
    app.add_middleware(SecurityHeaders)
    mounted: FastAPI = gr.mount_gradio_app(
        app,
        build_chat(current, current.library, examples),
        path="/",
        theme=theme(),
        head=HEAD,
        footer_links=[],
        run_history=False,
        show_error=False,
        max_file_size=1,
        favicon_path=str(STATIC_FOLDER / "icon.svg"),
    )
    return mounted


def listen(host: str, port: int) -> socket.socket:
    """Return a socket bound to the address; port 0 lets the system choose. Raises ``ServeError`` where it cannot be."""
    if host not in LOOPBACK:
        raise ServeError("host-refused", host, port)
    bound = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":
        # Lets a restarted server take its port back at once; on Windows it would allow two servers on one port.
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        taken = error.errno == errno.EADDRINUSE
        raise ServeError("port-taken" if taken else "port-refused", host, port) from error
    return bound


class _AnnouncedServer(uvicorn.Server):
    """A server that says where it listens once it does."""

    def __init__(self, config: uvicorn.Config, announce: Callable[[], None]) -> None:
        super().__init__(config)
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._announce()


def serve(app: FastAPI, host: str, port: int, announce: Callable[[str], None] = print) -> None:
    """Serve until interrupted. Announces the address in one line when a browser can open it; raises ``ServeError``."""
    with listen(host, port) as bound:
        shown_host = f"[{host}]" if ":" in host else host
        url = f"http://{shown_host}:{bound.getsockname()[1]}"
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        # Interrupting is how a server is stopped; it has closed its connections by the time this is raised.
        with contextlib.suppress(KeyboardInterrupt):
            _AnnouncedServer(config, lambda: announce(say("serve.ready", url=url))).run([bound])
