"""Things are done in their order, with one thread or several."""

import threading
import time

import pytest

from eval.in_order import in_order


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_results_come_in_the_order_of_the_things(jobs: int) -> None:
    assert list(in_order(lambda number: number * number, range(20), jobs)) == [n * n for n in range(20)]


def test_several_jobs_run_at_the_same_time() -> None:
    meeting = threading.Barrier(2, timeout=10)  # breaks where only one comes
    assert len(list(in_order(lambda _: meeting.wait(), range(2), jobs=2))) == 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_stops_what_has_not_begun(jobs: int) -> None:
    begun: list[int] = []

    def work(number: int) -> None:
        begun.append(number)
        time.sleep(0.001)
        if number == 0:
            raise OSError("đĩa đầy")

    with pytest.raises(OSError, match="đĩa đầy"):
        list(in_order(work, range(10_000), jobs))
    assert len(begun) < 10_000
