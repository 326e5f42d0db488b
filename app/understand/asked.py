"""What people ask about reports of any kind. Knows nothing of any report.

Some 19,000 questions and sentences, written for this. They teach how questions sound, which syllables stand beside each
other in them, and nothing else.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from operator import and_

from index.syllables import syllables

START, END = "^", "$"
"""Stand for the beginning and the end of what is asked."""
_STOP = re.compile(r"[?!.]+(?:\s+|$)")
_MARK = re.compile(r"[,;:…()“”\"/]\s*|\s[–-]\s")


@cache
def asked_phrases() -> tuple[tuple[str, ...], ...]:
    """Return the questions as normalised syllables, cut where a mark stands, with where each begins and ends."""
    text = (files("app.understand") / "asked.txt").read_text(encoding="utf-8")
    return tuple(phrase for line in text.splitlines() for phrase in _phrases(line))


def _phrases(line: str) -> Iterator[tuple[str, ...]]:
    for sentence in filter(str.strip, _STOP.split(line)):
        parts = [part.split() for part in _MARK.split(sentence)]
        parts[0].insert(0, START)
        parts[-1].append(END)
        for part in parts:
            yield from (tuple(_canonical(words)) for words in _between_names(part))


def _canonical(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        yield from (word,) if word in (START, END) else syllables(word)


def _between_names(words: Sequence[str]) -> list[list[str]]:
    """Cut a sentence where a name of two capitals stands: names are the gazetteer's, and these are but examples."""
    opening = 1 if words[:1] == [START] else -1  # its capital says nothing
    capital = [i != opening and word[0].isupper() for i, word in enumerate(words)]
    cut: list[list[str]] = [[]]
    beside = [before or after for before, after in zip([False, *capital], [*capital[1:], False], strict=False)]
    for word, in_name in zip(words, map(and_, capital, beside), strict=True):
        if in_name:
            cut.append([])
        else:
            cut[-1].append(word)
    return [part for part in cut if part]
