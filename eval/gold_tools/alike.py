"""How much two gold questions are alike. Knows nothing of files, and nothing of what to do about it.

The measure is Jaccard's (1901): the syllables that both have, divided by the syllables that either has, without
diacritics, case and punctuation, so that a question typed without diacritics is its own twin. Two follow-ups are as
alike as the less alike of their questions and of what the user asked before.

The thresholds were chosen on the pairs of the dev questions. Pairs with the same answer are repeats from .4 up
(.41–.57); .5 leaves those that share the subject only by chance. Whatever the answer, no pair reaches .7; the nearest
(.65, .69) differ in the year alone. From .7 up it takes a person to see whether two questions are two.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval.models import GoldQuestion
from eval.wording import normalise
from index.syllables import fold, syllables

ALIKE = 0.7
ALIKE_WITH_SAME_ANSWER = 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """Two questions that are alike, by their positions in the sequence; ``likeness`` in [0, 1]."""

    first: int
    second: int
    likeness: float


@dataclass(frozen=True, slots=True)
class _Terms:
    asked: frozenset[str]
    before: frozenset[str]


def _of(text: str) -> frozenset[str]:
    return frozenset(syllables(fold(text)))


def _terms(question: GoldQuestion) -> _Terms:
    before = " ".join(turn.content for turn in question.history if turn.role == "user")
    return _Terms(_of(question.question), _of(before))


def _jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / len(left | right) if left or right else 1.0


def _likeness(left: _Terms, right: _Terms) -> float:
    asked = _jaccard(left.asked, right.asked)
    return min(asked, _jaccard(left.before, right.before)) if left.before and right.before else asked


def likeness(left: GoldQuestion, right: GoldQuestion) -> float:
    """Return how much two questions are alike, in [0, 1]; 1 where they differ at most in diacritics, case, order."""
    return _likeness(_terms(left), _terms(right))


def _facts(question: GoldQuestion) -> frozenset[str]:
    return frozenset(normalise(item.split("|")[0]).lstrip("0") for item in question.must_include)


def same_answer(left: GoldQuestion, right: GoldQuestion) -> bool:
    """Tell whether the report answers both with the same facts from the same place."""
    shared = any(
        (one.section, one.footnote) == (other.section, other.footnote)
        and (one.quote in other.quote or other.quote in one.quote)
        for one in left.evidence
        for other in right.evidence
    )
    return shared and _facts(left) == _facts(right)


def alike_pairs(questions: Sequence[GoldQuestion]) -> Iterator[Pair]:
    """Yield all pairs of questions that are alike, earlier ones first."""
    terms = [_terms(question) for question in questions]
    for second, later in enumerate(questions):
        for first in range(second):
            found = _likeness(terms[first], terms[second])
            if found >= ALIKE or (found >= ALIKE_WITH_SAME_ANSWER and same_answer(questions[first], later)):
                yield Pair(first, second, found)
