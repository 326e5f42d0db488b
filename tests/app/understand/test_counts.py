"""Syllables counted alone, in pairs and in runs."""

import pytest

from app.understand.counts import Counts


def test_a_phrase_is_counted_by_its_syllables_pairs_and_runs() -> None:
    counts = Counts()
    counts.read(["mấy", "con", "mấy", "con"], single=1.0, pair=0.5)
    assert counts.single == {"mấy": 2.0, "con": 2.0}
    assert counts.pairs == {("mấy", "con"): 1.0, ("con", "mấy"): 0.5}
    assert counts.runs == {("mấy", "con", "mấy"), ("con", "mấy", "con")}


def test_kinds_that_follow_are_each_worth_at_most_one() -> None:
    counts = Counts()
    counts.strengthen([("có", "mấy")], 3.0)
    counts.strengthen([("có", "ai")], 0.25)
    assert counts.following["có"] == pytest.approx(3.25)
    assert counts.kinds["có"] == pytest.approx(1.25)
