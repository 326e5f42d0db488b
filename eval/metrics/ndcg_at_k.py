"""How high all of the evidence stands in the search, not only the first piece. Knows nothing of answers."""

from collections.abc import Sequence
from math import log2


def ndcg_at_k(found: Sequence[frozenset[int]], k: int, total: int) -> float:
    """Return the discounted gain of the first ``k`` hits over that of the best order, 0 to 1.

    Every piece of evidence is worth 1 (binary gains) and is gained once, at the first hit that finds it, divided by
    log2(rank + 1); a later hit on the same piece gains nothing. The best order has one piece at each of the first
    ranks. One hit that finds two pieces gains both, which can be more than that: the quotient is cut at 1. Where no hit
    finds more than one piece and no piece is found twice, it is nDCG@k as in ir-measures (Järvelin, Kekäläinen 2002).
    Raises ``ValueError`` where there is no evidence.
    """
    if total < 1:
        raise ValueError("nDCG is undefined for a question without evidence")
    gained, seen = 0.0, frozenset[int]()
    for rank, evidence in enumerate(found[:k], start=1):
        gained += len(evidence - seen) / log2(rank + 1)
        seen |= evidence
    best = sum(1 / log2(rank + 1) for rank in range(1, min(total, k) + 1))
    return min(gained / best, 1.0)
