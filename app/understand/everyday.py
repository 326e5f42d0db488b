"""How often syllables are met in what people ask, in the words of the dictionary and in names. Knows no report."""

from functools import cache
from itertools import pairwise

from app.understand.asked import START, asked_phrases
from app.understand.counts import Counts
from app.understand.dictionary import dictionary_words
from app.understand.frequency import COMMON_PAIRS, COMMON_STARTS
from app.understand.gazetteer import large_units

IN_QUESTION, IN_WORD, IN_RARE_WORD = 3.0, 1.0, 0.05
"""Occurrences that a pair is worth: of what is often asked, of a word of the dictionary, of a rare one or a name."""
AS_START = 100.0
"""Occurrences that a usual beginning of a request is worth beside the 13,000 beginnings of what is asked."""
RARE = 0.2
"""Occurrences of a syllable for every word of the dictionary that has it."""


@cache
def everyday() -> Counts:
    """Return the counts, made once; nothing may change them after."""
    counts = Counts()
    counts.strengthen(COMMON_PAIRS, IN_QUESTION)
    counts.strengthen(((START, word) for word in COMMON_STARTS), AS_START)
    for asked in asked_phrases():
        counts.read(asked, 1.0, 1.0)
    del counts.single[START]  # nothing comes before it
    # Words of syllables that are asked anyway count more: the dictionary has "hành não" beside "hành nào".
    met = frozenset(counts.single)
    for word in dictionary_words():
        counts.read(word, RARE, IN_WORD if met.issuperset(word) else IN_RARE_WORD)
    for unit in large_units():
        counts.add(unit, RARE)
        counts.strengthen(pairwise(unit), IN_RARE_WORD)
    return counts
