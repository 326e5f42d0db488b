"""The process that reads one file: bytes in, JSON out, under limits that it sets itself. Knows no format.

Arguments: READER NAME FOLDER SECONDS MEMORY_MB PAGES. See ``corpus.reading.apart``, which starts it.
"""

import importlib
import json
import os
import sys
import tempfile
from collections.abc import Callable
from typing import Any, cast

from corpus.errors import ReportError
from corpus.reading.models import Reading
from corpus.reading.written import findings_to_json

_MEGABYTE = 2**20
_LARGEST_FILE = 1024 * _MEGABYTE
"""Bytes of a file that the process, or one that it starts, may write."""


def limit_own(seconds: int, memory_mb: int) -> None:
    """Bound the processor time and address space of this process and of each that it starts; POSIX only."""
    if os.name != "posix":
        return
    import resource

    # Threads count together, so that processor time may pass faster than the clock.
    for what, most in (
        (resource.RLIMIT_CPU, 2 * seconds),
        (resource.RLIMIT_AS, memory_mb * _MEGABYTE),
        (resource.RLIMIT_FSIZE, _LARGEST_FILE),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (bound, bound))


def die_with_parent() -> None:
    """Let Linux kill this process when the one that waits for it is gone."""
    if sys.platform == "linux":
        import ctypes
        import signal

        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL)


def answer(reader: str, name: str, pages: int) -> dict[str, Any]:
    """Read standard input and return what came of it, as what ``json`` writes."""
    read = cast(Callable[[bytes, str], Reading], importlib.import_module(reader).read_document)
    try:
        reading = read(sys.stdin.buffer.read(), name)
    except ReportError as error:
        return {"fault": error.fault, "where": error.where}
    except MemoryError:
        return {"fault": "too-much-memory", "where": ""}
    except RecursionError:
        return {"fault": "broken", "where": ""}
    if reading.findings.pages > pages:
        return {"fault": "too-many-pages", "where": f"{reading.findings.pages} > {pages}"}
    return {"markdown": reading.markdown, "findings": findings_to_json(reading.findings)}


def main(arguments: list[str]) -> None:
    """Read one file; what a library prints goes to standard error, where it disturbs no JSON."""
    reader, name, folder, seconds, memory_mb, pages = arguments
    # Not for this process, whose own variables are read already, but for those that it starts.
    os.putenv("TMPDIR", folder)
    tempfile.tempdir = folder
    die_with_parent()
    limit_own(int(seconds), int(memory_mb))
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        out.write(json.dumps(answer(reader, name, int(pages)), ensure_ascii=False).encode("utf-8", "surrogatepass"))
