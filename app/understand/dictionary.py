"""General Vietnamese words, from the word list that the ``pyvi`` package ships. Knows nothing of any report."""

from functools import cache
from importlib.resources import files

from index.syllables import syllables


@cache
def dictionary_words() -> tuple[tuple[str, ...], ...]:
    """Return some 30,000 words, each as its normalised syllables."""
    listed = (files("pyvi") / "models" / "words.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(syllables(word)) for word in listed if word.strip())
