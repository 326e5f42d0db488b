"""One process of the service: opens what it needs, serves, follows the index, closes. Knows no other process."""

import functools
import os
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.building import build_into
from app.config import Config
from app.examples import all_examples, answered_examples
from app.explain import explain
from app.observe.audited import Recorder, on_own_account
from app.observe.logs import set_up_logs
from app.observe.metrics import Metrics
from app.observe.tracing import open_tracer
from app.web.current import Current
from app.web.run.listening import LOOPBACK
from app.web.run.opening import Opener
from app.web.run.retention import Retention
from app.web.run.turns import Turns
from app.web.run.watch import IndexWatch, signature
from corpus.reading.apart import MEGABYTE
from index.errors import IndexBroken, IndexMismatch, IndexMissing

if TYPE_CHECKING:
    from fastapi import FastAPI

    from app.store.store import Store

tell = functools.partial(print, file=sys.stderr, flush=True)
"""Says something to who started the service, beside the log."""


@dataclass(frozen=True, slots=True)
class Place:
    """Which of several processes this is: ``number`` from 0; the first has the chat. ``folder`` is shared by all."""

    number: int = 0
    count: int = 1
    folder: Path | None = None
    parent: int = 0  # process id of who watches over the workers, 0 where nobody does

    @property
    def chat_socket(self) -> str:
        """Where the others reach the worker that has the chat."""
        return str(self.folder / "chat.sock") if self.folder else ""

    @property
    def counts(self) -> Path | None:
        """Where all count requests together."""
        return self.folder / "counts.sqlite3" if self.folder else None


def _opener(config: Config, place: Place, recorder: Recorder) -> Opener:
    """Load the models."""
    from app.llm.choice import open_writer, prepare_beside
    from index.encoder import SentenceEncoder

    writer = open_writer(config)
    encoder = SentenceEncoder(config.encoder)
    if writer:
        prepare_beside(writer)
    metrics = Metrics(several=place.count > 1)
    turns = Turns(max(_processors() // place.count, 1))
    tracer = open_tracer(on=config.hosting.otel)
    return Opener(config, encoder, writer, metrics, tracer, turns, recorder if config.audit else None)


def _processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _switch(current: Current, opener: Opener) -> None:
    """Let the index on disk serve from now on. Raises as ``Opener.open`` does; what serves then serves on."""
    current.switch(opener.open())
    opener.metrics.ready(current.ready)


def _application(current: Current, opener: Opener, store: "Store", place: Place) -> "FastAPI":
    """Return the guarded application; only the first process has the chat in it."""
    from app.shelf.shelf import Shelf
    from app.web.api.application import create_api
    from app.web.guard.around import Guard, put_around
    from app.web.headers import SecurityHeaders
    from app.web.run.forward import ToChat
    from app.web.serve import create_app

    config = opener.config
    reopen = functools.partial(_switch, current, opener)
    shelf = Shelf(config.corpus, config.index, lambda: opener.encoder, reopen, config.reading, milvus=config.milvus)
    if place.number == 0:
        with on_own_account():
            examples = answered_examples(current, current.library.reports) if current.ready else all_examples()
        kept = store.conversations if config.keep_conversations else None
        app = create_app(current, examples, store.feedback, config.hosting.origins, shelf, kept)
    else:
        app = create_api(current, store.feedback, shelf)
        app.add_middleware(SecurityHeaders, origins=config.hosting.origins)
        app.add_middleware(ToChat, path=place.chat_socket)
    upload = config.reading.megabytes * MEGABYTE
    guard = Guard(store.keys, opener.metrics, config.hosting, config.host not in LOOPBACK, place.counts, upload)
    return put_around(app, current, guard)


def _leave_with_parent(place: Place) -> None:
    """End this process as if told to, when who watches over it is gone: nobody else would ever stop it."""
    if place.parent and os.getppid() != place.parent:
        signal.raise_signal(signal.SIGTERM)


def _open_first(current: Current, opener: Opener, place: Place, *, build: bool) -> None:
    """Open the index, or build it first; where it cannot be opened say why, and leave it to who watches the folder."""
    try:
        _switch(current, opener)
    except (IndexMissing, IndexBroken, IndexMismatch) as fault:
        if not build:
            tell(explain(fault))
        elif place.number == 0:
            from app.shelf.settled import held_still

            with held_still(opener.config.corpus, opener.config.index) as library:
                tell(build_into(opener.config.index, library, opener.encoder, opener.config.milvus))
            _switch(current, opener)


def run_process(
    config: Config,
    sockets: Sequence[socket.socket],
    announce: Callable[[], None],
    place: Place | None = None,
    *,
    build: bool = False,
) -> None:
    """Serve until stopped. Without an index that can be opened it says so, answers 503, and waits for one.

    With ``build`` the first process builds it. Raises what opening the models, the reports or the database raises; see
    ``app.explain``.
    """
    from app.store.store import open_store
    from app.web.run.server import serve_until_stopped

    place = place or Place()
    set_up_logs(config.hosting.log)
    store, current = open_store(config.database), Current()
    opener, retention = _opener(config, place, store.audit), Retention(store, config.retention_days)
    found = signature(config.index)
    _open_first(current, opener, place, build=build)
    watch = IndexWatch(
        config.index,
        functools.partial(_switch, current, opener),
        found,
        told=lambda done: opener.metrics.reloaded("opened" if done else "kept_old"),
        always=functools.partial(_leave_with_parent, place),
    )
    app = _application(current, opener, store, place)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, lambda _signal, _frame: watch.look_now())
    watch.start()
    if place.number == 0:
        retention.start()
    try:
        serve_until_stopped(app, sockets, announce)
    finally:
        watch.stop()
        retention.stop()
        store.close()
