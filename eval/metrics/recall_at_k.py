"""How much of the evidence the search brings up by a cut-off. Knows nothing of answers."""

from collections.abc import Sequence


def recall_at_k(found: Sequence[frozenset[int]], k: int, total: int) -> float:
    """Return the share, 0 to 1, of the question's ``total`` pieces of evidence that the first ``k`` hits find.

    A piece found twice counts once. As R@k in ir-measures. Raises ``ValueError`` where there is no evidence: recall
    is then undefined, and such a question is judged by ``refusal`` instead.
    """
    if total < 1:
        raise ValueError("recall is undefined for a question without evidence")
    return len(frozenset[int]().union(*found[:k])) / total
