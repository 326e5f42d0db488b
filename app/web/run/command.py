"""The command ``hoidap serve``: what must be true before anything is loaded, then one process or several.

Knows nothing of answers.
"""

import os
from collections.abc import Callable

from app.config import Config
from app.errors import ConfigError
from app.messages import say
from app.web.run.listening import listen, url_of
from app.web.run.process import run_process
from app.web.run.workers import run_workers


def _keyed(config: Config) -> bool:
    """Return whether there is any key; brings the database up to date, before several workers would at once."""
    from app.store.store import open_store

    store = open_store(config.database)
    try:
        return any(key.revoked_at is None for key in store.keys.list())
    finally:
        store.close()


def serve(config: Config, *, build: bool, tell: Callable[[str], None], announce: Callable[[str], None]) -> int:
    """Serve until stopped; return the exit status. ``announce`` gets one line when a browser can open the page.

    Raises ``ServeError`` for the address, ``ConfigError``, and what opening models, reports and database raises.
    """
    several = config.hosting.workers > 1
    if several and os.name != "posix":
        raise ConfigError("HOIDAP_WORKERS", str(config.hosting.workers), "1 (Windows)")
    if several and config.port == 0:
        raise ConfigError("HOIDAP_PORT", "0", "1–65535 (HOIDAP_WORKERS > 1)")
    # Before the models, so that a taken port is told at once.
    bound = listen(config.host, config.port, keyed=_keyed(config))
    ready = say("serve.ready", url=url_of(config.host, bound.getsockname()[1]))
    tell(say("cli.loading"))
    if several:
        bound.close()
        return run_workers(config, lambda: announce(ready), build=build)
    with bound:
        run_process(config, [bound], lambda: announce(ready), build=build)
    return 0
