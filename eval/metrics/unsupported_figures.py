"""Does an answer say figures that it does not cite? For every question. Knows nothing of gold evidence."""

import re
from decimal import Decimal

from app.models import Answer
from eval.wording import figures, without_marks

_NUMBER = r"\d+(?:[.,]\d+)*"
_COMPUTATION = re.compile(
    rf"(?P<terms>{_NUMBER}\s(?P<sign>[−+:])\s{_NUMBER}(?:\s\+\s{_NUMBER})*)\s=\s(?P<result>{_NUMBER})"
)
_LIST_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s", re.MULTILINE)


def unsupported_figures(answer: Answer | None) -> tuple[str, ...]:
    """Return the figures in the answer's text that stand in none of its quotes, in order, each once.

    ``[n]`` marks, the labels of its citations ("Mục I.3, chú thích 4") and the numbers of a numbered list are no
    figures of the answer. The result of a shown computation ("32 − 27 = 5") is supported when both operands are quoted
    and the sum is right. Nothing is asserted by a refusal, so it has none.
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
    right = set()
    for match in _COMPUTATION.finditer(text):
        written = [figures(part)[0] for part in re.split(r"\s[−+:]\s", match["terms"])]
        values = [Decimal(term.replace(",", ".")) for term in written]
        (result,) = figures(match["result"])
        sign = match["sign"]
        expected = (
            sum(values) if sign == "+" else values[0] - values[1] if sign == "−" else round(values[0] / values[1], 2)
        )
        if all(term in quoted for term in written) and Decimal(result.replace(",", ".")) == expected:
            right.add(result)
    return right


def figures_supported(answer: Answer | None) -> float:
    """Return 1 when every figure of the answer stands in a cited quote, else 0; 0 where the assistant failed."""
    return float(answer is not None and not unsupported_figures(answer))
