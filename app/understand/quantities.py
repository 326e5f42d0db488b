"""Reads figures as Vietnamese writes them: "75.780", "78,7 ha", "08", "425 triệu đồng". Knows nothing of questions.

A full stop groups thousands, a comma opens decimals. Document numbers (2923/KH-UBND), dates and years are names.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from app.understand.dictionary import dictionary_words
from index.syllables import normalise

# A slash before a figure is part of a number or date, unless a word stands before it: "103.088 con/79 chuyến".
_FIGURE = re.compile(
    r"(?:(?<![\w.,/-])|(?<=[^\W\d_]/))(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?![\w]|[.,]\d|/\d)(?!\s*/\s*[A-ZĐ])"
)
_SCALES = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}
_UNIT = re.compile(
    r"\s*(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?P<unit>%|[^\W\d_]+(?:/[^\W\d_]+)?)?(?:\s(?P<second>[^\W\d_]+))?",
    re.IGNORECASE | re.UNICODE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
# What follows these only names something: "lớp 3, 7, 10", "tháng 02", "đề án 1816".
_NAMING = re.compile(
    r"(?:năm|giai đoạn|tháng|ngày|quý|số|lớp|đề án|khoản|điều|mục|chuyên án|SEA Game|SEA Games)\s+(?:\d+,\s*)*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a text: its value in units of ``unit``, and where it stands (``[start, end)`` with its unit)."""

    value: Decimal
    unit: str  # "ha", "triệu đồng", "chuyến/ngày"; lower case, "" where none follows
    start: int
    end: int
    written: str  # the number as the text writes it


def parse_number(written: str) -> Decimal:
    """Return the value of a number in Vietnamese writing: "1.250,5" is 1250.5, "08" is 8."""
    return Decimal(written.replace(".", "").replace(",", "."))


def write_number(value: Decimal) -> str:
    """Write a number as Vietnamese does: 1250.5 is "1.250,5"."""
    plain = format(value.normalize(), "f")
    whole, _, decimals = plain.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", digits)
    return sign + grouped + (f",{decimals}" if decimals else "")


def quantities(text: str) -> list[Quantity]:
    """Return the figures of a text in order, without years, dates and numbers that only name something."""
    found = []
    for match in _FIGURE.finditer(text):
        if _YEAR.fullmatch(match["number"]) or _NAMING.search(text[: match.start()]):
            continue
        unit, end = _unit_after(text, match.end())
        found.append(Quantity(parse_number(match["number"]), unit, match.start(), end, match["number"]))
    return found


def _unit_after(text: str, position: int) -> tuple[str, int]:
    """Return the unit that follows a number and where it ends: one word, "doanh nghiệp", or a scale with its noun."""
    match = _UNIT.match(text, position)
    if match is None or not (match["scale"] or match["unit"]):
        return "", position
    noun, end = match["unit"] or "", match.end("unit") if match["unit"] else match.end("scale")
    if noun and match["second"] and (normalise(noun), normalise(match["second"])) in _two_syllable_words():
        noun, end = f"{noun} {match['second']}", match.end("second")
    return " ".join(part.lower() for part in (match["scale"] or "", noun) if part), end


@cache
def _two_syllable_words() -> frozenset[tuple[str, ...]]:
    return frozenset(word for word in dictionary_words() if len(word) == 2)


def scaled(quantity: Quantity) -> Decimal:
    """Return the value with "triệu", "tỷ" multiplied out, so that figures of different scales compare."""
    return quantity.value * _SCALES.get(quantity.unit.split(" ")[0], 1)
