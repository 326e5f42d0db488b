"""Tells words that could be Vietnamese syllables from others by their letters. Knows no dictionary."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
_ONSET = r"(?:ngh?|[cgkpt]h|nh|tr|gi|qu|[bcdđghklmnprstvx])?"
_NUCLEI = (
    "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu oa oă oe oi oo ôi ơi ua uâ uê ui uô uơ uy ưa ưi ươ ưu "
    "iêu yê yêu oai oao oay oeo uây uôi uyê uya uyu ươi ươu"
)
_NUCLEUS = "|".join(sorted(_NUCLEI.split(), key=len, reverse=True))
_SYLLABLE = re.compile(rf"^{_ONSET}(?:{_NUCLEUS})(?P<coda>ch|ng|nh|[cmnpt])?$")
_KEPT = 20_000
"""Words whose verdict is remembered: Vietnamese has some seven thousand syllables."""
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONES_BEFORE_STOP = "\u0301\u0323"


@lru_cache(_KEPT)
def is_syllable(word: str) -> bool:
    """Tell whether a word is built like a Vietnamese syllable: onset, vowels, coda, and a tone that goes with it."""
    letters = unicodedata.normalize("NFD", word.lower())
    tones = [letter for letter in letters if letter in _TONES]
    bare = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES))
    match = _SYLLABLE.match(bare)
    if not match or len(tones) > 1:
        return False
    stop = match["coda"] in ("c", "ch", "p", "t")
    return not stop or (bool(tones) and tones[0] in _TONES_BEFORE_STOP)


def syllable_share(before: str, after: str) -> float:
    """Return the share of syllables (0 to 1) among the words of ``after`` that changed or have letters beyond ASCII.

    Words of capitals alone (abbreviations) are left out; 1 where there is no such word.
    """
    old = set(_WORD.findall(before))
    telling = [word for word in _WORD.findall(after) if not word.isupper() and (word not in old or not word.isascii())]
    return sum(map(is_syllable, telling)) / len(telling) if telling else 1.0
