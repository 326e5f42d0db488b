"""What a run of initials stands for in some texts: "ttkn" for "trung tâm khuyến nông". Knows words, no abbreviations.

Nothing is counted until a run is asked for: counting every run of every length takes minutes where there are a hundred
thousand passages, and a few hundred of them are ever asked for.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from index.syllables import normalise

LONGEST = 5
"""Words that a run of initials stands for, from two."""
KEPT = 10_000
"""Runs whose phrase is remembered: those of the texts are asked for again and again."""
_CLAUSE_ENDS = re.compile(r"[.,;:()\n“”\"]")
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_BREAK = "\n"
"""Stands between two clauses among the initials: no run goes over it."""


class _Spellings(dict[str, int]):
    """Numbers the words as they are met, each by its normalised form."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = [_BREAK]
        self._known: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        form = normalise(word)
        number = self._known.setdefault(form, len(self.words))
        if number == len(self.words):
            self.words.append(form)
        self[word] = number
        return number


@dataclass(frozen=True, slots=True)
class Clauses:
    """The words of some texts: ``numbers`` into ``words``, 0 between two clauses."""

    words: tuple[str, ...]
    numbers: tuple[int, ...]


def clauses_of(texts: Iterable[str]) -> Clauses:
    """Read the clauses of texts that have more than one word."""
    number = _Spellings()
    numbers = [0]
    for text in texts:
        for clause in _CLAUSE_ENDS.split(text):
            if len(words := _WORD.findall(clause)) > 1:
                numbers.extend(map(number.__getitem__, words))
                numbers.append(0)
    return Clauses(tuple(number.words), tuple(numbers))


class Initials:
    """The words of texts, clause by clause, and their first letters."""

    def __init__(self, read: Iterable[Clauses]) -> None:
        number: defaultdict[str, int] = defaultdict()
        number.default_factory = number.__len__
        number[_BREAK] = 0
        runs = []
        for clauses in read:
            there = np.fromiter(map(number.__getitem__, clauses.words), dtype=np.int32)
            runs.append(there[np.array(clauses.numbers, dtype=np.int32)])
        self._words = tuple(number)
        self._numbers = np.concatenate(runs) if runs else np.zeros(1, dtype=np.int32)
        letters = np.array([ord(word[0]) for word in self._words], dtype=np.uint32)
        self._letters = letters[self._numbers].astype("<u4").tobytes().decode("utf-32-le")
        self.phrase = lru_cache(maxsize=KEPT)(self._phrase)

    def _phrase(self, initials: str) -> str | None:
        """Return the phrase of the texts with these initials where there is a clear one, else None.

        Clear is the only one, or one that is said at least twice as often as the next.
        """
        if not 2 <= len(initials) <= LONGEST:
            return None
        phrases: Counter[tuple[int, ...]] = Counter()
        at = self._letters.find(initials)
        while at >= 0:
            phrases[tuple(self._numbers[at : at + len(initials)].tolist())] += 1
            at = self._letters.find(initials, at + 1)
        if not phrases:
            return None
        (likeliest, count), *others = phrases.most_common(2)
        clear = not others or count >= 2 * others[0][1]
        return " ".join(self._words[number] for number in likeliest) if clear else None
