"""Fits a logistic regression with a ridge to numbered rows. Knows nothing of what they mean."""

import numpy as np
import numpy.typing as npt

from app.decide.likelihood import Logit
from app.decide.signals import Signals

Rows = npt.NDArray[np.float64]
RIDGE = 1.0
"""Of the standardised weights: as strong as one row that says nothing."""
STEPS = 50
ENOUGH = 1e-9


def regression(names: tuple[str, ...], cases: list[Signals], right: list[bool], weights: list[float]) -> Logit:
    """Return the likeliest weights of the named signals under the ridge, by Newton's method.

    ``weights`` say how much each row counts. Rows of one kind only give an intercept that is finite all the same.
    """
    values = np.array([[float(getattr(case, name)) for name in names] for case in cases])
    mean, spread = values.mean(axis=0), values.std(axis=0)
    spread[spread == 0.0] = 1.0
    rows = np.hstack([(values - mean) / spread, np.ones((len(values), 1))])
    found = _newton(rows, np.array(right, dtype=np.float64), np.array(weights))
    slopes = found[:-1] / spread
    intercept = float(found[-1] - slopes @ mean)
    return Logit(intercept, {name: float(slope) for name, slope in zip(names, slopes, strict=True)})


def _newton(rows: Rows, right: Rows, weights: Rows) -> Rows:
    ridge = RIDGE * np.eye(rows.shape[1])
    ridge[-1, -1] = 1e-6  # the intercept is free
    found = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = 1.0 / (1.0 + np.exp(-rows @ found))
        slope = rows.T @ (weights * (right - chance)) - ridge @ found
        curve = (rows * (weights * chance * (1.0 - chance))[:, None]).T @ rows + ridge
        step = np.linalg.solve(curve, slope)
        found = found + step
        if float(np.abs(step).max()) < ENOUGH:
            break
    return np.asarray(found, dtype=np.float64)
