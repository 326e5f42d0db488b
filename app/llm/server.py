"""Serves a model file inside this process, to this process alone. Knows nothing of prompts and questions."""

import atexit
import os
import secrets
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.llm.endpoint import Address
from app.llm.errors import ModelError

if TYPE_CHECKING:
    import xllamacpp

CONTEXT = 4096
"""Tokens of prompt and answer together; evidence of a question takes a few hundred."""
NAME = "local"
_MAGIC = b"GGUF"


class LocalServer:
    """A llama.cpp server over one ``.gguf`` file, on a free port of 127.0.0.1 and behind a key that only we know.

    It is started by the first ``open`` and runs until ``close`` or the end of the process. ``find`` names the file and
    may take its time or raise ``ModelError``. Safe to share between threads.
    """

    def __init__(self, find: Callable[[], Path]) -> None:
        self._find = find
        self._key = secrets.token_urlsafe(32)
        self._starting = threading.Lock()
        self._server: xllamacpp.Server | None = None

    def open(self) -> Address:
        """Return the address, after loading the model (seconds) the first time. Raises ``ModelError``.

        Loading holds up every other thread of the process: open it before the process serves anybody.
        """
        with self._starting:
            if self._server is None:
                self._server = _start(self._find(), self._key)
                # The engine's threads must be gone before Python takes its own things down.
                atexit.register(self.close)
            return Address(f"{self._server.listening_address}/v1", self._key, NAME)

    def close(self) -> None:
        """Stop serving; an answer that is being written breaks off. ``open`` starts it again."""
        with self._starting:
            self._server = None
            atexit.unregister(self.close)


def _start(path: Path, key: str) -> "xllamacpp.Server":
    _check(path)
    try:
        import xllamacpp
    except ImportError as error:
        # Either the package is not there, or a library of the system that it needs (libgomp).
        raise ModelError("not-installed", error.name or "xllamacpp", str(error)) from error
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.model_alias = {NAME}
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [key]
    params.n_ctx = CONTEXT
    params.n_parallel = 1
    cores = os.cpu_count() or 1
    # Threads that wait for each other at every word are slower than one as soon as the machine has other work, and
    # one core stays free for everybody else's questions. Reading the prompt waits seldom, so it may have them all.
    params.cpuparams.n_threads = max(1, cores - 1)
    params.cpuparams_batch.n_threads = cores
    # Weights arranged anew for the processor write 12 % faster and read 20 % slower (16 questions, in turns), and most
    # of the wait for the first word is reading. Left as they lie in the file they also need no second gigabyte.
    params.no_extra_bufts = True
    params.cache_ram_mib = 0  # the slot itself remembers the instructions, which are all that questions share
    params.offline = True
    params.ui = False
    params.endpoint_slots = False
    params.verbosity = 0
    try:
        server = xllamacpp.Server(params)
    except RuntimeError as error:
        raise ModelError("cannot-start", str(path), str(error)) from error
    # Stopped before its loop has taken a first task, a server waits for ever.
    server.handle_completions({"prompt": ".", "max_tokens": 1})
    return server


def _check(path: Path) -> None:
    """Refuse what is no model file, with a better reason than the engine gives."""
    try:
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
    except OSError as error:
        raise ModelError("no-file", str(path), error.strerror or str(error)) from error
    if magic != _MAGIC:
        raise ModelError("no-file", str(path), "GGUF")
