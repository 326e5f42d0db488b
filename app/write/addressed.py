"""Tells which of some titles or lines are addressed to the body that a question names. Language only, no report.

"Kiến nghị với các sở", "Đề nghị Bộ Y tế …": a list of requests to several bodies is seldom wanted whole.
"""

import re
from collections.abc import Sequence

from index.syllables import normalise, syllables

_ADDRESSES = re.compile(
    r"^\W*(?:(?:kính |trân trọng )?(?:đề nghị|kiến nghị|đề xuất|xin)(?:,? (?:đề nghị|kiến nghị|đề xuất))*"
    r"(?: (?:đối )?với)?"
    r"|(?:đối )?với|gửi|cho)\s+(?P<body>.+)",
    re.DOTALL,
)
_NOT_NAMING = frozenset({"các", "những", "và"})


def addressed(asked: str, lines: Sequence[str]) -> list[int]:
    """Return the indexes of the lines whose addressee a question names most fully; all where it singles none out.

    Titles and lines are as written; an addressee is what follows "đề nghị" or "với", and is named by its first words.
    """
    said = f" {' '.join(syllables(normalise(asked)))} "
    named = [_named(said, line) for line in lines]
    most = max(named, default=0)
    return [index for index, one in enumerate(named) if one == most]


def _named(said: str, line: str) -> int:
    """Return how many first syllables of the addressee of a line stand side by side in what was said."""
    told = _ADDRESSES.match(normalise(line))
    body = syllables(told["body"]) if told else ()
    for count in range(len(body), 0, -1):
        if f" {' '.join(body[:count])} " in said and not set(body[:count]) <= _NOT_NAMING:
            return count
    return 0
