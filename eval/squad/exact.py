"""Compares an answer with gold answers as reading comprehension is scored: exact match and F1. Knows no product.

The comparison is SQuAD's (Rajpurkar et al. 2016, ``evaluate-v1.1.py``) with the Vietnamese rules of MLQA (Lewis et al.
2020, ``mlqa_evaluation_v1.py``): lower case, without punctuation, without "của", "là", "cái", "chiếc", "những", white
space made one. Both scores are in [0, 1], 1 is best, and the best of the gold answers counts.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

_ARTICLES = re.compile(r"\b(?:của|là|cái|chiếc|những)\b")
_ASCII_MARKS = frozenset("$+<=>^`|~")
"""What Python's ``string.punctuation`` has beyond Unicode's punctuation; MLQA drops both."""


def plain(text: str) -> str:
    """Return the form of a text that is compared."""
    composed = unicodedata.normalize("NFC", text).lower()
    kept = "".join(c for c in composed if not unicodedata.category(c).startswith("P") and c not in _ASCII_MARKS)
    return " ".join(_ARTICLES.sub(" ", kept).split())


def exact_match(said: str, answers: Sequence[str]) -> float:
    """Return 1 where the text is one of the gold answers. Raises ``ValueError`` without gold answers."""
    return max(float(plain(said) == plain(answer)) for answer in answers)


def f1(said: str, answers: Sequence[str]) -> float:
    """Return the harmonic mean of precision and recall of words, counted. Raises ``ValueError`` without gold."""
    return max(_f1(plain(said).split(), plain(answer).split()) for answer in answers)


def _f1(said: list[str], answer: list[str]) -> float:
    shared = sum((Counter(said) & Counter(answer)).values())
    if not said or not answer:
        return float(said == answer)
    return 2 * shared / (len(said) + len(answer))
