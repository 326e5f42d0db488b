"""Tells where a text stands in the reports. Knows nothing of who quotes it."""

import re
from collections.abc import Iterable

from corpus.models import Report
from eval.models import Place


def whereabouts(text: str, reports: Iterable[Report], near: int = 0) -> Place | None:
    """Return the first place where a text stands word for word, any white space counting as any other; else None.

    ``near`` is a character before which it does not stand, for a text that may occur twice.
    """
    words = text.split()
    if not words:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    for report in reports:
        if found := pattern.search(report.text, near):
            return Place(report.id, found.start(), found.end())
    return None
