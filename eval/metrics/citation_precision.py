"""Are the citations on the evidence? For questions that the report answers. Knows nothing of the answer's text."""

from collections.abc import Sequence

from app.models import Answer
from eval.match import cited, touches
from eval.models import Place


def citation_precision(answer: Answer | None, places: Sequence[Place]) -> float:
    """Return the share, 0 to 1, of the citations that touch some evidence; 0 without citations or without an answer.

    After ALCE (Gao, Yen, Yu, Chen 2023, "Enabling Large Language Models to Generate Text with Citations"), where a
    language-inference model decides whether a cited passage is needed for the statement it is put to. Here the verified
    evidence decides: no model, but a citation of another sentence that says the same counts as imprecise.
    """
    if answer is None or not answer.citations:
        return 0.0
    precise = sum(any(touches(cited(citation), place) for place in places) for citation in answer.citations)
    return precise / len(answer.citations)
