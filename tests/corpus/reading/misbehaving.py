"""Readers that do what bad files make readers do; chosen by the name of the file."""

import ctypes
import subprocess
import sys
import time
from pathlib import Path

from corpus.errors import ReportError
from corpus.reading.models import Doubt, Findings, Reading

LONGEST_SLEEP = 3600


def read_document(data: bytes, name: str) -> Reading:  # noqa: C901  # one case a fault
    """Do what the name says."""
    match name:
        case "sleeps":
            time.sleep(LONGEST_SLEEP)
        case "computes":
            while True:
                pass
        case "grows":
            _ = bytearray(10**10)
        case "crashes":
            ctypes.string_at(0)
        case "starts another":
            sleeping = [sys.executable, "-c", f"import time; time.sleep({LONGEST_SLEEP})", data.decode()]
            subprocess.Popen(sleeping, start_new_session=True)
            time.sleep(LONGEST_SLEEP)
        case "fails":
            raise ValueError(name)
        case "refuses":
            raise ReportError("encrypted", Path("/secret/folder"), "here")
        case "nests":
            read_document(data, name)
        case "talks":
            sys.stdout.write("a library says something\n")
        case "floods":
            return Reading("a" * (65 * 2**20), Findings("md"))
    findings = Findings("pdf", ("tcvn3",), 7, 12, 1, 2, 3, 4, (Doubt("image", "trang 2", 5),))
    return Reading(data.decode() + "\ud800", findings)
