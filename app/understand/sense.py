"""Which of the syllables that look alike without diacritics goes with the other words of a sentence, however far they
stand: "chở" beside "xe" and "khách", "chờ" beside "ý kiến". Knows no reports but those it reads and no whole words.

Accents are told by what stands around, as decision lists do it (Yarowsky 1994, "Decision lists for lexical ambiguity
resolution"), but every word around has its say, as in naive Bayes; a word that was met seldom says little.
"""

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from app.understand.asked import asked_sentences
from app.understand.phrases import Numbers
from app.understand.spoken import Spoken
from index.syllables import fold

Counted = npt.NDArray[np.float64]

WINDOW = 8
"""How many syllables before and after one are looked at."""
WEIGHT, CAUTION = 0.35, 20.0
"""What the words around are worth beside the neighbours, for they repeat each other; and the occurrences of a word
around that are added to those met, as if it stood beside every spelling alike."""
UNMET = 0.5
"""Occurrences of a spelling that is met nowhere."""
READ_AT_MOST = 200_000
"""Syllables of reports that are read: more would take longer and tell little more."""
_PLACES = 5
_FAR = 2
"""Two before, one before, further away, one after, two after; further away before and after are the same."""


class Around:
    """How often each spelling of a syllable was met with each other syllable around it. Nothing changes after."""

    def __init__(self, spellings: Sequence[str], ids: Numbers, rows: Numbers) -> None:
        """Count sentences: the number of the spelling of each syllable, and of the sentence in which it stands."""
        self._spellings = {spelling: number for number, spelling in enumerate(spellings)}
        plain = [fold(spelling) for spelling in spellings]
        self._plain = {word: number for number, word in enumerate(dict.fromkeys(plain))}
        numbers = np.array([self._plain[word] for word in plain], dtype=np.int64)
        self._met = np.bincount(ids, minlength=len(spellings))
        keys = np.concatenate([np.full(1, -2), *self._pairs(ids, numbers[ids], rows)])
        self._keys, self._counts = np.unique(keys, return_counts=True)

    def _pairs(self, spelled: Numbers, plain: Numbers, rows: Numbers) -> Iterator[Numbers]:
        for apart in range(1, WINDOW + 1):
            together = rows[apart:] == rows[:-apart]
            yield self._key(spelled[:-apart][together], plain[apart:][together], _place(apart))
            yield self._key(spelled[apart:][together], plain[:-apart][together], _place(-apart))

    def _key(self, spelled: Numbers, around: Numbers, place: int | Numbers) -> Numbers:
        return (spelled * len(self._plain) + around) * _PLACES + place

    def occurrences(self, spellings: Sequence[str]) -> Counted:
        """Return how often each spelling was met."""
        return np.array([self._met[number] if number >= 0 else 0 for number in self._numbers(spellings)], np.float64)

    def together(self, spellings: Sequence[str], around: Sequence[tuple[str, int]]) -> Counted:
        """Return how often each spelling was met with each of the plain syllables around it, by its place there."""
        numbers = np.array(self._numbers(spellings), np.int64)[:, None]
        words = np.array([self._plain.get(word, -1) for word, _ in around], np.int64)
        keys = self._key(numbers, words, np.array([place for _, place in around], np.int64))
        keys = np.where((numbers >= 0) & (words >= 0), keys, -1)
        found = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        return np.where(self._keys[found] == keys, self._counts[found], 0).astype(np.float64)

    def _numbers(self, spellings: Sequence[str]) -> list[int]:
        return [self._spellings.get(spelling, -1) for spelling in spellings]


@cache
def _asked() -> Around:
    number: dict[str, int] = {}
    sentences = asked_sentences()
    ids = np.array([number.setdefault(one, len(number)) for said in sentences for one in said], dtype=np.int64)
    return Around(tuple(number), ids, np.repeat(np.arange(len(sentences)), [len(said) for said in sentences]))


class Sense:
    """Weighs spellings by the words around, in what people ask and in reports. Built once; nothing changes after."""

    def __init__(self, spoken: Spoken) -> None:
        """Read the passages of reports, up to ``READ_AT_MOST`` syllables."""
        ids, rows = (column[:READ_AT_MOST].astype(np.int64) for column in (spoken.texts.ids, spoken.texts.row_of))
        self._sources = (_asked(), Around(spoken.syllables, ids, rows))

    def costs(self, spellings: Sequence[str], plain: Sequence[str], at: int) -> list[float]:
        """Return what each spelling of one plain syllable of a sentence costs, 0 for the one that fits best."""
        window = range(max(0, at - WINDOW), min(len(plain), at + WINDOW + 1))
        around = [(plain[i], _place(i - at)) for i in window if i != at]
        asked, told = self._sources
        met = asked.occurrences(spellings) + told.occurrences(spellings) + UNMET
        share = (met / met.sum())[:, None]
        together = asked.together(spellings, around) + told.together(spellings, around)
        says = np.log((together + CAUTION * share) / (together.sum(axis=0) + CAUTION) / share).sum(axis=1)
        return [float(cost) for cost in WEIGHT * (says.max() - says)]


def _place(apart: int) -> int:
    return _FAR + apart if abs(apart) < _FAR + 1 else _FAR
