"""How likely a passage is about what is asked, and how likely an answer from it is right. Knows weights, no texts.

Two logistic regressions over ``Signals``. Their weights are a file beside this one, rebuilt by ``python -m eval.fit``.
"""

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from app.decide.signals import Signals

WEIGHTS = "weights.json"
ENGLISH_SIMILARITY = 0.817
"""The cosine at which an English question is as likely as not about a passage: no word of it stands in the report."""
ENGLISH_STEEPNESS = 40.0
SUREST_IN_ENGLISH = 0.75
"""Nothing but the vectors speaks for an answer to an English question."""


@dataclass(frozen=True, slots=True)
class Logit:
    """A weighted sum of signals on the log-odds scale."""

    intercept: float
    weights: dict[str, float]  # by the name of the signal

    def probability(self, signals: Signals) -> float:
        """Return the probability, in (0, 1)."""
        return logistic(self.intercept + sum(w * float(getattr(signals, name)) for name, w in self.weights.items()))


@dataclass(frozen=True, slots=True)
class Weights:
    """What a fit found: both regressions, and the relevance below which nothing is answered."""

    relevance: Logit
    confidence: Logit
    threshold: float


@cache
def fitted() -> Weights:
    """Return the weights that ship with the code."""
    read = json.loads((files("app.decide") / WEIGHTS).read_text(encoding="utf-8"))
    return Weights(Logit(**read["relevance"]), Logit(**read["confidence"]), float(read["threshold"]))


def relevance(signals: Signals, *, english: bool) -> float:
    """Return how likely the passage is about what is asked: what the threshold is for."""
    if english:
        return logistic(ENGLISH_STEEPNESS * (signals.similarity - ENGLISH_SIMILARITY))
    return fitted().relevance.probability(signals)


def confidence(signals: Signals, *, english: bool) -> float:
    """Return how likely an answer from the passage is right, once nothing speaks against it."""
    if english:
        return min(SUREST_IN_ENGLISH, relevance(signals, english=True))
    return fitted().confidence.probability(signals)


def logistic(value: float) -> float:
    """Return the probability of a log-odds value."""
    return 1.0 / (1.0 + math.exp(-value))
