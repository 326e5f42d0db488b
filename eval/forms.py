"""Other ways in which people type one question. Knows nothing of answers. The same seed gives the same form."""

import random
import re
import unicodedata
from typing import Literal

from index.syllables import fold

Form = Literal["clean", "no-diacritics", "typo", "nfd", "tone-placement", "capitals"]
"""As it stands; without any diacritic; with one typing error; decomposed as some systems type; hoà for hòa and the
other way round; all in capitals."""

_TONES = "\u0300\u0301\u0303\u0309\u0323"  # grave, acute, tilde, hook above, dot below
_OPEN_SYLLABLE = re.compile(rf"(?<!q)([ou])([{_TONES}]?)([aey])([{_TONES}]?)(?![^\W\d_{_TONES}])", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def in_form(question: str, form: Form, seed: int) -> str:
    """Return a question in another form; ``seed`` chooses where a typing error stands and which it is."""
    match form:
        case "clean":
            return question
        case "no-diacritics":
            return _without_diacritics(question)
        case "typo":
            return with_typing_error(question, seed)
        case "nfd":
            return unicodedata.normalize("NFD", question)
        case "tone-placement":
            return _other_placement(question)
        case "capitals":
            return question.upper()


def _without_diacritics(text: str) -> str:
    return "".join(fold(char).upper() if char.isupper() else fold(char) for char in unicodedata.normalize("NFC", text))


def _other_placement(text: str) -> str:
    """Move the tone of oa, oe, uy at the end of a syllable to the other vowel."""
    decomposed = unicodedata.normalize("NFD", text)
    moved = _OPEN_SYLLABLE.sub(lambda m: m[1] + m[4] + m[3] + m[2] if m[2] or m[4] else m[0], decomposed)
    return unicodedata.normalize("NFC", moved)


def with_typing_error(text: str, seed: int) -> str:
    """Return a text with one error in one word of three letters or more: letters swapped, one left out, doubled, hit
    beside the key, or a tone left out. Figures stay; a text without such a word stays as it is.
    """
    text = unicodedata.normalize("NFC", text)
    chance = random.Random(f"{seed} {text}")  # noqa: S311 - repeatable, not secret
    words = list(_WORD.finditer(text))
    if not words:
        return text
    word = chance.choice(words)
    slips = (_swapped, _left_out, _doubled, _beside, _toneless)
    for slip in chance.sample(slips, len(slips)):
        typed = slip(word.group(), chance)
        if typed != word.group():
            return text[: word.start()] + typed + text[word.end() :]
    return text


def _swapped(word: str, chance: random.Random) -> str:
    i = chance.randrange(len(word) - 1)
    return word[:i] + word[i + 1] + word[i] + word[i + 2 :]


def _left_out(word: str, chance: random.Random) -> str:
    i = chance.randrange(1, len(word))
    return word[:i] + word[i + 1 :]


def _doubled(word: str, chance: random.Random) -> str:
    i = chance.randrange(len(word))
    return word[:i] + word[i] + word[i:]


def _beside(word: str, chance: random.Random) -> str:
    """Replace a letter without diacritics by one beside it on the keyboard."""
    plain = [(i, row) for i, char in enumerate(word) for row in _ROWS if char in row]
    if not plain:
        return word
    i, row = chance.choice(plain)
    at = row.index(word[i])
    return word[:i] + chance.choice([row[j] for j in (at - 1, at + 1) if 0 <= j < len(row)]) + word[i + 1 :]


def _toneless(word: str, _: random.Random) -> str:
    letters = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(char for char in letters if char not in _TONES))
