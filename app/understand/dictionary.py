"""General Vietnamese words, from the word list that the ``pyvi`` package ships. Knows nothing of any report."""

from functools import cache
from importlib.resources import files
from itertools import pairwise

from index.syllables import syllables


@cache
def dictionary_words() -> tuple[tuple[str, ...], ...]:
    """Return some 30,000 words, each as its normalised syllables."""
    listed = (files("pyvi") / "models" / "words.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(syllables(word)) for word in listed if word.strip())


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    return frozenset(pair for word in dictionary_words() for pair in pairwise(word))


def is_common_word(left: str, right: str) -> bool:
    """Tell whether two syllables stand side by side in a word."""
    return (left, right) in _pairs()
