"""What stands around a claim, and how alike two surroundings are. Knows words and distances, not what is claimed.

A figure belongs to the place that it stands beside: the words around it tell whether two texts speak of the same thing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from app.check.tokens import Token
from app.understand.function_words import FUNCTION_WORDS
from app.understand.lexicon import Lexicon

REACH = 12
"""How many telling words to either side are looked at."""
FADE = 0.85
"""What a word weighs less for each telling word between it and the claim."""
CLAUSE_FADE = 0.9
"""The same, for a figure, of the words of its own clause: there it does not matter which side they are on."""
FENCE = 0.3
"""What a word weighs less for each clause boundary (comma, "và") between it and the claim."""
OTHER_SIDE = 0.7
"""What a word is worth that stands before the claim in one text and after it in the other."""
NUMBER_WEIGHT = 5.0
"""Weight of a figure beside a claim; other words weigh their rarity, about 0 to 5."""
NAME_WEIGHT = 2.5
"""Least weight of a capitalised syllable: "Lai Châu" is in every sentence, yet it tells one figure from another."""

LONGEST_RANGE = 8
"""Words that may stand between "từ" and "lên"."""
_UP_TO = frozenset({"lên", "xuống", "đến", "tới", "sang", "còn"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words around a claim: weights by side (-1 before, 1 after), and those of its clause from it outwards."""

    weights: Mapping[tuple[int, str], float]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def surroundings(
    tokens: Sequence[Token],
    first: int,
    last: int,
    lexicon: Lexicon,
    number_weight: float = NUMBER_WEIGHT,
    *,
    either_side: bool = False,
) -> Surroundings:
    """Return the telling words around the claim that is ``tokens[first:last + 1]``.

    ``either_side``: words of its own clause say the same before and after it ("Lai Châu 08 đơn vị", "08 đơn vị của Lai
    Châu"); so for figures, not for places, where who gives and who gets is told by the side.
    """
    leading = _leading(tokens, first, in_list=not either_side)
    following = [(i, tokens[i].fences - tokens[last].fences) for i in range(last + 1, len(tokens))]
    weights: dict[tuple[int, str], float] = {}
    rows: list[tuple[str, ...]] = []
    for side, indices in ((-1, leading), (1, following)):
        telling = [(tokens[i], crossed) for i, crossed in indices if tokens[i].key not in FUNCTION_WORDS][:REACH]
        for distance, (token, crossed) in enumerate(telling):
            loose = either_side and not crossed
            fade = CLAUSE_FADE if loose else FADE
            weight = _weight(token, lexicon, number_weight) * fade**distance * FENCE**crossed
            for at in (-1, 1) if loose else (side,):
                weights[at, token.key] = max(weights.get((at, token.key), 0.0), weight)
        rows.append(tuple(token.key for token, crossed in telling if not crossed))
    return Surroundings(weights, *rows)


def _leading(tokens: Sequence[Token], first: int, *, in_list: bool) -> list[tuple[int, int]]:
    """Return the tokens that lead to a claim, nearest first, each with the clause boundaries between.

    What leads to a list in brackets leads to each of its places (``in_list``). In "khai thác từ 27 chuyến năm 2021 lên
    32 chuyến" what leads to 27 leads to 32 as well, and 2021 is not about 32.
    """
    start, fences = first, tokens[first].fences
    if first and tokens[first - 1].key in _UP_TO:
        for i in range(first - 2, max(first - 2 - LONGEST_RANGE, 0), -1):
            if tokens[i].key == "từ":
                start, fences = i, tokens[i].fences
    opening = tokens[start].bracket if in_list else -1
    if opening < 0:
        return [(i, fences - tokens[i].fences) for i in range(start - 1, -1, -1)]
    own = [(i, 0) for i in range(start - 1, opening - 1, -1) if tokens[i].fences == fences]
    return own + [(i, 1 + tokens[opening - 1].fences - tokens[i].fences) for i in range(opening - 1, -1, -1)]


def _weight(token: Token, lexicon: Lexicon, number_weight: float) -> float:
    if token.number:
        return number_weight
    return max(lexicon.idf(token.key), NAME_WEIGHT if token.capital else 0.3)


def likeness(left: Surroundings, right: Surroundings, unbroken: float = 0.0) -> float:
    """Return how much two surroundings share: the sum over shared words of the smaller weight, at least 0.

    Each word that follows the claim, or leads to it, without a gap in both texts adds ``unbroken``.
    """
    total = 0.0
    for (side, word), weight in left.weights.items():
        same = min(weight, right.weights.get((side, word), 0.0))
        other = OTHER_SIDE * min(weight, right.weights.get((-side, word), 0.0))
        total += max(same, other)
    return total + unbroken * (_unbroken(left.before, right.before) + _unbroken(left.after, right.after))


def _unbroken(left: Sequence[str], right: Sequence[str]) -> int:
    """Return how many words two sequences begin with in common."""
    same = (one == other for one, other in zip(left, right, strict=False))
    return sum(1 for _ in takewhile(bool, same))
