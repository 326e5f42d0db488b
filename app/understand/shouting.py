"""Reads a question typed all in capitals: which letters would be small. Knows the names of the reports, no meaning."""

import re
from collections.abc import Callable, Iterable

from app.understand.places import TOLD_APART
from index.syllables import fold, has_diacritics

LONGEST_ABBREVIATION = 6
FEWEST = 12
"""Letters of a text below which capitals may be an abbreviation."""
_WORD = re.compile(r"[^\W\d_]+")
_UNITS = frozenset("kg km ha mm cm".split())
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)


def is_shouted(text: str) -> bool:
    """Tell whether a text of some length, or of words with diacritics, has no small letter."""
    capitals = text.upper() == text and text.lower() != text
    return capitals and (len(text) > FEWEST or (" " in text.strip() and has_diacritics(text)))


def softened(text: str, abbreviates: Callable[[str], bool]) -> str:
    """Return a shouted text in small letters; abbreviations, and words without a vowel, keep their capitals."""
    return _WORD.sub(lambda match: _softened(match.group(), abbreviates), text)


def with_names(text: str, names: Iterable[str]) -> str:
    """Return a text typed small with the capitals of the names in it: those given, and the provinces."""
    spelled = {name.lower(): name for name in (*TOLD_APART, *names)}
    known = "|".join(map(re.escape, sorted(spelled, key=len, reverse=True)))
    return re.sub(rf"(?<!\w)(?:{known})(?!\w)", lambda match: spelled[match.group().lower()], text, flags=re.IGNORECASE)


def _softened(word: str, abbreviates: Callable[[str], bool]) -> str:
    letters = word.lower()
    short = 1 < len(word) <= LONGEST_ABBREVIATION
    return (
        word
        if short and letters not in _UNITS and (abbreviates(letters) or not _VOWEL.search(fold(letters)))
        else letters
    )
