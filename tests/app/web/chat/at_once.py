"""Work that is done here and now, where the page gives it to its workers."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any


def at_once(work: Callable[[], Any]) -> "Future[Any]":
    """Return what the work gave or raised."""
    done: Future[Any] = Future()
    try:
        done.set_result(work())
    except Exception as error:  # noqa: BLE001 - what an executor does
        done.set_exception(error)
    return done
