"""Reads figures as Vietnamese writes them: "75.780", "78,7 ha", "08", "mười lăm ngày". Knows nothing of questions.

A full stop groups thousands, a comma opens decimals. Document numbers (2923/KH-UBND), dates and years are names.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from app.understand.dictionary import dictionary_words
from app.understand.number_words import NUMBER, number_words
from index.syllables import normalise

_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
# A unit may be glued to its figure ("115ha"); any other letter makes it a code.
_GLUED = r"(?:ha|kg|km|tấn|tạ|lít|m[23²³]?|km[2²]|đ)(?!\w)"
# A slash before a figure is part of a number or date, unless a word stands before it: "103.088 con/79 chuyến".
_FIGURE = re.compile(
    rf"(?:(?<![\w.,/-])|(?<=[^\W\d_]/))(?P<number>{_NUMBER})(?P<to>\s?[-–]\s?{_NUMBER}(?=\s*[^\W\d_]))?"
    rf"(?=\b|{_GLUED})(?![.,]\d|/\d)(?!\s*/\s*[A-ZĐ])"
)
# "139/142 thôn" counts a part and its whole; "14/12" is a date.
_FRACTION = re.compile(rf"(?<![\w.,/-])(?P<part>{_NUMBER})/(?P<whole>{_NUMBER})(?=\s+(?P<noun>[^\W\d_]+))")
_BEFORE_DATE = re.compile(
    r"(?:ngày|từ|đến|tới|tháng|số|trước|sau|sáng|chiều|tối|đêm|hôm|kỳ|dịp|lúc|vào|,|-)\s*$", re.IGNORECASE
)
_COUNTED_PLACES = frozenset("xã huyện thôn bản phường tổ thị hộ trường lớp chỉ tiêu đơn dự nhiệm công sản mô".split())
MONTHS, DAYS = 12, 31
_ABOUT = re.compile(r"(?<!\w)(?P<word>hơn|gần|khoảng|ước|trên)\s+$", re.IGNORECASE)
_MORE_THAN = re.compile(r"(?:nhiều|ít|cao|thấp|lớn|nhỏ|đông|nhanh|chậm)\s+hơn\s+$", re.IGNORECASE)
SCALES = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}
_UNIT = re.compile(
    rf"(?:\s*\({NUMBER}\)(?=\s))?\s*(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?P<unit>%|k?m[23](?!\w)|[^\W\d_]+(?:/[^\W\d_]+)?)?"
    r"(?:\s(?P<second>[^\W\d_]+))?",
    re.IGNORECASE | re.UNICODE,
)
YEAR = re.compile(r"(?<![\d./-])(?:19|20)\d{2}(?![\d.,/]\d|\d)")
"""A year that a text names: no part of a date, of a document number or of a longer figure."""
_YEAR = re.compile(r"(?:19|20)\d\d")
# What follows these only names something: "lớp 3, 7, 10", "tháng 02", "đề án 1816".
_NAMING = re.compile(
    r"(?:(?<!cả )(?<!trong )(?<!mỗi )năm|giai đoạn|tháng|ngày|quý|"
    # "Doanh số 132 tỷ" is no number of anything.
    r"(?<!tổng )(?<!doanh )(?<!dân )(?<!chỉ )(?<!hệ )(?<!tỷ )(?<!tỉ )(?<!con )số"
    r"|lớp|đề án|khoản|điều|mục|chuyên án|"
    r"SEA Game|SEA Games)\s+(?:\d+,\s*)*$",
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
    about: str = ""  # the word that makes it inexact: "hơn", "gần", "khoảng"; "–" for a range


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


def rounded_to(value: Decimal, decimals: int) -> Decimal:
    """Return a value with so many decimals, halves rounded up, as people and spreadsheets do: 4,625 is 4,63."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def quantities(text: str) -> list[Quantity]:
    """Return the figures of a text in order, without years, dates and numbers that only name something.

    Of a range ("25-30 ha") the first figure stands for it; of "139/142 thôn" both figures count. Numbers in words
    count where they tell a period or a limit ("mười lăm ngày").
    """
    found = []
    for match in _FIGURE.finditer(text):
        named = _NAMING.search(text[: match.start()]) and not re.search(r"[.,]", match["number"])
        if _YEAR.fullmatch(match["number"]) or named:
            continue
        unit, end = _unit_after(text, match.end())
        about = "–" if match["to"] else _about(text, match.start(), match["number"])
        found.append(Quantity(parse_number(match["number"]), unit, match.start(), end, match["number"], about))
    for match in _FRACTION.finditer(text):
        if _is_fraction(match, text):
            unit, end = _unit_after(text, match.end())
            part, whole = (parse_number(match[name]) for name in ("part", "whole"))
            found.append(Quantity(part, unit, match.start(), match.end("part"), match["part"]))
            found.append(Quantity(whole, unit, match.start("whole"), end, match["whole"]))
    for word in number_words(text):
        unit, end = _unit_after(text, word.end)
        found.append(Quantity(Decimal(word.value), unit, word.start, end, text[word.start : word.end]))
    return sorted(found, key=lambda quantity: quantity.start)


def is_part_of_fraction(part: Quantity, whole: Quantity) -> bool:
    """Tell whether two figures of one text are written as "139/142 thôn"."""
    return whole.start == part.end + 1 and part.end == part.start + len(part.written) and part.unit == whole.unit


def _is_fraction(match: re.Match[str], text: str) -> bool:
    part, whole = parse_number(match["part"]), parse_number(match["whole"])
    if part > whole or _YEAR.fullmatch(match["whole"]) or _NAMING.search(text[: match.start()]):
        return False
    could_be_date = part <= DAYS and whole <= MONTHS
    counts = match["noun"].lower() in _COUNTED_PLACES
    return not _BEFORE_DATE.search(text[: match.start()]) and (counts or not could_be_date)


def _about(text: str, start: int, written: str) -> str:
    """Return the word before a figure that makes it inexact; "trên 11 tuyến" is a place, "trên 90" is not."""
    before = text[:start]
    match = _ABOUT.search(before)
    if match is None or _MORE_THAN.search(before):
        return ""
    word = match["word"].lower()
    return "" if word == "trên" and not written.endswith("0") else "khoảng" if word == "ước" else word


def _unit_after(text: str, position: int) -> tuple[str, int]:
    """Return the unit that follows a number and where it ends: one word, "doanh nghiệp", or a scale with its noun."""
    match = _UNIT.match(text, position)
    if match is None or not (match["scale"] or match["unit"]):
        return "", position
    noun, end = match["unit"] or "", match.end("unit") if match["unit"] else match.end("scale")
    two = (normalise(noun), normalise(match["second"] or ""))
    # "872 người làm việc" are persons who work.
    if match["second"] and two[0] != "người" and two in _two_syllable_words():
        noun, end = f"{noun} {match['second']}", match.end("second")
    return " ".join(part.lower() for part in (match["scale"] or "", noun) if part), end


@cache
def _two_syllable_words() -> frozenset[tuple[str, ...]]:
    return frozenset(word for word in dictionary_words() if len(word) == 2)


def scaled(quantity: Quantity) -> Decimal:
    """Return the value with "triệu", "tỷ" multiplied out, so that figures of different scales compare."""
    return quantity.value * SCALES.get(quantity.unit.split(" ")[0], 1)


def base_unit(unit: str) -> str:
    """Return a unit without its scale: "đồng" for "triệu đồng"."""
    first, _, rest = unit.partition(" ")
    return rest if first in SCALES else unit
