"""How a figure grows with the number of passages: the exponent of a power law. Knows numbers only."""

import math
from collections.abc import Sequence


def exponent(sizes: Sequence[float], values: Sequence[float]) -> float:
    """Return b of value = a · size^b, fitted by least squares to the logarithms; 1 is in proportion, 0 not at all.

    Raises ``ValueError`` for fewer than two sizes and for values that are not above 0.
    """
    if len(sizes) < 2:
        raise ValueError("a law needs two sizes")
    x, y = [math.log(size) for size in sizes], [math.log(value) for value in values]
    middle, height = sum(x) / len(x), sum(y) / len(y)
    slope = sum((a - middle) * (b - height) for a, b in zip(x, y, strict=True))
    return slope / sum((a - middle) ** 2 for a in x)
