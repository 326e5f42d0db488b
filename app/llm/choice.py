"""Chooses the writer that the settings ask for. Knows the settings and every kind of endpoint."""

import logging
import threading
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from app.config import Config
from app.llm.endpoint import Address, Endpoint, Remote
from app.llm.errors import ModelError
from app.llm.packaged import is_ready, join
from app.llm.server import LocalServer
from app.llm.turns import Turns
from app.write.writer import WriterError

if TYPE_CHECKING:
    from app.llm.generative import GenerativeWriter

log = logging.getLogger(__name__)

WAITING = 4
"""Questions that wait for a model here; whoever comes then gets the quotes alone."""
AT_ONCE_ELSEWHERE = 8
"""Generations at a time on somebody else's server."""
_EXTRA = ("llama_index.llms.openai_like", "xllamacpp")


def installed() -> bool:
    """Tell whether the packages of the extra ``llm`` are there, without importing them."""
    try:
        return all(find_spec(name) for name in _EXTRA)
    except ModuleNotFoundError:  # the package that one of them is part of
        return False


def endpoint(config: Config) -> Endpoint | None:
    """Return where the configured model is spoken to; None for ``off``, and for ``auto`` where none was prepared.

    Nothing is started here, and nothing said to anybody.
    """
    match config.llm:
        case "off":
            return None
        case "auto":
            return _packaged(config.cache) if is_ready(config.cache) and installed() else None
        case "packaged":
            return _packaged(config.cache)
        case url if url.startswith(("http://", "https://")):
            return Remote(Address(url.rstrip("/"), config.llm_key, config.llm_model))
        case path:
            return LocalServer(lambda: Path(path))


def _packaged(cache: Path) -> LocalServer:
    return LocalServer(lambda: join(cache))


def prepare_beside(writer: "GenerativeWriter") -> None:
    """Load a writer's model in a thread of its own: the quotes are served meanwhile, and also where it fails."""

    def prepare() -> None:
        try:
            writer.prepare()
        except (ModelError, WriterError) as error:
            log.warning("no fluent answers: %s", error)

    threading.Thread(target=prepare, name="prepare-writer", daemon=True).start()


def open_writer(config: Config) -> "GenerativeWriter | None":
    """Return the writer of fluent answers, or None where there is to be none. The model itself is not loaded yet.

    Raises ``ModelError`` where a model is asked for by name and the extra ``llm`` is not installed.
    """
    chosen = endpoint(config)
    if chosen is None:
        return None
    try:
        from app.llm.client import Client
        from app.llm.generative import GenerativeWriter
    except ImportError as error:
        raise ModelError("not-installed", error.name or _EXTRA[0], str(error)) from error
    at_once = AT_ONCE_ELSEWHERE if isinstance(chosen, Remote) else 1
    return GenerativeWriter(Client(chosen, Turns(at_once, WAITING)))
