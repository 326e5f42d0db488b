"""Is an answer short enough to read? For every question. Knows nothing of whether it is right."""

from app.models import Answer
from eval.models import GoldQuestion
from eval.wording import without_marks

LONGEST = 450
"""Characters that any answer may have: about three sentences of an administrative report."""
TIMES_REFERENCE = 4
"""How many times the length of the reference answer is allowed where that is more."""


def length(question: GoldQuestion, answer: Answer | None) -> float:
    """Return 1 when the text has at most max(450, 4 × reference) characters without its marks, else 0.

    It keeps an answer that quotes half the report, and so is always correct, from looking good. 0 where the assistant
    failed.
    """
    if answer is None:
        return 0.0
    characters = len(" ".join(without_marks(answer.text).split()))
    return float(characters <= max(LONGEST, TIMES_REFERENCE * len(question.reference)))
