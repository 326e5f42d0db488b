"""Does an answer say figures that it does not cite? For every question. Knows nothing of gold evidence."""

import re

from app.models import Answer
from eval.wording import figures, without_marks

_LIST_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s", re.MULTILINE)


def unsupported_figures(answer: Answer | None) -> tuple[str, ...]:
    """Return the figures in the answer's text that stand in none of its quotes, in order, each once.

    ``[n]`` marks, the labels of its citations ("Mục I.3, chú thích 4") and the numbers of a numbered list are no
    figures of the answer. A computed result counts as unsupported, however right: no quote says it. Nothing is asserted
    by a refusal, so it has none.
    """
    if answer is None or not answer.answerable:
        return ()
    text = _LIST_NUMBER.sub(" ", without_marks(answer.text))
    for citation in answer.citations:
        text = text.replace(citation.label, " ")
    quoted = {figure for citation in answer.citations for figure in figures(citation.quote)}
    return tuple(dict.fromkeys(figure for figure in figures(text) if figure not in quoted))


def figures_supported(answer: Answer | None) -> float:
    """Return 1 when every figure of the answer stands in a cited quote, else 0; 0 where the assistant failed."""
    return float(answer is not None and not unsupported_figures(answer))
