"""What people ask about reports of any kind: some 6,000 questions, written for this. Knows nothing of any report.

They teach how questions sound, which syllables stand beside each other in them, and nothing else.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

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
        parts = [syllables(part) for part in _MARK.split(sentence)]
        parts[0].insert(0, START)
        parts[-1].append(END)
        yield from map(tuple, parts)
