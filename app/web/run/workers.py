"""Watches over several processes behind one port: starts them, restarts one that dies, stops them all.

Knows processes and signals, nothing of what they serve.
"""

import logging
import multiprocessing
import os
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import get_args

from app.config import Config
from app.explain import Explained, explain
from app.observe.logs import set_up_logs
from app.web.run.listening import listen
from app.web.run.process import Place, run_process, tell
from app.web.run.server import LAST_ANSWERS

log = logging.getLogger("hoidap.workers")

FAILED = 2
"""Exit status of a worker that cannot start, and would not the next time."""
MOST_FAILED_STARTS = 3
"""Workers that may die one after the other before they serve; then all is given up, for others to restart it."""
RESTART_PAUSE = 1.0
"""Seconds before a worker that died is started again."""
_SPAWN = multiprocessing.get_context("spawn")


def _work(config: Config, place: Place, ready: Connection, build: bool) -> None:
    """Be one worker: what the new process runs."""
    sockets = [listen(config.host, config.port, keyed=True, shared=True)]
    if place.number == 0:
        chat = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        Path(place.chat_socket).unlink(missing_ok=True)
        chat.bind(place.chat_socket)
        sockets.append(chat)
    try:
        run_process(config, sockets, lambda: ready.send(place.number), place, build=build)
    except get_args(Explained) as error:
        tell(explain(error))
        sys.exit(FAILED)


class Workers:
    """All workers of one service, and the folder that they share."""

    def __init__(self, config: Config, folder: Path, announce: Callable[[], None], *, build: bool) -> None:
        self._build = build
        self._config = config
        self._folder = folder
        self._announce = announce
        self._processes: dict[int, SpawnProcess] = {}
        self._signals: dict[int, Connection] = {}
        self._ready: set[int] = set()
        self._announced = False
        self._failed_starts = 0
        self._stopping = False

    def run(self) -> int:
        """Keep them running until SIGTERM or SIGINT; return the exit status."""
        for ending in (signal.SIGTERM, signal.SIGINT):
            signal.signal(ending, lambda _signal, _frame: self._stop())
        signal.signal(signal.SIGHUP, lambda number, _frame: self._tell(number))
        for number in range(self._config.hosting.workers):
            self._start(number)
        status = 0
        while not self._stopping:
            wait([*(p.sentinel for p in self._processes.values()), *self._signals.values()], timeout=0.5)
            self._hear()
            status = self._look_after() or status
        self._end()
        return status

    def _start(self, number: int) -> None:
        place = Place(number, self._config.hosting.workers, self._folder, os.getpid())
        heard, said = _SPAWN.Pipe(duplex=False)
        process = _SPAWN.Process(target=_work, args=(self._config, place, said, self._build), name=f"worker-{number}")
        process.start()
        said.close()
        self._processes[number], self._signals[number] = process, heard

    def _hear(self) -> None:
        """Note which workers have begun to serve; announce the service when all have."""
        for number, heard in tuple(self._signals.items()):
            try:
                if heard.poll():
                    self._ready.add(heard.recv())
                    self._failed_starts = 0
            except EOFError:
                del self._signals[number]
        if len(self._ready) == self._config.hosting.workers and not self._announced:
            self._announced = True
            self._announce()

    def _look_after(self) -> int:
        """Start dead workers again; return a status other than 0, and stop, where one could not even begin."""
        for number, process in tuple(self._processes.items()):
            if process.exitcode is None or self._stopping:
                continue
            log.warning("worker %d ended with status %s", number, process.exitcode)
            self._forget_figures(process)
            self._failed_starts += number not in self._ready
            self._ready.discard(number)
            if process.exitcode == FAILED or self._failed_starts == MOST_FAILED_STARTS:
                self._stopping = True
                return FAILED
            time.sleep(RESTART_PAUSE)
            self._start(number)
        return 0

    def _forget_figures(self, process: SpawnProcess) -> None:
        from prometheus_client.multiprocess import mark_process_dead

        if process.pid:
            mark_process_dead(process.pid)  # type: ignore[no-untyped-call]

    def _tell(self, number: int) -> None:
        for process in self._processes.values():
            if process.pid and process.exitcode is None:
                os.kill(process.pid, number)

    def _stop(self) -> None:
        self._stopping = True

    def _end(self) -> None:
        """Let all end their answers; kill what has not ended long after it should have."""
        self._tell(signal.SIGTERM)
        limit = time.monotonic() + LAST_ANSWERS + 10
        for process in self._processes.values():
            process.join(max(limit - time.monotonic(), 0.1))
            if process.exitcode is None:
                process.kill()
                process.join()


def run_workers(config: Config, announce: Callable[[], None], *, build: bool) -> int:
    """Serve with several processes until stopped; return the exit status.

    Needs sockets that share a port, which Windows does not have.
    """
    set_up_logs(config.hosting.log)
    with tempfile.TemporaryDirectory(prefix="hoidap-") as folder:
        figures = Path(folder) / "figures"
        figures.mkdir()
        # Read by prometheus_client when it is loaded, in this process and in those that it starts.
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(figures)
        return Workers(config, Path(folder), announce, build=build).run()
