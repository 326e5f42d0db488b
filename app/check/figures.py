"""Reads the figures of a text with the unit that follows each. Knows nothing of dates, years or document numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise

from app.check.moments import Moment
from app.check.tokens import Text, Token
from app.understand.dictionary import dictionary_words

_SCALES = {
    "nghìn": 1_000,
    "ngàn": 1_000,
    "triệu": 1_000_000,
    "tỷ": 1_000_000_000,
    "tỉ": 1_000_000_000,
    "nghin": 1_000,
    "trieu": 1_000_000,
    "ty": 1_000_000_000,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
}
_DIGITS = ("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_WORD_VALUES = {word: value for value, word in enumerate(_DIGITS, start=2)} | {"mười": 10, "bẩy": 7}
# "hai bên" counts nothing that could be wrong, "năm" is mostly a year, "một" an article.
_IDIOMS = frozenset({"bên", "địa", "phía", "tỉnh", "nơi", "chiều", "ngành", "sở"})
# What follows a figure without being what it counts.
_NO_UNIT = frozenset(
    (
        "lên xuống là của và với trong tại ở cho từ đến tới thì do được hơn so còn nữa tức gồm bao trên dưới thuộc có "
        "năm nhưng như cũng đã đang sẽ mà hoặc cùng theo để khi nên về ra vào thêm nhiều ít khoảng bằng cộng trừ"
    ).split()
)
_PERSONS = frozenset({"học viên", "học sinh", "giáo viên", "cán bộ", "công dân", "đối tượng"})
UNIT_LENGTH = 6
"""How many syllables after a figure can say what it counts."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its value with "triệu", "tỷ" multiplied out, and the words right after it in its clause."""

    value: Decimal
    unit: tuple[str, ...]  # up to six normalised syllables, without the scale; () where none follows
    per: str  # "ngày" of "chuyến/ngày", or ""
    said: str
    start: int  # characters, in the spelled text
    token: int  # which token of the text
    end_of_unit: int  # the token that ends the unit itself: "ha", "triệu đồng", "học viên", "chuyến/ngày"
    scale: int  # 1, or what "triệu", "tỷ" stand for

    def equals(self, other: "Figure") -> bool:
        """Tell whether the other is the same figure; one without any unit may leave out the other's "triệu" too."""
        bare = self.scale == 1 and not self.unit
        return self.value == other.value or (bare and self.value * other.scale == other.value)

    def same_unit(self, other: "Figure") -> bool:
        """Tell whether the other's words name the same unit; a figure without a unit has that of any other."""
        if not self.unit or not other.unit:
            return True
        first = self.unit[0]
        if first == "người" and _PERSONS & {" ".join(pair) for pair in pairwise(other.unit)}:
            return True
        if len(self.unit) > 1 and (first, self.unit[1]) in _two_syllable_words() and self.unit[:2] != other.unit[:2]:
            return self.unit[:2] in set(pairwise(other.unit))
        return first in other.unit


def figures(text: Text, times: Sequence[Moment]) -> list[Figure]:
    """Return the figures of a text in order: digits, and number words such as "ba bệnh viện"."""
    found = []
    for i, token in enumerate(text.tokens):
        if any(moment.start <= token.start < moment.end for moment in times):
            continue
        value = Decimal(token.key) if token.number else _word_value(text.tokens, i)
        if value is None:
            continue
        scale, unit = _unit(text, i)
        per = _per(text, i)
        length = (scale > 1) + min(len(unit), 2 if unit[:2] in _two_syllable_words() or per in unit[1:2] else 1)
        said = text.spelled[token.start : token.end]
        found.append(Figure(value * scale, unit, per, said, token.start, i, i + length, scale))
    return found


def is_number_word(word: str) -> bool:
    """Tell whether a word is a number or what multiplies one ("ba", "mươi", "triệu"): something counted follows it."""
    key = word.lower()
    return key in _WORD_VALUES or key in _SCALES or key in ("mươi", "trăm")


def _word_value(tokens: Sequence[Token], i: int) -> Decimal | None:
    """Return the value of a number word that counts what follows: "ba bệnh viện", "mười hai", "ba mươi"; else None."""
    word = tokens[i].key
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    before = tokens[i - 1].key if i else ""
    if word not in _WORD_VALUES or following is None or following.capital or before in ("thứ", "mươi", "mười", "quý"):
        return None
    if following.key == "mươi":
        ones = _WORD_VALUES.get(tokens[i + 2].key, 0) if i + 2 < len(tokens) else 0
        return Decimal(_WORD_VALUES[word] * 10 + ones)
    if word == "mười":
        return Decimal(10 + {"một": 1, "lăm": 5}.get(following.key, _WORD_VALUES.get(following.key, 0)))
    if word == "năm" or following.number or following.fences > tokens[i].fences or following.key in _IDIOMS | _NO_UNIT:
        return None
    return Decimal(_WORD_VALUES[word])


def _unit(text: Text, i: int) -> tuple[int, tuple[str, ...]]:
    """Return the scale after a figure and the words that follow in its clause, up to the next figure."""
    scale = 1
    words: list[str] = []
    for token in text.tokens[i + 1 : i + 2 + UNIT_LENGTH]:
        if token.number or token.fences > text.tokens[i].fences:
            break
        if not words and token.key in _SCALES:
            scale = _SCALES[token.key]
            continue
        if not words and token.key in _NO_UNIT:
            break
        words.append(token.key)
    return scale, tuple(words[:UNIT_LENGTH])


_PER = re.compile(
    r"[^.,;:()\d]{0,24}?(?:/\s*|\s(?:mỗi|một|hằng|hàng)\s)(?P<per>ngày|tuần|tháng|quý|năm|người|hộ|ha|km)(?!\w)",
    re.IGNORECASE,
)


def _per(text: Text, i: int) -> str:
    match = _PER.match(text.spelled, text.tokens[i].end)
    return match["per"].lower() if match else ""


@cache
def _two_syllable_words() -> frozenset[tuple[str, ...]]:
    return frozenset(word for word in dictionary_words() if len(word) == 2)
