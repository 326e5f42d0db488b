"""How often somebody may ask, alone and with other processes."""

import threading
import time
from pathlib import Path

import pytest

from app.hosting import Hosting
from app.web.guard.counts import SharedCounts
from app.web.guard.pace import Pace
from tests.app.web.guard.conftest import ASK, QUESTION, Guarded, Ring, key


def test_the_third_question_of_an_address_is_one_too_many(guarded: Guarded) -> None:
    client = guarded(hosting=Hosting(address_limits="2/minute"))
    answers = [client.post(ASK, json=QUESTION) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2].json()["code"] == "too_many"
    assert 1 <= int(answers[2].headers["retry-after"]) <= 60


def test_reading_is_not_counted(guarded: Guarded) -> None:
    client = guarded(hosting=Hosting(address_limits="1/minute"))
    assert {client.get("/api/v1/reports").status_code for _ in range(5)} == {200}


def test_a_key_has_limits_of_its_own_whatever_the_address(guarded: Guarded) -> None:
    client = guarded(Ring(a=key("a"), b=key("b")), Hosting(key_limits="1/minute", address_limits="1/minute"))
    asked = [client.post(ASK, json=QUESTION, headers={"X-API-Key": name}).status_code for name in "aab"]
    assert asked == [200, 429, 200]


def test_guessing_keys_is_slowed_down(guarded: Guarded) -> None:
    client = guarded(Ring(a=key("a")), Hosting(address_limits="3/minute"))
    guesses = [client.get("/api/v1/reports", headers={"X-API-Key": str(n)}).status_code for n in range(5)]
    assert guesses == [401, 401, 401, 429, 429]


def test_a_quota_of_the_day_holds_beside_the_rate() -> None:
    pace = Pace("10/second; 3/day", "")
    waits = [pace.wait_of_key("k") for _ in range(4)]
    assert waits[:3] == [0, 0, 0]
    assert waits[3] > 1
    assert pace.wait_of_address("1.2.3.4") == 0


def test_what_one_process_counts_the_other_knows(tmp_path: Path) -> None:
    one, other = (Pace("3/minute", "", tmp_path / "counts") for _ in range(2))
    assert [one.wait_of_key("k"), other.wait_of_key("k"), one.wait_of_key("k")] == [0, 0, 0]
    assert other.wait_of_key("k") > 0


def test_a_shared_count_starts_anew_when_its_time_is_over(tmp_path: Path) -> None:
    now = 1000.0
    counts = SharedCounts(tmp_path / "counts", lambda: now)
    assert [counts.incr("k", 60), counts.incr("k", 60)] == [1, 2]
    assert (counts.get("k"), counts.get_expiry("k")) == (2, 1060.0)
    now = 1060.0
    assert (counts.get("k"), counts.get_expiry("k")) == (0, 1060.0)
    assert counts.incr("k", 60) == 1
    counts.clear("k")
    assert (counts.get("k"), counts.incr("m", 1), counts.reset(), counts.check()) == (0, 1, 1, True)
    counts.close()
    assert not counts.check()


def test_no_count_is_lost_between_writers(tmp_path: Path) -> None:
    def count() -> None:
        counts = SharedCounts(tmp_path / "counts")
        for _ in range(100):
            counts.incr("k", 600)
        counts.close()

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert SharedCounts(tmp_path / "counts").get("k") == 400


@pytest.mark.parametrize("limits", ["", "5/second"])
def test_after_the_window_the_next_is_let_in(limits: str) -> None:
    pace = Pace("", limits or "1/second")
    assert pace.wait_of_address("a") == 0
    time.sleep(1.05)
    assert pace.wait_of_address("a") == 0
