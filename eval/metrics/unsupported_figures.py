"""Does an answer say figures that it does not cite? For every question. Knows nothing of gold evidence."""

import re

from app.check.arithmetic import equations
from app.models import Answer
from eval.wording import figures, without_marks

_LIST_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s", re.MULTILINE)


def unsupported_figures(answer: Answer | None) -> tuple[str, ...]:
    """Return the figures in the answer's text that stand in none of its quotes, in order, each once.

    ``[n]`` marks, the labels of its citations ("Mục I.3, chú thích 4") and the numbers of a numbered list are no
    figures of the answer. The result of a shown computation ("32 − 27 = 5") is supported when all its operands are
    quoted and it is right, as exact as it is written after "≈"; so is the 100 of a percentage. Nothing is asserted by
    a refusal, so it has none.
    """
    if answer is None or not answer.answerable:
        return ()
    text = _LIST_NUMBER.sub(" ", without_marks(answer.text))
    for citation in answer.citations:
        text = text.replace(citation.label, " ")
    quoted = {figure for citation in answer.citations for figure in figures(citation.quote)}
    supported = quoted | _computed(text, quoted)
    return tuple(dict.fromkeys(figure for figure in figures(text) if figure not in supported))


def _computed(text: str, quoted: set[str]) -> set[str]:
    """Return the results of the computations in a text that follow from quoted figures and are right."""
    right: set[str] = set()
    for equation in equations(text):
        terms = {figure for number in equation.numbers for figure in figures(number)}
        if terms <= quoted and equation.is_right():
            right |= {*figures(equation.result), *(("100",) if equation.in_percent else ())}
    return right


def figures_supported(answer: Answer | None) -> float:
    """Return 1 when every figure of the answer stands in a cited quote, else 0; 0 where the assistant failed."""
    return float(answer is not None and not unsupported_figures(answer))
