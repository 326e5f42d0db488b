"""The months of a year that a text speaks of: "quý IV" is "3 tháng cuối năm". Knows the calendar, no passage.

A stretch is the first and the last of its months, 1 to 12; the year is not looked at.
"""

import re

Stretch = tuple[int, int]

QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
"""Quarters by the figure that documents write them with."""
_QUARTER = re.compile(r"\bquý (?P<quarter>iv|i{1,3})\b")
_MONTH = re.compile(r"\btháng (?P<month>\d{1,2})\b")
_FIRST = re.compile(r"\b(?P<count>\d{1,2}) tháng (?:đầu|đầu tiên)\b")
_LAST = re.compile(r"\b(?P<count>\d{1,2}) tháng (?:cuối|còn lại)\b")
_FIRST_HALF, _LAST_HALF = re.compile(r"\bnửa đầu\b"), re.compile(r"\bnửa (?:cuối|sau)\b")
# "Từ ngày 01/8 đến ngày 30/9", "từ tháng 3 đến tháng 5"; "tăng từ 3 đến 5 chuyến" names no month.
_FROM_TO = re.compile(
    r"\b(?:từ|trong) (?:(?:ngày|tháng) (?:\d{1,2}/)?|\d{1,2}/)(?P<first>\d{1,2})(?:/\d{4})?"
    r"(?: (?:đến|tới)(?: hết)?| và| ?[-–])(?: ngày| tháng)? (?:\d{1,2}/)?(?P<last>\d{1,2})(?:/\d{4})?(?!\w|[.,]\d)"
)


def stretch_of(time: str) -> Stretch | None:
    """Return the months of one time as ``Question.times`` has it: "quý iv", "tháng 5"; None for a day."""
    return next(iter(stretches(time)), None)


def spelled(time: str) -> str:
    """Return a time as documents write it: "quý IV" for "quý iv"."""
    return f"quý {time[4:].upper()}" if _QUARTER.fullmatch(time) else time


def stretches(text: str) -> frozenset[Stretch]:
    """Return the stretches that a canonical text names, each by its own words."""
    found = {_months(QUARTERS[match["quarter"]]) for match in _QUARTER.finditer(text)}
    found |= {(int(match["month"]), int(match["month"])) for match in _MONTH.finditer(text)}
    found |= {(1, int(match["count"])) for match in _FIRST.finditer(text)}
    found |= {(13 - int(match["count"]), 12) for match in _LAST.finditer(text)}
    found |= {(1, 6) for _ in _FIRST_HALF.finditer(text)} | {(7, 12) for _ in _LAST_HALF.finditer(text)}
    return frozenset(found | ranges(text))


def ranges(text: str) -> frozenset[Stretch]:
    """Return the stretches that a canonical text gives by their ends: "từ ngày 01/8 đến ngày 30/9"."""
    ends = ((int(match["first"]), int(match["last"])) for match in _FROM_TO.finditer(text))
    return frozenset(one for one in ends if 1 <= one[0] <= one[1] <= 12)


def _months(quarter: int) -> Stretch:
    return 3 * quarter - 2, 3 * quarter
