"""How long answers take. Knows nothing of what they say."""

from collections.abc import Sequence
from math import ceil


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the nearest-rank percentile: the smallest value that at least ``percent`` per cent of them do not exceed.

    It is always one of the values (the ⌈percent/100 · n⌉-th from below), in their unit. Raises ``ValueError`` for no
    values, or a percentage outside (0, 100].
    """
    if not values or not 0 < percent <= 100:
        raise ValueError(f"no percentile {percent} of {len(values)} values")
    return sorted(values)[ceil(percent * len(values) / 100) - 1]
