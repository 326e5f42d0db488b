"""What is known of one open page: who it belongs to, and whether its answer under way is to be stopped."""

from collections.abc import Callable, Generator
from concurrent.futures import Future, wait
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TypeVar

Result = TypeVar("Result")
TICK_SECONDS = 0.05
"""How soon a wish is noticed while something works."""


@dataclass(slots=True)
class Visitor:
    """One open page. Set by one handler of it, heeded by another.

    ``owner`` is the random name that a browser gives itself, the only key to the conversations that are kept for it.
    """

    halted: bool = False
    owner: str = ""


class Halted(Exception):
    """The user did not want to wait any longer."""


def result(work: "Future[Result]", wanted: Callable[[], bool]) -> Result:
    """Return what the work gives; raises ``Halted`` as soon as nobody wants it, and whatever the work raises.

    The work itself goes on to its end: a model cannot be interrupted.
    """
    while not work.done():
        if wanted():
            raise Halted
        wait([work], TICK_SECONDS)
    return work.result()


def overheard(
    work: "Future[Result]", told: "SimpleQueue[str]", wanted: Callable[[], bool]
) -> Generator[str, None, Result]:
    """Yield the newest of what the work tells, and return what it gives; ends and raises as ``result`` does."""
    while True:
        done = work.done()
        words = ""
        while not told.empty():
            words = told.get()
        if words:
            yield words
        if done:
            return work.result()
        if wanted():
            raise Halted
        wait([work], TICK_SECONDS)
