"""Writes out what people shorten in chats ("ntn", "j"). Knows general usage, no report; capitals are left alone."""

import re
from collections.abc import Iterable
from functools import cache

from app.understand.dictionary import is_common_word
from app.understand.everyday import IN_WORD, everyday
from index.syllables import fold, normalise

_SHORT: dict[str, str] = {
    "dc": "được",
    "ntn": "như thế nào",
    "j": "gì",
    "k": "không",
    "hok": "không",
    "khg": "không",
    "sl": "số lượng",
    "bnhieu": "bao nhiêu",
    "bnhiêu": "bao nhiêu",
    "bnhiu": "bao nhiêu",
    "nhiu": "nhiêu",
    "bjo": "bao giờ",
    "cty": "công ty",
    "qtam": "quan tâm",
    "trc": "trước",
    "ng": "người",
    "lm": "làm",
    "mn": "mọi người",
    "hn": "Hà Nội",
    "hsg": "học sinh giỏi",
    "tphcm": "thành phố Hồ Chí Minh",
}


def _standing_alone(forms: Iterable[str]) -> re.Pattern[str]:
    """Match short forms, the longest first; a letter beside a figure or a mark is a unit or a part of a code."""
    either = "|".join(sorted(map(re.escape, forms), key=len, reverse=True))
    return re.compile(rf"(?<![\w.,/&-])(?<!\d )(?:{either})(?![\w./&-]\w|\w)")


_WORD, _COUNTRY = _standing_alone(_SHORT), _standing_alone(["vn"])
_FOLLOWING, _ONE_VOWEL = re.compile(r" ([^\W\d_]+)"), re.compile("v[aeiouy]n")
_AT_END = re.compile(r"(?<=\w )[vz](?=\s*[?!.]*\s*$)")


def written_in_full(text: str) -> str:
    """Return a question with the short forms of chats written out."""
    text = _COUNTRY.sub(_country_or_slip, _AT_END.sub("vậy", text))
    return _WORD.sub(lambda match: _SHORT[match.group()], text)


def _country_or_slip(match: re.Match[str]) -> str:
    """Write "vn" out unless it is one letter short of a usual word with what follows: "vn tải", "vn bản"."""
    following = _FOLLOWING.match(match.string, match.end())
    word = normalise(following[1]) if following else ""
    usual = (first for first in _with_one_vowel() if everyday().pairs.get((first, word), 0.0) > IN_WORD)
    return match.group() if any(is_common_word(first, word) for first in usual) else "Việt Nam"


@cache
def _with_one_vowel() -> tuple[str, ...]:
    """Return the syllables that "vn" is a slip of: "vận", "văn", "vốn"."""
    return tuple(syllable for syllable in everyday().single if _ONE_VOWEL.fullmatch(fold(syllable)))
