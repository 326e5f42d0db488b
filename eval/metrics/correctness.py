"""Does an answer say what it must? For questions that the report answers. Knows nothing of citations."""

from app.models import Answer
from eval.models import GoldQuestion
from eval.wording import contains, without_marks


def missing_items(question: GoldQuestion, answer: Answer | None) -> tuple[str, ...]:
    """Return the decisive facts that the answer lacks; all of them where there is no answer or it refuses."""
    if answer is None or not answer.answerable:
        return question.must_include
    text = without_marks(answer.text)
    return tuple(item for item in question.must_include if not contains(text, item))


def says_forbidden(question: GoldQuestion, answer: Answer) -> bool:
    """Tell whether the answer holds one of the strings that show it to be wrong."""
    text = without_marks(answer.text)
    return any(contains(text, item) for item in question.must_not_include)


def correctness(question: GoldQuestion, answer: Answer | None) -> float:
    """Return 1 when the answer is given, holds every item of ``must_include`` and none of ``must_not_include``, else 0.

    Items are compared as ``eval.wording.contains`` says. There is no part credit: three of four members of a list is
    wrong. Length is judged apart (``length``), so a correct answer may still be far too long.
    """
    if answer is None or not answer.answerable or missing_items(question, answer):
        return 0.0
    return float(not says_forbidden(question, answer))
