"""From signals to probabilities."""

import math
from dataclasses import replace

import pytest

from app.decide.likelihood import (
    ENGLISH_SIMILARITY,
    SUREST_IN_ENGLISH,
    Logit,
    confidence,
    fitted,
    logistic,
    relevance,
)
from app.decide.signals import Signals

MIDDLING = Signals(
    score=3.0,
    similarity=0.87,
    coverage=0.5,
    own_coverage=0.5,
    pairs=0.5,
    lead=1.0,
    several=0.0,
    figure=0.0,
    footnote=0.0,
)


def test_a_logit_weighs_the_signals_it_names() -> None:
    logit = Logit(-1.0, {"lead": 2.0, "several": -0.5})
    assert logit.probability(MIDDLING) == pytest.approx(1 / (1 + math.exp(-1.0)))
    assert logit.probability(replace(MIDDLING, several=1.0)) == pytest.approx(logistic(0.5))


def test_the_weights_that_ship_name_signals_and_keep_a_sensible_threshold() -> None:
    weights = fitted()
    assert 0.0 < weights.threshold < 1.0
    for logit in (weights.relevance, weights.confidence):
        assert 0.0 < logit.probability(MIDDLING) < 1.0


def test_what_is_nearer_to_the_question_is_likelier_about_it() -> None:
    levels = [relevance(replace(MIDDLING, similarity=s, coverage=c), english=False) for s, c in ((0.8, 0), (0.9, 0.9))]
    assert levels[0] < fitted().threshold < levels[1]


def test_a_passage_far_ahead_that_holds_the_words_makes_sure() -> None:
    sure = confidence(replace(MIDDLING, lead=3.0, own_coverage=1.0), english=False)
    unsure = confidence(replace(MIDDLING, lead=-1.0, own_coverage=0.1, several=1.0, figure=1.0), english=False)
    assert unsure < 0.5 < 0.8 < sure


def test_an_english_question_hangs_on_the_vectors_and_is_never_sure() -> None:
    near = replace(MIDDLING, similarity=ENGLISH_SIMILARITY)
    assert relevance(near, english=True) == confidence(near, english=True) == 0.5
    assert confidence(replace(near, similarity=1.0), english=True) == SUREST_IN_ENGLISH
