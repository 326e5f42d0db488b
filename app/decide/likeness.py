"""How much two passages speak of the same thing: the rare pairs of syllables they share. Knows texts, no questions."""

from collections.abc import Callable
from itertools import pairwise

from corpus.models import Passage
from index.syllables import syllables


def likeness(one: Passage, other: Passage, idf: Callable[[str], float]) -> float:
    """Return the rarity of the adjacent syllables that two passages share, each pair once; ``idf`` is of ``a_b``."""
    left, right = (set(pairwise(syllables(passage.text))) for passage in (one, other))
    return sum(idf(f"{first}_{second}") for first, second in left & right)
