"""Reads the number that opens a line: "Chương II", "Điều 5a.", "I/", "2.1-", "b)". Knows nothing of sequences.

Numbers in running text ("Điều 9 Luật Doanh nghiệp", "6 - 15 CV", "Chương này") are told from them by what follows.
"""

import re
from dataclasses import dataclass
from typing import Literal

Rank = Literal["part", "chapter", "division", "subdivision", "article", "letter", "roman", "arabic"]
"""Phần, Chương, Mục, Tiểu mục, Điều, "A.", "I.", "1." with "1.1."; from the outermost to the innermost."""

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of điểm in their order: đ after d, no f, j, w, z."""

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_NUMBER = rf"(?P<n>[IVXL]{{1,7}}|\d{{1,3}}|[A-EGHĐ]|(?:{'|'.join(_ORDINALS)}))(?P<suffix>[a-zđ]?)(?![\w/])"
_REST = r"\s*(?P<sep>[.:)/–-][.:)/–\s-]*)?(?P<title>.*)$"


def _named(word: str) -> re.Pattern[str]:
    """Return the pattern of a numbered name; its first letter is a capital, the rest may be either."""
    first, rest = word[0], word[1:]
    return re.compile(rf"^(?:{first}(?i:{rest}))\s+(?:(?i:thứ|số)\s+)?(?i:{_NUMBER}){_REST}", re.DOTALL)


_NAMED: tuple[tuple[Rank, re.Pattern[str]], ...] = (
    ("part", _named("Phần")),
    ("chapter", _named("Chương")),
    ("subdivision", _named("Tiểu mục")),
    ("division", _named("Mục")),
    (
        "article",
        re.compile(
            r"^Đ(?i:iều)\s+(?P<n>\d{1,4})(?P<suffix>[a-zđ]?)(?![\w/])"
            r"\s*(?P<sep>[.:)–-](?!\s?\d)[.:)–\s-]*)?(?P<title>.*)$",
            re.DOTALL,
        ),
    ),
)
_ROMAN = re.compile(r"^(?P<n>[IVXL]{1,7})(?P<sep>\s?[.):/]|\s*[-–])\s*(?P<title>\S.*)$", re.DOTALL)
_LETTER = re.compile(r"^(?P<n>[A-EGHK])\s?[.):/]\s+(?P<title>\S.*)$", re.DOTALL)
_ARABIC = re.compile(
    r"^(?P<n>\d{1,2}(?:\.\d{1,2}){0,3})"
    r"(?P<sep>\s?[.)/]\s+(?=\S)|[.)/](?=[^\W\d_])|\s?[-–]\s*(?=[^\W\d_])|\s+(?=[^\W\d_]))(?P<title>.+)$",
    re.DOTALL,
)
_POINT = re.compile(rf"^(?P<n>[{LETTERS}])(?P<sep>\s?\)|[./](?=\s)|-\s)\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Numeral:
    """The number that opens a line. ``value`` is (1, 2) for "1.2"; ``suffix`` is "a" for "Điều 5a".

    ``shown`` is the number as it stands, ``title`` what follows it, ``end`` the length of all before the title.
    ``sure`` is false where only its form as a heading can tell it from running text.
    """

    rank: Rank
    value: tuple[int, ...]
    suffix: str
    shown: str
    title: str
    end: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Point:
    """The letter that opens a điểm: its place in the order from 1; ``sure`` for "a)", not for "a." and "a-"."""

    value: int
    letter: str
    end: int
    sure: bool


def roman_value(numeral: str) -> int:
    """Return the value of a Roman numeral up to 89: "IX" is 9."""
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def _value(shown: str) -> int:
    if shown.lower() in _ORDINALS:
        return _ORDINALS.index(shown.lower()) + 1
    if shown.isdigit():
        return int(shown)
    if set(shown.upper()) <= set(_ROMAN_VALUES):
        return roman_value(shown.upper())
    return LETTERS.index(shown.lower()) + 1


def _of_match(rank: Rank, match: re.Match[str]) -> Numeral:
    title, groups = match["title"].strip(), match.groupdict()
    sure = bool(match["sep"] and match["sep"].strip()) or not title or title.isupper()
    sure = sure or (rank in ("part", "chapter") and title[:1].isupper() and not title.endswith((".", ";")))
    suffix = groups["suffix"] or ""
    return Numeral(rank, (_value(match["n"]),), suffix, match["n"] + suffix, title, match.start("title"), sure)


def read_numeral(text: str) -> Numeral | None:
    """Return the number that opens a text, or None where it opens with none."""
    for rank, pattern in _NAMED:
        if match := pattern.match(text):
            return _of_match(rank, match)
    if match := _ROMAN.match(text):
        return Numeral("roman", (roman_value(match["n"]),), "", match["n"], match["title"].strip(), _end(match), True)
    if match := _LETTER.match(text):
        value = LETTERS.index(match["n"].lower()) + 1
        return Numeral("letter", (value,), "", match["n"], match["title"].strip(), _end(match), True)
    if not (match := _ARABIC.match(text)):
        return None
    value_of = tuple(int(piece) for piece in match["n"].split("."))
    title = match["title"].strip()
    bare = not match["sep"].strip()
    if 0 in value_of or (bare and (len(value_of) == 1 or not title[:1].isupper())):
        return None
    return Numeral("arabic", value_of, "", match["n"], title, _end(match), True)


def _end(match: re.Match[str]) -> int:
    return match.start("title")


def read_point(text: str) -> Point | None:
    """Return the letter that opens a điểm, or None."""
    match = _POINT.match(text)
    if not match:
        return None
    return Point(LETTERS.index(match["n"]) + 1, match["n"], match.end(), match["sep"].strip() == ")")


_LINE_OPENS = re.compile(
    r"\s*(?:\*\*)?(?:(?:[IVXL]{1,7}|\d{1,2}(?:\.\d{1,2}){0,3})\s?[.)/]\s|\d{1,2}(?:\.\d{1,2}){0,3}\s?-\s+(?=[^\W\d])"
    r"|Đ(?i:iều)\s+\d{1,4}[a-zđ]?\s*(?:[.:](?!\d)|[–-]\s|\)|$)"
    rf"|[{LETTERS}]\)\s?(?=\S)"
    r"|(?:(?i:chương)|(?i:phần(?:\s+thứ)?)|(?i:(?:tiểu\s+)?mục))\s+(?:[IVXL]{1,7}|\d{1,2}|nhất|hai|ba)\s*[.:]?\s*(?:\*\*)?$)"
)


def opens_numbered(line: str) -> bool:
    """Tell whether a line plainly opens a numbered unit, so that it does not go on with the line before it."""
    return bool(_LINE_OPENS.match(line))
