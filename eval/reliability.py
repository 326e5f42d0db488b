"""Does confidence mean something? Compares what answers claim with how often they are right. Knows no metric.

Only given answers count; an answer to a question that the report does not answer is wrong.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eval.models import Outcome

BINS = 10
SURE = 0.8
"""From this confidence on at least 95 % of the answers must be right."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One answer: how sure it was, in [0, 1], and whether it was right."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The answers with a confidence in [low, high), the last bin with its upper end: how many, how sure, how right."""

    low: float
    high: float
    count: int
    confidence: float  # their mean
    right: float  # share


@dataclass(frozen=True, slots=True)
class Reliability:
    """A reliability table (DeGroot, Fienberg 1983) of ``count`` answers with two figures of it.

    ``brier`` is the mean of (confidence - right)² (Brier 1950): 0 is best, 0.25 is what always saying 0.5 gets.
    ``error`` is the expected calibration error: the mean over all answers of |share right - mean confidence| of their
    bin, ten bins of one width (Naeini, Cooper, Hauskrecht 2015): 0 is best.
    ``sure_right`` is the share right of the ``sure`` answers, confidence at least 0.8; None where there is none.
    """

    count: int
    bins: tuple[Bin, ...]  # those that hold answers, in rising order
    brier: float
    error: float
    sure: int
    sure_right: float | None


def claims(outcomes: Iterable[Outcome]) -> list[Claim]:
    """Return the answers given, with how sure they were and whether they were right."""
    return [
        Claim(answer.confidence, outcome.right)
        for outcome in outcomes
        if (answer := outcome.attempt.answer) is not None and answer.answerable
    ]


def reliability(made: Sequence[Claim]) -> Reliability | None:
    """Return the reliability of answers, or None where none was given."""
    if not made:
        return None
    filled = [_bin(i, [claim for claim in made if _index(claim) == i]) for i in sorted(set(map(_index, made)))]
    sure = [claim for claim in made if claim.confidence >= SURE]
    return Reliability(
        count=len(made),
        bins=tuple(filled),
        brier=sum((claim.confidence - claim.right) ** 2 for claim in made) / len(made),
        error=sum(each.count * abs(each.right - each.confidence) for each in filled) / len(made),
        sure=len(sure),
        sure_right=sum(claim.right for claim in sure) / len(sure) if sure else None,
    )


def _index(claim: Claim) -> int:
    return min(int(claim.confidence * BINS), BINS - 1)


def _bin(i: int, members: Sequence[Claim]) -> Bin:
    return Bin(
        low=i / BINS,
        high=(i + 1) / BINS,
        count=len(members),
        confidence=sum(claim.confidence for claim in members) / len(members),
        right=sum(claim.right for claim in members) / len(members),
    )
