"""Which rows of an index a search looks at. Knows where each report stands; nothing of scores."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.int64]
"""Positions of passages in their index, ascending."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The rows that a search looks at; ``report_ids`` is None where these are all rows."""

    rows: Rows
    report_ids: tuple[str, ...] | None


def spans_of(counts: Iterable[tuple[str, int]]) -> dict[str, tuple[int, int]]:
    """Return where each report stands, ``[start, end)``, from how many passages follow of which report."""
    spans: dict[str, tuple[int, int]] = {}
    start = 0
    for name, count in counts:
        spans[name] = (spans.get(name, (start, start))[0], start + count)
        start += count
    return spans


class ReportRows:
    """Where the passages of each report stand; those of one report stand together in every index."""

    def __init__(self, spans: Mapping[str, tuple[int, int]]) -> None:
        self._spans = dict(spans)
        count = max((end for _, end in self._spans.values()), default=0)
        self._all = Scope(np.arange(count, dtype=np.int64), None)

    def scope(self, report_ids: Collection[str] | None) -> Scope:
        """Return the rows of these reports, or of all; names of no report have no rows."""
        if report_ids is None:
            return self._all
        known = sorted((self._spans[name], name) for name in set(report_ids) if name in self._spans)
        if len(known) == len(self._spans):
            return self._all
        rows = [np.arange(*span, dtype=np.int64) for span, _ in known]
        return Scope(np.concatenate(rows) if rows else self._all.rows[:0], tuple(name for _, name in known))
