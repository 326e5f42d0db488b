"""Decodes Telex keystrokes that the keyboard left in a text: "dieenj tichs". Knows nothing of vocabulary.

Telex: aa ee oo aw ow uw dd for â ê ô ă ơ ư đ; s f r x j for the five tones, anywhere after the vowel.
"""

import re
import unicodedata

from app.understand.phonology import is_syllable

_LETTERS = (("dd", "đ"), ("aa", "â"), ("ee", "ê"), ("oo", "ô"), ("uow", "ươ"), ("aw", "ă"), ("ow", "ơ"), ("uw", "ư"))
_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VOWELS = "aăâeêioôơuưy"


def _tone_position(letters: str) -> int | None:
    """Return the index of the vowel that carries the tone in the usual spelling."""
    vowels = [i for i, char in enumerate(letters) if char in _VOWELS]
    if letters.startswith(("qu", "gi")) and len(vowels) > 1:
        vowels = vowels[1:]
    if not vowels:
        return None
    marked = [i for i in vowels if letters[i] in "ăâêôơư"]
    if marked:
        return marked[-1]
    if len(vowels) == 1:
        return vowels[0]
    closed = letters[-1] not in _VOWELS
    return vowels[1] if closed or len(vowels) > 2 else vowels[0]


def decode_telex(token: str) -> str | None:
    """Return the syllable that the keystrokes spell, or None where they are no Telex or spell no syllable."""
    letters = token.lower()
    if not re.fullmatch(r"[a-z]{2,9}", letters):
        return None
    tone = ""
    for match in re.finditer(rf"(?<=[{_VOWELS}a-z])[sfrxj]", letters):
        if any(char in _VOWELS for char in letters[: match.start()]):
            tone = _TONES[match.group()]
            letters = letters[: match.start()] + letters[match.end() :]
            break
    for keys, letter in _LETTERS:
        letters = letters.replace(keys, letter)
    if not tone and letters == token.lower():
        return None
    position = _tone_position(letters)
    if position is None:
        return None
    syllable = unicodedata.normalize("NFC", letters[: position + 1] + tone + letters[position + 1 :])
    return syllable if is_syllable(syllable) else None
