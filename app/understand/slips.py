"""How a Vietnamese syllable comes to be mistyped, and how unlikely each way is. Knows no vocabulary and no neighbours.

Costs are negative log-likelihoods, chosen by hand: a slip of one finger is likelier than two, a confusion of tones that
sound alike (hỏi and ngã) likelier than of others.
"""

import unicodedata
from functools import cache, lru_cache

from index.syllables import fold

SWAPPED, DOUBLED, LEFT_OUT, BESIDE, EXTRA, OTHER = 4.0, 3.5, 5.0, 5.0, 6.0, 7.5
CONFUSED = 4.5
"""Spelled as it sounds in some region: l and n, s and x, ch and tr, d, gi and r, i and y, final n and ng, c and t."""
TONELESS, SIMILAR_TONE, OTHER_TONE, OTHER_VOWEL = 3.5, 3.5, 5.5, 4.5
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LETTERS = "abcdeghiklmnopqrstuvxy"
_ONSETS = (("l", "n"), ("s", "x"), ("ch", "tr"), ("d", "gi"), ("d", "r"), ("gi", "r"), ("d", "v"))
_ENDINGS = (("n", "ng"), ("c", "t"), ("i", "y"))
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_ALIKE = frozenset("\u0303\u0309")
SYLLABLES = 16_384
"""More than Vietnamese has, so that the marks of each are read once."""


@cache
def _beside(letter: str) -> frozenset[str]:
    for row in _ROWS:
        at = row.find(letter)
        if at >= 0:
            return frozenset(row[max(0, at - 1) : at] + row[at + 1 : at + 2])
    return frozenset()


def meant_letters(typed: str, *, near_only: bool = False) -> dict[str, float]:
    """Return the plain letters that may have been meant by plain letters, with the cost of the slip.

    ``near_only`` leaves out the unlikeliest slips, a key far from the one that was meant and a key too many.
    """
    found: dict[str, float] = {}

    def offer(letters: str, cost: float) -> None:
        if letters != typed and cost < found.get(letters, 99.0):
            found[letters] = cost

    for i, letter in enumerate(typed):
        doubled = typed[i - 1 : i] == letter
        if doubled or not near_only:
            offer(typed[:i] + typed[i + 1 :], DOUBLED if doubled else EXTRA)
        if i + 1 < len(typed):
            offer(typed[:i] + typed[i + 1] + letter + typed[i + 2 :], SWAPPED)
        near = _beside(letter)
        for other in near if near_only else _LETTERS:
            offer(typed[:i] + other + typed[i + 1 :], BESIDE if other in near else OTHER)
    for i in range(len(typed) + 1):
        for other in _LETTERS:
            offer(typed[:i] + other + typed[i:], LEFT_OUT)
    for letters in _sounding_alike(typed):
        offer(letters, CONFUSED)
    return found


def _sounding_alike(typed: str) -> list[str]:
    onsets = [(a, b) for pair in _ONSETS for a, b in (pair, pair[::-1]) if typed.startswith(a)]
    endings = [(a, b) for pair in _ENDINGS for a, b in (pair, pair[::-1]) if typed.endswith(a)]
    return [b + typed[len(a) :] for a, b in onsets] + [typed[: -len(a)] + b for a, b in endings]


@lru_cache(maxsize=SYLLABLES)  # whatever people type ends up here
def _marks(syllable: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the tones of a syllable, and its letters with their other marks in the order of the alphabet."""
    decomposed = unicodedata.normalize("NFD", syllable)
    tones = frozenset(char for char in decomposed if char in _TONES)
    letters = unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in _TONES))
    return tones, tuple(sorted(char for char in letters if char != fold(char)))


def diacritics_cost(typed: str, meant: str) -> float:
    """Return what it costs that the diacritics of one syllable were typed for those of another."""
    (tones, letters), (meant_tones, meant_marked) = _marks(typed), _marks(meant)
    if not tones and not letters:
        return TONELESS if meant_tones or meant_marked else 0.0
    if tones == meant_tones:
        tone = 0.0
    elif not tones:
        tone = TONELESS
    else:
        tone = SIMILAR_TONE if tones | meant_tones <= _ALIKE else OTHER_TONE
    return tone + (0.0 if letters == meant_marked else OTHER_VOWEL)
