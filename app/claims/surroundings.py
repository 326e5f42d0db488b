"""What stands around a claim, and how alike two surroundings are. Knows words and distances, not what is claimed.

A figure belongs to the place that it stands beside: the words around it tell whether two texts speak of the same thing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from app.claims.tokens import Token
from app.understand.function_words import FUNCTION_WORDS
from app.understand.lexicon import Lexicon

REACH = 12
"""How many telling words to either side are looked at."""
FADE = 0.85
"""What a word weighs less for each telling word between it and the claim."""
FENCE = 0.4
"""What a word weighs less for each clause boundary (comma, "và") between it and the claim."""
OTHER_SIDE = 0.7
"""What a word is worth that stands before the claim in one text and after it in the other."""
NUMBER_WEIGHT = 5.0
"""Weight of a figure beside a claim; other words weigh their rarity, about 0 to 5."""
NAME_WEIGHT = 2.5
"""Least weight of a capitalised syllable: "Lai Châu" is in every sentence, yet it tells one figure from another."""
UNBROKEN = 1.0
"""What each word adds that follows the last without a gap in both texts: "Tổng Công ty Du lịch" before a place."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words around a claim: their weights by side (-1 before, 1 after), and their order from the claim outwards."""

    weights: Mapping[tuple[int, str], float]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def surroundings(
    tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon, number_weight: float = NUMBER_WEIGHT
) -> Surroundings:
    """Return the telling words around ``tokens[first:last + 1]`` with their weights."""
    before = [i for i in range(first - 1, -1, -1) if tokens[i].key not in FUNCTION_WORDS][:REACH]
    after = [i for i in range(last + 1, len(tokens)) if tokens[i].key not in FUNCTION_WORDS][:REACH]
    weights: dict[tuple[int, str], float] = {}
    for side, edge, indices in ((-1, first, before), (1, last, after)):
        for distance, i in enumerate(indices):
            crossed = abs(tokens[i].fences - tokens[edge].fences)
            weight = _weight(tokens[i], lexicon, number_weight) * FADE**distance * FENCE**crossed
            at = side, tokens[i].key
            weights[at] = max(weights.get(at, 0.0), weight)
    return Surroundings(weights, tuple(tokens[i].key for i in before), tuple(tokens[i].key for i in after))


def _weight(token: Token, lexicon: Lexicon, number_weight: float) -> float:
    if token.number:
        return number_weight
    return max(lexicon.idf(token.key), NAME_WEIGHT if token.capital else 0.3)


def likeness(left: Surroundings, right: Surroundings) -> float:
    """Return how much two surroundings share: the sum over shared words of the smaller weight, at least 0."""
    total = 0.0
    for (side, word), weight in left.weights.items():
        same = min(weight, right.weights.get((side, word), 0.0))
        other = OTHER_SIDE * min(weight, right.weights.get((-side, word), 0.0))
        total += max(same, other)
    return total + UNBROKEN * (_unbroken(left.before, right.before) + _unbroken(left.after, right.after))


def _unbroken(left: Sequence[str], right: Sequence[str]) -> int:
    """Return how many words two sequences begin with in common."""
    same = (one == other for one, other in zip(left, right, strict=False))
    return sum(1 for _ in takewhile(bool, same))
