"""Success of the search at a cut-off. Knows nothing of answers."""

from collections.abc import Sequence


def hit_at_k(found: Sequence[frozenset[int]], k: int) -> float:
    """Return 1 when one of the first ``k`` hits finds at least one evidence of the question, else 0.

    ``found`` is, per hit from the best, the evidence it finds (``eval.match.found_by_rank``). Averaged over questions
    it is success@k, also called hit rate; not recall. As Success@k in ir-measures (MacAvaney, Macdonald, Ounis 2022).
    """
    return float(any(found[:k]))
