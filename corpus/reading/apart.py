"""Reads a file in a process of its own, within limits of size, time and memory. Knows nothing of what it reads.

What a file can do to its reader (endless loops, gigabytes, a crash of a library) ends with that process.
"""

import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from corpus.errors import ReportError, ReportFault
from corpus.reading.models import Reading
from corpus.reading.written import findings_from_json

MEGABYTE = 2**20
LARGEST_ANSWER = 64 * MEGABYTE
"""Bytes of what the process may answer, as JSON."""

_ROOT = Path(__file__).resolve().parents[2]
_START = "import sys; sys.path.insert(0, sys.argv[1]); from corpus.reading.child import main; main(sys.argv[2:])"
_GRACE_SECONDS = 5.0
_SIGNS_OF_MEMORY = (b"MemoryError", b"bad_alloc", b"out of memory", b"Cannot allocate memory")


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take."""

    megabytes: int = 50  # of the file
    pages: int = 1000
    seconds: int = 120  # until it is read, by the clock
    memory_mb: int = 2000  # address space of the process, and of each that it starts


STANDARD = Limits()


def read_apart(data: bytes, name: str, limits: Limits = STANDARD, reader: str = "corpus.reading.read") -> Reading:
    """Read a document in a process of its own; ``reader`` is the module whose ``read_document`` reads it.

    Raises ``ReportError`` as ``read_document`` does, and "too-large", "too-slow", "too-much-memory", or "broken" where
    the process died.
    """
    refuse_too_large(len(data), name, limits)
    with tempfile.TemporaryDirectory(prefix="hoidap-", ignore_cleanup_errors=True) as folder:
        sent, failed = Path(folder) / "sent", Path(folder) / "failed"
        sent.write_bytes(data)
        with sent.open("rb") as source, failed.open("wb") as errors:
            answer, status = _asked(_command(reader, name, limits, folder), source, errors, limits.seconds)
        answered = _decoded(answer) if status == 0 else None
        if answered is None:
            raise ReportError(_fault_of(answer, status, failed.read_bytes()), Path(name))
    return _read(answered, name)


def refuse_too_large(size: int, name: str, limits: Limits) -> None:
    """Raise ``ReportError`` "too-large" for a file of more bytes than may be read."""
    if size > limits.megabytes * MEGABYTE:
        raise ReportError("too-large", Path(name), f"{-(-size // MEGABYTE)} MB > {limits.megabytes} MB")


def _command(reader: str, name: str, limits: Limits, folder: str) -> list[str]:
    own = [sys.executable, "-P", "-X", "utf8", "-c", _START]
    most = (limits.seconds, limits.memory_mb, limits.pages)
    return [*own, str(_ROOT), reader, name, folder, *map(str, most)]


def _asked(command: list[str], source: IO[bytes], errors: IO[bytes], seconds: float) -> tuple[bytes, int | None]:
    """Return what the process said and its exit status; None where it was stopped, for saying or taking too much."""
    until = time.monotonic() + seconds
    process = subprocess.Popen(  # noqa: S603  # our own interpreter and module; the name of the file is one argument
        command, stdin=source, stdout=subprocess.PIPE, stderr=errors, start_new_session=True
    )
    pipe = cast(IO[bytes], process.stdout)
    try:
        answer = _until_closed(pipe, until)
        return answer, None if len(answer) > LARGEST_ANSWER else process.wait(_GRACE_SECONDS)
    except (TimeoutError, subprocess.TimeoutExpired):
        return b"", None
    finally:
        _end(process)
        _end_started(Path(errors.name).parent)
        pipe.close()


def _until_closed(pipe: IO[bytes], until: float) -> bytes:
    """Read what comes until the pipe is closed, or until it is more than may be. Raises ``TimeoutError``."""
    answer = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while len(answer) <= LARGEST_ANSWER:
            if not selector.select(max(until - time.monotonic(), 0)):
                raise TimeoutError
            part = os.read(pipe.fileno(), MEGABYTE)
            if not part:
                break
            answer += part
    return bytes(answer)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Kill the process and all of its group."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        process.kill()  # its group is gone already; a process that has ended is left alone
    process.wait()


def _end_started(folder: Path) -> None:
    """Kill what the process started in groups of their own: an office program must not outlive the reading of its file.

    They are known by the folder for temporary files that they were given. Linux only; elsewhere their own limits end
    them.
    """
    mark = f"TMPDIR={folder}".encode()
    for variables in Path("/proc").glob("[0-9]*/environ"):
        with contextlib.suppress(OSError):  # of somebody else, or gone
            if mark in variables.read_bytes().split(b"\0"):
                os.kill(int(variables.parent.name), signal.SIGKILL)


def _fault_of(answer: bytes, status: int | None, said: bytes) -> ReportFault:
    if len(answer) > LARGEST_ANSWER:
        return "too-large"
    if status is None or status == -signal.SIGXCPU:
        return "too-slow"
    return "too-much-memory" if any(sign in said for sign in _SIGNS_OF_MEMORY) else "broken"


def _decoded(answer: bytes) -> Mapping[str, Any] | None:
    try:
        return cast(Mapping[str, Any], json.loads(answer))
    except ValueError:
        return None


def _read(answered: Mapping[str, Any], name: str) -> Reading:
    if "fault" in answered:
        raise ReportError(answered["fault"], Path(name), answered["where"])
    return Reading(answered["markdown"], findings_from_json(answered["findings"]))
