"""What the command writes and prints."""

import json

from app.decide.likelihood import Logit, Weights
from eval.fit.__main__ import table, written
from eval.fit.weigh import Fitted
from eval.reliability import Claim

WEIGHTS = Weights(Logit(-1.23456, {"similarity": 2.0}), Logit(0.5, {"lead": 0.98765}), 0.41)


def test_the_file_holds_rounded_weights_by_name() -> None:
    assert json.loads(written(WEIGHTS)) == {
        "relevance": {"intercept": -1.235, "weights": {"similarity": 2.0}},
        "confidence": {"intercept": 0.5, "weights": {"lead": 0.988}},
        "threshold": 0.41,
    }


def test_the_table_says_what_the_weights_are_worth_where_they_have_not_looked() -> None:
    claims = {"eval/gold/a.jsonl": [Claim(0.9, right=True), Claim(0.8, right=False), Claim(0.5, right=True)], "b": []}
    lines = table(Fitted(WEIGHTS, claims, 0.025)).splitlines()
    assert lines[1] == "a.jsonl | 3 | 2 | 0.500 | 0.300"
    assert len(lines) == 3
    assert "2.5%" in lines[2]
