"""Vietnamese syllables for matching: tokens, tone placement, folding of diacritics. Never used on a quotation."""

import re
import unicodedata
from itertools import pairwise

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+", re.UNICODE)
"""A number as Vietnamese writes it ("75.780", "78,7"), or a run of letters."""

_D_FORMS = str.maketrans({"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"})
# Where the tone of an open syllable stands on "oa", "oe", "uy": hòa and hoà are one word (two spelling habits).
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_OLD_PLACEMENT = re.compile(rf"([ou])([{_TONES}])([aey])(?![^\W\d_])", re.IGNORECASE)


def normalise(text: str) -> str:
    """Return one form for matching: NFC, lower case, one đ, the tone on the last vowel of oa, oe, uy.

    Not reversible and not for display. "qu" is an onset, so the tone of "quý" already stands on its y.
    """
    decomposed = unicodedata.normalize("NFD", text.translate(_D_FORMS).lower())
    moved = _OLD_PLACEMENT.sub(lambda m: m[1] + m[3] + m[2] if _is_diphthong(m[1], m[3]) else m[0], decomposed)
    return unicodedata.normalize("NFC", moved)


def _is_diphthong(first: str, second: str) -> bool:
    return (first + second).lower() in ("oa", "oe", "uy")


def fold(text: str) -> str:
    """Return lower case without any diacritics, đ as d: "Diện tích" becomes "dien tich"."""
    decomposed = unicodedata.normalize("NFD", text.translate(_D_FORMS).lower().replace("đ", "d"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def syllables(text: str) -> list[str]:
    """Return the normalised syllables and numbers of a text in order."""
    return TOKEN.findall(normalise(text))


def has_diacritics(text: str) -> bool:
    """Tell whether a text carries any Vietnamese diacritic or đ; without one its syllables are ambiguous."""
    return fold(text) != unicodedata.normalize("NFC", text).lower()


def terms(tokens: list[str]) -> list[str]:
    """Return syllables and adjacent syllable pairs: Vietnamese words are mostly pairs written apart."""
    return tokens + [f"{left}_{right}" for left, right in pairwise(tokens)]
