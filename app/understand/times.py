"""The years, quarters, months and days that a question names, also relative ones. Knows the language, no report."""

import re

from app.understand.quantities import YEAR

_RELATIVE_YEARS = (
    (1, re.compile(r"\b(?:sang năm|năm (?:sau|tới|kế tiếp|tiếp theo)|next year)\b")),
    (-1, re.compile(r"\b(?:năm (?:ngoái|trước)(?! đó)|last year)\b")),
)
# "So với năm ngoái": reports tell that as "tăng", "cùng kỳ", "năm trước" and leave the year out.
_THAN_YEAR = re.compile(r"\b(?:so (?:với|sánh với)|hơn|kém|bằng)(?: cùng kỳ)?(?: của)? năm (?:ngoái|trước)\b")
_QUARTER = re.compile(r"\bquý\s+(iv|i{1,3})\b")
_MONTH = re.compile(r"\btháng\s+(\d{1,2})\b")
_DAY = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")


def years_asked(plain: str, period: str | None) -> tuple[str, ...]:
    """Return the years that are named, and those that "năm sau", "năm ngoái" mean for a report about one year."""
    named = YEAR.findall(plain)
    if not named and period and period.isdigit():
        spoken_of = _THAN_YEAR.sub(" ", plain)
        named = [str(int(period) + step) for step, pattern in _RELATIVE_YEARS if pattern.search(spoken_of)]
    return tuple(dict.fromkeys(named))


def times_asked(plain: str) -> tuple[str, ...]:
    """Return the quarters, months and days of a canonical question: "quý i", "tháng 5", "14/12/2020"."""
    times = [f"quý {match}" for match in _QUARTER.findall(plain)]
    times += [f"tháng {int(match)}" for match in _MONTH.findall(plain)]
    return (*times, *("/".join(match) for match in _DAY.findall(plain)))
