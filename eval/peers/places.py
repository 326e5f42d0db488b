"""Tells where a text stands in the reports. Knows nothing of who quotes it."""

import re
from collections.abc import Iterable

from corpus.models import Report
from eval.models import Place


def whereabouts(text: str, reports: Iterable[Report]) -> Place | None:
    """Return the first place where a text stands word for word, any white space counting as any other; else None."""
    words = text.split()
    if not words:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    for report in reports:
        if found := pattern.search(report.text):
            return Place(report.id, found.start(), found.end())
    return None
