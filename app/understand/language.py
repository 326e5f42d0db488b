"""Tells English questions from Vietnamese ones, typed with diacritics or without. Knows no vocabulary of a report."""

import re

from app.understand.phonology import is_folded_syllable
from index.syllables import has_diacritics

_WORD = re.compile(r"[^\W\d_]+")
# None of these can be a Vietnamese syllable ("the", "to", "in", "do" can).
_ENGLISH = frozenset(
    "of and what which who whom whose when where why how many much is are was were did does for from by with has have "
    "had between about please list name tell report that this those these there".split()
)
FOREIGN_SHARE = 0.4
"""Smallest share of words that cannot be Vietnamese syllables; typing errors and Telex keys stay below it or name no
English word."""


def is_english(text: str) -> bool:
    """Tell whether a question is typed in English; names ("Phong Thổ", "Lai Chau's") say nothing about it."""
    if text.upper() == text:
        text = text.lower()
    words = [word for i, word in enumerate(_WORD.findall(text)) if i == 0 or not word[0].isupper()]
    if any(has_diacritics(word) for word in words):
        return False
    foreign = [word for word in map(str.lower, words) if len(word) > 1 and not is_folded_syllable(word)]
    return any(word in _ENGLISH for word in foreign) and len(foreign) >= FOREIGN_SHARE * len(words)
