"""Picks, of numbers in reading order, those that make one rising series. Knows nothing of what is numbered.

A number that is missing does not end a series, and one that does not belong to it does not shift it: of all rising
series the one with the most members and the fewest gaps is taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gaps:
    """What missing numbers cost, where a member of the series counts 1. ``most`` may be missing in one place.

    ``dearest`` is the most that one place costs; ``repeats`` whether a number may come twice in a row, as a slip.
    """

    most: int = 3
    each: float = 0.5
    dearest: float = 2.0
    repeats: bool = False


STRICT = Gaps()
ARTICLES = Gaps(most=60, each=0.3, dearest=0.6, repeats=True)
"""Điều are plainly marked: excerpts leave many out, and a number typed twice is a slip of the original."""

_REPEAT_COUNTS = 0.4
_LEAST = 1.0


@dataclass(frozen=True, slots=True)
class _Link:
    score: float
    position: int
    suffix: str
    before: "_Link | None"


def rising(values: Sequence[tuple[int, str]], gaps: Gaps = STRICT) -> list[int]:
    """Return the positions of the best rising series of numbers with suffixes ("5", "5a"); [] where there is none."""
    ending: dict[int, _Link] = {}
    best: _Link | None = None
    for position, (number, suffix) in enumerate(values):
        link = _Link(1 - _cost(number - 1, gaps), position, suffix, None)
        for earlier in range(max(number - gaps.most - 1, 1), number):
            if earlier in ending:
                score = ending[earlier].score + 1 - _cost(number - earlier - 1, gaps)
                if score > link.score:
                    link = _Link(score, position, suffix, ending[earlier])
        same = ending.get(number)
        if same and suffix > same.suffix:
            link = max(link, _Link(same.score + 1, position, suffix, same), key=lambda found: found.score)
        elif same and gaps.repeats and suffix == same.suffix:
            link = max(link, _Link(same.score + _REPEAT_COUNTS, position, suffix, same), key=lambda found: found.score)
        if same is None or link.score > same.score:
            ending[number] = link
        if best is None or link.score > best.score:
            best = link
    chosen: list[int] = []
    while best is not None and (chosen or best.score >= _LEAST):
        chosen.append(best.position)
        best = best.before
    return chosen[::-1]


def _cost(missing: int, gaps: Gaps) -> float:
    """Return what a gap costs; more than may be missing makes the link worthless."""
    return min(missing * gaps.each, gaps.dearest) if missing <= gaps.most else 10.0
