"""Reads dates, months, quarters and years. Knows nothing of figures or of what happened then."""

import re
from dataclasses import dataclass

_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d|[.,]\d)"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_WORD_NUMBERS = {
    "giêng": 1,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "chạp": 12,
}
_ENGLISH_MONTHS = "january february march april may june july august september october november december".split()
_MONTH_NAME = r"(?P<name>" + "|".join(_ENGLISH_MONTHS) + r")"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d/])(?P<day>\d{{1,2}})\s?[/-]\s?(?P<month>\d{{1,2}})\s?[/-]\s?{_YEAR}",
        rf"ngày\s+(?P<day>\d{{1,2}})\s+tháng\s+(?P<month>\d{{1,2}})(?:\s*,?\s*năm\s+{_YEAR})?",
        rf"quý\s+(?P<quarter>IV|I{{1,3}}|[1-4])(?!\w)(?:\s*(?:năm|/|-|of)?\s*{_YEAR})?",
        rf"tháng\s+(?P<month>\d{{1,2}}|{'|'.join(_WORD_NUMBERS)})(?!\w)(?:\s*(?:năm|/|-)\s*{_YEAR})?",
        rf"(?<![\d/])(?P<month>0?[1-9]|1[0-2])/{_YEAR}",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH_NAME}\s+{_YEAR}",
        rf"{_MONTH_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"(?<!\w){_MONTH_NAME}\s+{_YEAR}",
        rf"(?<![\d.,/]){_YEAR}(?!/[A-ZĐ])",
    )
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A point or stretch of time as far as the text gives it; 0 for what it does not give."""

    day: int
    month: int
    quarter: int
    year: int
    start: int  # characters
    end: int
    said: str

    @property
    def only_year(self) -> bool:
        """Whether nothing but a year is given."""
        return not (self.day or self.month or self.quarter)

    def agrees(self, other: "Moment") -> bool:
        """Tell whether the other gives all that this one gives."""
        mine, theirs = ((moment.day, moment.month, moment.quarter, moment.year) for moment in (self, other))
        return all(own in (0, given) for own, given in zip(mine, theirs, strict=True))


def moments(text: str) -> list[Moment]:
    """Return the dates, months, quarters and years of a text, in order; the year of a date is part of the date."""
    found: list[Moment] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if all(match.end() <= moment.start or match.start() >= moment.end for moment in found):
                found.append(_moment(match))
    return sorted(found, key=lambda moment: moment.start)


def _moment(match: re.Match[str]) -> Moment:
    parts = match.groupdict()
    named = parts.get("name")
    month = _ENGLISH_MONTHS.index(named.lower()) + 1 if named else _count(parts.get("month"))
    return Moment(
        day=_count(parts.get("day")),
        month=month,
        quarter=_count(parts.get("quarter")),
        year=_count(parts.get("year")),
        start=match.start(),
        end=match.end(),
        said=match.group(),
    )


def _count(written: str | None) -> int:
    if not written:
        return 0
    word = written.lower()
    return int(word) if word.isdigit() else _ROMAN.get(word, _WORD_NUMBERS.get(word, 0))
