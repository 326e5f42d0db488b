"""Does the same with many things, one or several at a time, and shows how far it is. Knows nothing of what is done."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from tqdm import tqdm

Thing = TypeVar("Thing")
Result = TypeVar("Result")


def in_order(
    work: Callable[[Thing], Result], things: Sequence[Thing], jobs: int = 1, unit: str = " câu"
) -> Iterator[Result]:
    """Yield what comes of each thing, in their order, with a bar on standard error where that is a terminal.

    ``jobs`` threads share the work; what has not begun is given up where one of them raises or the user interrupts.
    """
    progress = {"total": len(things), "desc": "hoidap eval", "unit": unit, "disable": None}
    if jobs == 1:
        yield from tqdm(map(work, things), **progress)
        return
    pool = ThreadPoolExecutor(jobs)
    try:
        yield from tqdm(pool.map(work, things), **progress)
    finally:
        pool.shutdown(cancel_futures=True)
