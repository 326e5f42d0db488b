"""A regression on rows whose answer is known."""

import math

import pytest

from app.decide.signals import Signals
from eval.fit.regression import regression


def case(lead: float) -> Signals:
    return Signals(0.0, 0.0, 0.0, 0.0, 0.0, lead, 0.0, 0.0, 0.0)


def test_one_that_tells_nothing_leaves_the_base_rate() -> None:
    found = regression(("score",), [case(0.0)] * 4, [True, True, True, False], [1.0] * 4)
    assert found.weights == {"score": pytest.approx(0.0)}
    assert found.intercept == pytest.approx(math.log(3), abs=1e-4)


def test_with_many_rows_the_log_odds_of_two_groups_are_found() -> None:
    # 800 of 1000 right where the lead is 1, 200 of 1000 where it is 0: log-odds ln 4 and -ln 4
    leads = [1.0] * 1000 + [0.0] * 1000
    right = [i % 1000 < (800 if lead else 200) for i, lead in enumerate(leads)]
    found = regression(("lead",), [case(lead) for lead in leads], right, [1.0] * 2000)
    assert found.intercept == pytest.approx(-math.log(4), abs=0.02)
    assert found.weights["lead"] == pytest.approx(2 * math.log(4), abs=0.02)


def test_a_row_that_counts_twice_is_two_rows() -> None:
    twice = regression(("lead",), [case(0.0), case(0.0)], [True, False], [2.0, 1.0])
    thrice = regression(("lead",), [case(0.0)] * 3, [True, True, False], [1.0] * 3)
    assert twice.intercept == pytest.approx(thrice.intercept)
