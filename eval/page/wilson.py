"""The interval of a share of few questions. Knows nothing of what is counted."""

from math import sqrt

_Z = 1.959964
"""The quantile of the normal distribution that leaves 2.5 % on either side."""


def wilson(right: int, count: int) -> tuple[float, float]:
    """Return the 95 % score interval of a share ``right / count`` (Wilson 1927), inside [0, 1].

    The groups of a plot are small: resampling gives 5 of 5 an interval of no width, this one gives 0.57 to 1. Raises
    ``ValueError`` without questions.
    """
    if count < 1:
        raise ValueError("no interval of a share of no questions")
    share, spread = right / count, _Z * _Z / count
    middle = (share + spread / 2) / (1 + spread)
    half = sqrt(share * (1 - share) * spread + spread * spread / 4) / (1 + spread)
    return max(middle - half, 0.0), min(middle + half, 1.0)
