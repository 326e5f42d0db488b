"""Compares two runs on the questions that both were asked. Knows nothing of why they differ or of how it is shown.

Differences are always the first run minus the second: above 0 the first is better, on every metric.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from eval.models import MetricName, Outcome
from eval.record import StoredRun
from eval.summary import interval

Scores = Mapping[str, Mapping[MetricName, float]]
"""What each question is worth: by its id, then by metric."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One metric over the ``count`` questions that it applies to in both runs, paired.

    ``mean`` = ``first`` − ``second``, in [−1, 1], with its 95 % interval [low, high].
    """

    metric: MetricName
    count: int
    first: float
    second: float
    mean: float
    low: float
    high: float

    @property
    def better(self) -> bool:
        """Tell whether the first run is better beyond what drawing other questions would do."""
        return self.low > 0

    @property
    def worse(self) -> bool:
        """Tell whether the first run is worse beyond what drawing other questions would do."""
        return self.high < 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs by name. ``wins`` are the ids that the first handled right and the second wrong, ``losses`` the reverse.

    ``questions`` were asked of both with the same words and the same gold answer; what else a run was asked is left
    out.
    """

    first: str
    second: str
    questions: int
    differences: tuple[Difference, ...]
    wins: tuple[str, ...]
    losses: tuple[str, ...]

    def difference(self, metric: MetricName) -> Difference | None:
        """Return the difference on a metric, or None where it applies to no question of both."""
        return next((each for each in self.differences if each.metric == metric), None)


def scores_of(outcomes: Sequence[Outcome]) -> dict[str, dict[MetricName, float]]:
    """Return what each question is worth on every metric that applies to it."""
    return {
        outcome.attempt.question.id: {
            metric: value for metric in get_args(MetricName) if (value := outcome.value(metric)) is not None
        }
        for outcome in outcomes
    }


def difference(first: Scores, second: Scores, metric: MetricName) -> Difference | None:
    """Return the paired difference on a metric over the questions with a score in both; None where there are none.

    The interval is the paired bootstrap (Efron, Tibshirani 1993; for systems on one test set, Koehn 2004): questions
    are drawn with replacement, each with what both runs made of it, so that hard questions are hard for both.
    """
    shared = [id_ for id_, scores in first.items() if metric in scores and metric in second.get(id_, {})]
    if not shared:
        return None
    ours, theirs = ([scores[id_][metric] for id_ in shared] for scores in (first, second))
    apart = [a - b for a, b in zip(ours, theirs, strict=True)]
    low, high = interval(apart)
    count = len(shared)
    return Difference(metric, count, sum(ours) / count, sum(theirs) / count, sum(apart) / count, low, high)


def compare(first: StoredRun, second: StoredRun) -> Comparison:
    """Compare two runs question by question. Raises ``ValueError`` where no question was asked of both."""
    asked = {outcome.attempt.question.id: outcome.attempt.question for outcome in second.outcomes}
    shared = [o for o in first.outcomes if asked.get(o.attempt.question.id) == o.attempt.question]
    if not shared:
        raise ValueError(f"{first.name} and {second.name} have no question in common")
    ours = scores_of(shared)
    theirs = {id_: scores for id_, scores in scores_of(second.outcomes).items() if id_ in ours}
    differences = [difference(ours, theirs, metric) for metric in get_args(MetricName)]
    return Comparison(
        first=first.name,
        second=second.name,
        questions=len(shared),
        differences=tuple(each for each in differences if each is not None),
        wins=tuple(id_ for id_ in ours if ours[id_]["right"] > theirs[id_]["right"]),
        losses=tuple(id_ for id_ in ours if ours[id_]["right"] < theirs[id_]["right"]),
    )
