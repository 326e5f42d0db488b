"""A real PostgreSQL server in a temporary folder, for as long as the tests that need it. Knows nothing of the product."""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

MISSING = "PostgreSQL is not there, its tests did not run. Install it: sudo apt install postgresql"
_UNPRIVILEGED = ("postgres", "nobody")
"""The server refuses to run as root; one of these runs it then."""
_START_SECONDS = 60


def programs() -> Path | None:
    """Return the folder of the newest server's programs; None where there is none."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    # Debian keeps them apart by version and puts none of them on the path.
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


def _user() -> str | None:
    """Return who shall run the server: None for whoever runs the tests."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in _UNPRIVILEGED if name in known)


@contextlib.contextmanager
def server() -> Iterator[str]:
    """Run a server; give the URL of its user's database. Raises ``FileNotFoundError`` where it is not installed."""
    folder = programs()
    if folder is None:
        raise FileNotFoundError(MISSING)
    user = _user()
    # Not pytest's folder: that one only its owner may enter.
    with tempfile.TemporaryDirectory(prefix="hoidap-postgres-") as name:
        if user:
            shutil.chown(name, user)
        data = f"{name}/data"
        made = [str(folder / "initdb"), "-D", data, "-U", "hoidap", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]
        subprocess.run(made, user=user, cwd=name, env={}, check=True, capture_output=True)
        port = _free_port()
        options = ["-D", data, "-h", "127.0.0.1", "-p", str(port), "-k", name, "-c", "fsync=off"]
        with Path(name, "log").open("wb") as log:
            running = subprocess.Popen(
                [str(folder / "postgres"), *options], user=user, cwd=name, env={}, stdout=log, stderr=log
            )
        try:
            _wait(folder, name, port, running)
            yield f"postgresql://hoidap@127.0.0.1:{port}/postgres"
        finally:
            running.send_signal(signal.SIGQUIT)  # "immediate": nothing there is worth writing down
            running.wait(timeout=_START_SECONDS)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(folder: Path, name: str, port: int, running: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + _START_SECONDS
    asked = [str(folder / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    while subprocess.run(asked, check=False).returncode != 0:
        if running.poll() is not None or time.monotonic() > until:
            raise RuntimeError(Path(name, "log").read_text(encoding="utf-8"))
        time.sleep(0.1)
