"""Reads numbers that are written out: "mười lăm ngày", "không quá mười lao động", "02 (hai) ngày". Language only.

Most number words of a text count nothing ("một số", "hai bên", "năm" is mostly a year). Taken for figures are those of
several syllables, those of a period, and those that a limit stands before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

DIGITS = {word: value for value, word in enumerate(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"), 1)}
"""The words for one to nine, with what they count."""
_ONES = DIGITS | {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, "bẩy": 7}
_DIGIT = "|".join([*DIGITS, "bẩy"])
# "Mười năm" are ten years, "mười lăm" is fifteen.
_ONE = "|".join(word for word in _ONES if word != "năm")
_TENS = rf"(?:mười|(?:{_DIGIT}) mươi)(?: (?:{_ONE}))?"
_HUNDREDS = rf"(?:{_DIGIT}) trăm(?: (?:linh|lẻ) (?:{_ONE}|năm)| {_TENS})?"
NUMBER = rf"(?:{_HUNDREDS}|{_TENS}|{_DIGIT})"
"""The pattern of a number in words up to 999, small letters."""
_WRITTEN = re.compile(rf"(?<![\w-])(?P<number>{NUMBER})(?= (?P<after>[^\W\d_]+))", re.IGNORECASE)
_PERIODS = frozenset("ngày tuần tháng quý năm giờ phút".split())
_LIMIT = re.compile(
    r"\b(?:quá|tối đa|tối thiểu|ít nhất|nhiều nhất|chậm nhất|không (?:dưới|ít hơn|nhiều hơn)|trên|dưới|hơn|từ|đủ)\s+$",
    re.IGNORECASE,
)
# "Trên một địa bàn", "từ hai phía", "hơn ba phần tư" count nothing; "hàng năm tháng nào" has a year.
_ARTICLES = frozenset({"một"})
_IDIOMS = frozenset("bên phía chiều nơi miền phần số".split())
_YEARLY = re.compile(r"\b(?:hàng|hằng|mỗi|trong|cuối|đầu|giữa|cả|từng|các|những|vào|của|từ|đến)\s+$", re.IGNORECASE)
# "02 (hai) ngày": the figure is told once more in words, lest anybody change it.
_TOLD_AGAIN = re.compile(rf"(?<=\d)\s*\(\s*(?:{NUMBER})\s*\)(?=\s)", re.IGNORECASE)
# Scanned text may lose the first syllable of a number; these stand in nothing else.
_REMAINS = re.compile(r"(?<!\w)(?:mươi|lăm|nhăm)(?= (?:ngày|tháng|năm|tuần|giờ)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number in words: its value and where it stands, ``[start, end)``."""

    value: int
    start: int
    end: int


def number_words(text: str) -> Iterator[NumberWord]:
    """Yield the numbers in words that count something, in order."""
    for match in _WRITTEN.finditer(text):
        words = match["number"].lower().split()
        if len(words) > 1 or _counts(words[0], match["after"].lower(), text[: match.start()]):
            yield NumberWord(_value(words), match.start(), match.end("number"))


def _counts(word: str, after: str, before: str) -> bool:
    if word == "năm" and (after not in _PERIODS or _YEARLY.search(before)):
        return False
    if after in _PERIODS:
        return True
    return bool(_LIMIT.search(before)) and word not in _ARTICLES and after not in _IDIOMS


def _value(words: list[str]) -> int:
    """Return the value of a number: 115 of "một trăm mười lăm"."""
    hundreds, rest = 0, words
    if "trăm" in words:
        at = words.index("trăm")
        hundreds, rest = _ONES[words[0]], words[at + 1 :]
    tens, ones = 0, [word for word in rest if word not in ("linh", "lẻ")]
    if ones[:1] == ["mười"]:
        tens, ones = 1, ones[1:]
    elif ones[1:2] == ["mươi"]:
        tens, ones = _ONES[ones[0]], ones[2:]
    return 100 * hundreds + 10 * tens + (_ONES[ones[0]] if ones else 0)


def told_once(text: str) -> str:
    """Return a text without the words in brackets that repeat the figure before them."""
    return _TOLD_AGAIN.sub("", text)


def in_digits(text: str) -> str:
    """Return a text for looking figures up: "15 ngày" for "mười lăm ngày"; its offsets are not those of the text."""
    pieces, position, once = [], 0, told_once(text)
    for found in number_words(once):
        pieces += [once[position : found.start], str(found.value)]
        position = found.end
    return _REMAINS.sub("5", "".join([*pieces, once[position:]]))
