"""Tells whether a sentence denies what its evidence says, or the other way round. Knows nothing of figures or names."""

import re
from collections.abc import Sequence

from app.check.tokens import Token
from app.understand.function_words import FUNCTION_WORDS

_NOT = frozenset({"không", "chưa", "chẳng"})
# Words that deny without "không": "tạm dừng tổ chức" may be told as "chưa tổ chức".
_DENIES = frozenset({"dừng", "ngừng", "hoãn", "huỷ", "thiếu", "chỉ", "hạn", "ít", "hết"})
_ANSWER = re.compile(r"^\W*(?:không|chưa|có|rồi|đúng|phải|vâng|dạ)(?:\s+(?:ạ|phải))?\s*[,.:;–-]", re.IGNORECASE)
_IDIOM = re.compile(r"\bkhông (?:chỉ|những|ngừng)\b", re.IGNORECASE)
SPAN = 4
"""How many words after "không" it can deny."""


def denies(word: str) -> bool:
    """Tell whether a word denies what follows it."""
    return word.lower() in _NOT


def without_answer_word(sentence: str) -> str:
    """Return a sentence without the "Có," or "Chưa," that answers a yes/no question, and without "không chỉ"."""
    return _IDIOM.sub(" ", _ANSWER.sub(" ", sentence))


def contradicts(sentence: Sequence[Token], quotes: Sequence[Sequence[Token]]) -> bool:
    """Tell whether the sentence denies where no quote does, or drops the "không" from words that a quote denies."""
    denied = _denied(sentence)
    if denied and not any(token.key in _NOT | _DENIES for quote in quotes for token in quote):
        return True
    return any(_drops(sentence, quote) for quote in quotes)


def _denied(tokens: Sequence[Token]) -> list[int]:
    """Return where a text denies; "hay không", "được không" at its end only ask."""
    return [i for i, token in enumerate(tokens) if token.key in _NOT and i + 1 < len(tokens)]


def _drops(sentence: Sequence[Token], quote: Sequence[Token]) -> bool:
    """Tell whether two words that the quote only has denied stand in the sentence without a denial before them."""
    keys = [token.key for token in quote]
    said = [token.key for token in sentence]
    for i in _denied(quote):
        pair = _next_pair(keys, i)
        if not pair or _stands_free(keys, pair):
            continue
        if _stands_free(said, pair):
            return True
    return False


def _next_pair(keys: Sequence[str], i: int) -> tuple[str, str] | None:
    """Return the two words that a "không" at ``i`` denies: the first telling one after it, with its follower."""
    for j in range(i + 1, min(i + 1 + SPAN, len(keys) - 1)):
        if keys[j] not in FUNCTION_WORDS:
            return keys[j], keys[j + 1]
    return None


def _stands_free(keys: Sequence[str], pair: tuple[str, str]) -> bool:
    """Tell whether a pair of words stands somewhere without a denial within the words before it."""
    return any(
        (keys[j], keys[j + 1]) == pair and not _NOT & set(keys[max(0, j - SPAN) : j]) for j in range(len(keys) - 1)
    )
