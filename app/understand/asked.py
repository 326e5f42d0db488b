"""What people ask about reports of any kind. Knows nothing of any report.

Some 19,000 questions and sentences, written for this. They teach how questions sound, which syllables stand beside each
other in them, and nothing else.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from index.syllables import syllables

START, END, NAME, FIGURE = "^", "$", "@", "0"
"""Stand for the beginning and the end of what is asked, for any name of two capitals or more and for any number."""
NUMERAL = re.compile("[IVX]+")
"""A Roman numeral: "mục II", "quý I"."""
_STOP = re.compile(r"[?!.]+(?:\s+|$)")
_MARK = re.compile(r"[,;:…()“”\"/]\s*|\s[–-]\s")


@cache
def asked_sentences() -> tuple[tuple[str, ...], ...]:
    """Return the lines as normalised syllables, without marks; each is a sentence or two."""
    return tuple(tuple(syllables(line)) for line in _lines())


@cache
def asked_phrases() -> tuple[tuple[str, ...], ...]:
    """Return the questions as normalised syllables, cut where a mark stands, with where each begins and ends.

    Every number in them is ``FIGURE``, every name of two capitals ``NAME``.
    """
    return tuple(phrase for line in _lines() for phrase in _phrases(line))


def _lines() -> Sequence[str]:
    return (files("app.understand") / "asked.txt").read_text(encoding="utf-8").splitlines()


def _phrases(line: str) -> Iterator[tuple[str, ...]]:
    for sentence in filter(str.strip, _STOP.split(line)):
        parts = [part.split() for part in _MARK.split(sentence)]
        parts[0].insert(0, START)
        parts[-1].append(END)
        for part in parts:
            yield tuple(_canonical(_with_names(part)))


def _canonical(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if word in (START, END, NAME):
            yield word
        elif NUMERAL.fullmatch(word):
            yield FIGURE
        else:
            yield from (FIGURE if syllable[0].isdigit() else syllable for syllable in syllables(word))


def _with_names(words: Sequence[str]) -> Iterator[str]:
    """Yield words, ``NAME`` for each name of two capitals: names are the gazetteer's, and these are but examples."""
    opening = 1 if words[:1] == [START] else -1  # its capital says nothing
    capital = [i != opening and word[0].isupper() and not NUMERAL.fullmatch(word) for i, word in enumerate(words)]
    before, after = [False, *capital], [*capital[1:], False]
    for i, word in enumerate(words):
        if not (capital[i] and (before[i] or after[i])):
            yield word
        elif not before[i]:
            yield NAME
