"""Puts found passages in the order in which they are likely to answer. Knows the features, not the texts."""

from collections.abc import Sequence
from dataclasses import replace

from app.decide.features import Evidence

# Points added to the retrieval score (in standard deviations), chosen by grid search on development questions about
# three reports: a trained ranker over all features was no better, nor were vectors of single tokens (see eval/LOG.md).
_POINTS: tuple[tuple[str, float], ...] = (
    ("wide_coverage", 1.0),
    ("kind_fits", 0.5),
    ("year_fits", 1.0),
    ("unit_fits", 0.5),
    ("pairs", 0.2),
    ("figures", 0.5),
    ("cue", 0.3),
    ("missing_names", -0.5),
    ("footnote", -0.2),
    ("lead", -0.5),
    ("defines", 0.5),
)


def points(evidence: Evidence) -> float:
    """Return the retrieval score with what speaks for and against the passage."""
    extra = sum(weight * float(getattr(evidence.features, name)) for name, weight in _POINTS)
    return evidence.features.score + extra


def rank(found: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence best first, each with its points as ``support``; of equal ones the earlier stays first."""
    scored = [replace(evidence, support=points(evidence)) for evidence in found]
    return sorted(scored, key=lambda evidence: -evidence.support)
