"""Finds the weights from cases, each set judged by weights that have not seen it. Knows no file and no question."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.decide.likelihood import Logit, Weights
from eval.fit.cases import ELSEWHERE, Case
from eval.fit.regression import regression
from eval.reliability import SURE, Claim

ABOUT = ("similarity", "coverage", "pairs")
"""Signals of relevance: is the passage about what is asked?"""
SURENESS = ("lead", "own_coverage", "several", "figure", "footnote")
"""Signals of confidence: would an answer from it be right?"""
ELSEWHERE_WEIGHT = 0.3
"""A question about another text against one about the report: there are many, and none of them is hard."""
KEPT = 0.99
"""The share of the right answers that the threshold may not cost."""
SURE_RIGHT = 0.97
"""Of ``SURE`` answers of sets that no weight has seen, on average over sets: 0.95 is promised, and sets differ."""
STEP, FARTHEST = 0.05, 3.0
"""How the intercept is lowered until the promise is kept, on the log-odds scale, and how far at most."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """The weights, and for each set what they claim of its answers when they have not seen it."""

    weights: Weights
    left_out: dict[str, list[Claim]]
    others_answered: float  # share of the cases from elsewhere that pass the threshold


def fit(cases: Sequence[Case]) -> Fitted:
    """Return the weights. Every set counts the same, so that the largest one does not decide alone."""
    about = [case for case in cases if case.right or not case.answerable]
    sets = [name for name in dict.fromkeys(case.gold for case in cases) if name != ELSEWHERE]
    relevance = _relevance(about)
    threshold = _threshold(about, sets)
    answered = [c for c in cases if c.gold != ELSEWHERE and relevance.probability(c.signals) >= threshold]
    unseen = {name: (_sureness([c for c in answered if c.gold != name]), _of(answered, name)) for name in sets}
    lowered = _lowered(unseen)
    sureness = _sureness(answered)
    elsewhere = [case for case in cases if case.gold == ELSEWHERE]
    passing = sum(relevance.probability(case.signals) >= threshold for case in elsewhere)
    return Fitted(
        Weights(relevance, replace(sureness, intercept=sureness.intercept - lowered), threshold),
        {name: _claims(logit, own, lowered) for name, (logit, own) in unseen.items()},
        passing / len(elsewhere) if elsewhere else 0.0,
    )


def _of(cases: Iterable[Case], name: str) -> list[Case]:
    return [case for case in cases if case.gold == name]


def _relevance(cases: Sequence[Case]) -> Logit:
    counted = [ELSEWHERE_WEIGHT if case.gold == ELSEWHERE else 1.0 for case in cases]
    return regression(ABOUT, [case.signals for case in cases], [case.right for case in cases], counted)


def _sureness(cases: Sequence[Case]) -> Logit:
    sizes = Counter(case.gold for case in cases)
    counted = [len(cases) / len(sizes) / sizes[case.gold] for case in cases]
    return regression(SURENESS, [case.signals for case in cases], [case.right for case in cases], counted)


def _threshold(cases: Sequence[Case], sets: Sequence[str]) -> float:
    """Return the relevance, to two digits, that ``KEPT`` of the right answers of sets left out reach."""
    reached = []
    for name in sets:
        logit = _relevance([case for case in cases if case.gold != name])
        reached += [logit.probability(case.signals) for case in _of(cases, name) if case.right]
    worst = sorted(reached)[int((1 - KEPT) * len(reached))]
    return int(100 * worst) / 100


def _claims(logit: Logit, cases: Iterable[Case], lowered: float) -> list[Claim]:
    lower = replace(logit, intercept=logit.intercept - lowered)
    return [Claim(lower.probability(case.signals), case.right) for case in cases]


def _lowered(unseen: dict[str, tuple[Logit, list[Case]]]) -> float:
    """Return by how much intercepts must be lowered so that ``SURE_RIGHT`` of the sure answers left out are right."""
    lowered = 0.0
    while lowered < FARTHEST:
        shares = [_sure_right(_claims(logit, cases, lowered)) for logit, cases in unseen.values()]
        told = [share for share in shares if share is not None]
        if told and sum(told) / len(told) >= SURE_RIGHT:
            break
        lowered += STEP
    return lowered


def _sure_right(claims: Iterable[Claim]) -> float | None:
    sure = [claim.right for claim in claims if claim.confidence >= SURE]
    return sum(sure) / len(sure) if sure else None
