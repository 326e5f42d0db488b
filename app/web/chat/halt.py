"""A user's wish that the answer under way be stopped. Knows nothing of answers."""

from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass
from typing import TypeVar

Result = TypeVar("Result")
TICK_SECONDS = 0.05
"""How soon a wish is noticed while something works."""


@dataclass(slots=True)
class Halt:
    """Set by one handler of a page, heeded by another; one for each user."""

    wanted: bool = False


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
