"""How high the first right hit stands. Knows nothing of answers."""

from collections.abc import Sequence


def reciprocal_rank(found: Sequence[frozenset[int]]) -> float:
    """Return 1/r, r from 1 being the rank of the first hit that finds any evidence; 0 when none does.

    The mean over questions is MRR (Voorhees 1999, TREC-8 question answering track), here over the hits given, which are
    at most ten. As RR in ir-measures.
    """
    return next((1.0 / rank for rank, evidence in enumerate(found, start=1) if evidence), 0.0)
