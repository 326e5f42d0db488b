"""Do the citations hold all the evidence? For questions that the report answers. Knows nothing of the answer's text."""

from collections.abc import Sequence

from app.models import Answer
from eval.match import cited, finds
from eval.models import Place


def citation_recall(answer: Answer | None, places: Sequence[Place]) -> float:
    """Return the share, 0 to 1, of the question's evidence that some citation finds; 0 without an answer.

    In ALCE (Gao, Yen, Yu, Chen 2023) recall asks, statement by statement, whether the cited passages entail it. Here it
    asks, evidence by evidence, whether it is cited, since the evidence of a gold question is what its answer needs.
    Raises ``ValueError`` where there is no evidence.
    """
    if not places:
        raise ValueError("citation recall is undefined for a question without evidence")
    if answer is None:
        return 0.0
    spans = [cited(citation) for citation in answer.citations]
    return sum(any(finds(span, place) for span in spans) for place in places) / len(places)
