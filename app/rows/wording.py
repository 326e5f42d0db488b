"""Finds the words of a table in a question: names, headers, captions, and the letters that abbreviate them.

Knows syllables, no table. "TVĐT" stands for any four words in a row that begin with its letters.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.syllables import TOKEN, normalise, syllables

Place = tuple[int, int]
"""Tokens ``[start, end)`` of a question."""
_I_OR_Y = re.compile(r"^(?P<onset>[hklmst])(?P<vowel>[yýỳỷỹỵ])$")
_TO_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
_BRACKETS = re.compile(r"\([^()]*\)")
_INSIDE = re.compile(r"[^\s.?!“\"(][\s“\"(]*$")
SHORTEST, LONGEST = 2, 8
"""Letters of an abbreviation."""


def key(text: str) -> str:
    """Return the words of a text as they are compared: "Mỹ" is "Mĩ", "08" is "8"."""
    return " ".join(_key(token) for token in syllables(text))


def _key(token: str) -> str:
    if token.isdigit():
        return token.lstrip("0") or "0"
    short = _I_OR_Y.match(token)
    return short["onset"] + short["vowel"].translate(_TO_I) if short else token


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a table: as it is compared, and whether it is written as an abbreviation."""

    key: str
    letters: bool


@lru_cache(maxsize=50_000)
def terms(text: str) -> tuple[Term, ...]:
    """Return the words of a text of a table in order."""
    found = []
    for token in TOKEN.findall(text):
        letters = SHORTEST <= len(token) <= LONGEST and token.isupper() and token.isalpha()
        found.append(Term(_key(normalise(token)), letters))
    return tuple(found)


class Wording:
    """A question as its words are looked for. ``names`` are the words with a capital that no sentence begins with."""

    def __init__(self, text: str) -> None:
        typed = list(TOKEN.finditer(text))
        self.capitals = frozenset(place for place, token in enumerate(typed) if token[0][0].isupper())
        opening = {place for place, token in enumerate(typed) if not _INSIDE.search(text[: token.start()])}
        self.names = self.capitals - opening
        self.tokens = tuple(_key(token) for token in syllables(text))
        self._initials = "".join(token[0] for token in self.tokens)
        self._at: dict[str, list[int]] = {}
        for place, token in enumerate(self.tokens):
            self._at.setdefault(token, []).append(place)
        self._starts: dict[int, int] = {}
        self._ends: dict[int, int] = {}
        length = 0
        for place, token in enumerate(self.tokens):
            self._starts[length] = place
            length += len(token)
            self._ends[length] = place + 1
        self._squeezed = "".join(self.tokens)

    def places(self, phrase: str) -> list[Place]:
        """Return where a phrase stands, word for word; spaces and hyphens do not count, letters stand for words."""
        words = terms(phrase)
        if not words:
            return []
        squeezed = "".join(word.key for word in words)
        found = []
        at = self._squeezed.find(squeezed)
        while at >= 0:
            if at in self._starts and at + len(squeezed) in self._ends:
                found.append((self._starts[at], self._ends[at + len(squeezed)]))
            at = self._squeezed.find(squeezed, at + 1)
        if any(word.letters for word in words):
            spelled = ((start, self._spelled(words, start)) for start in range(len(self.tokens)))
            found += [(start, end) for start, end in spelled if end and (start, end) not in found]
        return found

    def name_places(self, name: str) -> list[Place]:
        """Return where a proper name stands: with a capital, unless the question has none but its first letter."""
        typed_small = not self.names
        return [place for place in self.places(name) if typed_small or place[0] in self.capitals]

    def _spelled(self, words: Sequence[Term], start: int) -> int:
        """Return where words that stand from a token on end, their abbreviations written out; 0 where they do not."""
        place = start
        for word in words:
            if place < len(self.tokens) and self.tokens[place] == word.key:
                place += 1
            elif word.letters and self._initials.startswith(word.key, place):
                place += len(word.key)
            else:
                return 0
        return place

    def of_word(self, word: Term) -> set[int]:
        """Return the tokens that a single word of a table stands for, wherever they stand."""
        found = set(self._at.get(word.key, ()))
        if word.letters:
            at = self._initials.find(word.key)
            while at >= 0:
                found |= set(range(at, at + len(word.key)))
                at = self._initials.find(word.key, at + 1)
        return found

    def of_words(self, texts: Iterable[str]) -> set[int]:
        """Return the tokens that the words of some texts stand for."""
        return {place for text in texts for word in terms(text) for place in self.of_word(word)}


def without_brackets(text: str) -> str:
    """Return a text without what stands in brackets."""
    return " ".join(_BRACKETS.sub(" ", text).split())
