"""Figures over all outcomes, with their uncertainty. Knows nothing of single metrics or of how figures are shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np

from eval.metrics.latency import percentile
from eval.metrics.refusal_rates import refusal_precision, refusal_recall
from eval.models import FigureName, MetricName, Outcome, QuestionType

RESAMPLES = 2000
SEED = 2022
"""Fixed, so that the same outcomes give the same intervals."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """The mean of a metric over the ``count`` questions it applies to, with its 95 % interval [low, high]."""

    metric: FigureName
    mean: float
    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class TypeLine:
    """One type of question. ``right`` is the share handled right; the others are None where no evidence exists."""

    type: QuestionType
    count: int
    right: float
    hit_at_3: float | None
    recall_at_5: float | None
    citation_precision: float | None
    citation_recall: float | None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run is worth. Latencies are milliseconds; ``errors`` counts questions that raised."""

    questions: int
    errors: int
    unsupported: int  # figures in answers that no cited quote holds
    right: float  # share of all questions handled right
    estimates: tuple[Estimate, ...]
    types: tuple[TypeLine, ...]
    p50: float
    p95: float

    def estimate(self, metric: FigureName) -> Estimate | None:
        """Return the estimate of a metric, or None where it applies to no question."""
        return next((estimate for estimate in self.estimates if estimate.metric == metric), None)


def interval(values: Sequence[float], resamples: int = RESAMPLES, seed: int = SEED) -> tuple[float, float]:
    """Return the 95 % percentile bootstrap interval of the mean (Efron, Tibshirani 1993), drawing questions.

    It says how the mean would vary with other questions of this kind; for a mean of 1 or 0 it has no width.
    """
    sample = np.asarray(values, dtype=np.float64)
    drawn = np.random.default_rng(seed).integers(0, len(sample), size=(resamples, len(sample)))
    low, high = np.percentile(sample[drawn].mean(axis=1), [2.5, 97.5])
    return float(low), float(high)


def _values(outcomes: Sequence[Outcome], metric: MetricName) -> list[float]:
    return [value for outcome in outcomes if (value := outcome.value(metric)) is not None]


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _estimate(metric: FigureName, values: Sequence[float]) -> Estimate | None:
    if not values:
        return None
    low, high = interval(values)
    return Estimate(metric, sum(values) / len(values), low, high, len(values))


def _right(outcomes: Sequence[Outcome]) -> float:
    return sum(outcome.right for outcome in outcomes) / len(outcomes)


def _type_line(kind: QuestionType, outcomes: Sequence[Outcome]) -> TypeLine:
    return TypeLine(
        kind,
        len(outcomes),
        _right(outcomes),
        _mean(_values(outcomes, "hit@3")),
        _mean(_values(outcomes, "recall@5")),
        _mean(_values(outcomes, "citation-precision")),
        _mean(_values(outcomes, "citation-recall")),
    )


def summarise(outcomes: Sequence[Outcome]) -> Summary:
    """Aggregate outcomes, every one of them: what raised counts zero. Raises ``ValueError`` without outcomes."""
    if not outcomes:
        raise ValueError("no outcomes to summarise")
    by_type = [(kind, [o for o in outcomes if o.attempt.question.type == kind]) for kind in get_args(QuestionType)]
    estimates = [
        *(_estimate(metric, _values(outcomes, metric)) for metric in get_args(MetricName)),
        _estimate("refusal-precision", refusal_precision(outcomes)),
        _estimate("refusal-recall", refusal_recall(outcomes)),
    ]
    milliseconds = [outcome.attempt.milliseconds for outcome in outcomes]
    return Summary(
        questions=len(outcomes),
        errors=sum(bool(outcome.attempt.error) for outcome in outcomes),
        unsupported=sum(len(outcome.unsupported) for outcome in outcomes),
        right=_right(outcomes),
        estimates=tuple(estimate for estimate in estimates if estimate is not None),
        types=tuple(_type_line(kind, members) for kind, members in by_type if members),
        p50=percentile(milliseconds, 50),
        p95=percentile(milliseconds, 95),
    )
