"""Writes the values of spreadsheet cells as Vietnamese documents do: 1.234.567,5; 12,5%; 05/01/2023. Knows no files."""

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

Value = str | bool | int | float | datetime.datetime | datetime.date | datetime.time | datetime.timedelta | None

_LITERAL = re.compile(r'"([^"]*)"|\[\$([^\]-]*)[^\]]*\]|\\(.)|_.|\*.|\[[^\]]*\]')
_DIGITS = re.compile(r"[#0?](?:[#0?,]*[#0?])?(?P<decimals>\.[#0?]+)?(?P<scale>,*)")
GROUPED_FROM = 10_000
"""A number without a format of its own is grouped from here: years and small counts are written without a point."""
_MOST_DIGITS = 10


def _plain(text: str) -> str:
    """Turn the point of a decimal into a comma."""
    return text.replace(".", ",")


def _number(value: Decimal, decimals: int, grouped: bool, *, fixed: bool) -> str:
    quantum = Decimal(1).scaleb(-decimals)
    try:
        rounded = value.quantize(quantum, rounding=ROUND_HALF_UP)
    except InvalidOperation:
        return _plain(str(value))
    rounded = rounded if rounded else abs(rounded)
    text = f"{rounded:,f}" if grouped else f"{rounded:f}"
    if not fixed and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def shown_number(value: float, number_format: str = "General") -> str:
    """Return a number as its format shows it; "General" keeps up to ten decimals and groups from ``GROUPED_FROM``."""
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        return ""
    sections = number_format.split(";")
    section = sections[0]
    suffix = _LITERAL.sub(lambda literal: "".join(filter(None, literal.groups())), section[_last_digit(section) :])
    bare = _LITERAL.sub("", section)
    digits = _DIGITS.search(bare)
    if digits is None or "general" in bare.lower() or "E" in bare:
        return _number(number, _MOST_DIGITS, abs(number) >= GROUPED_FROM, fixed=False)
    places = digits["decimals"] or ""
    number = number.scaleb(-3 * len(digits["scale"]))
    percent = "%" if "%" in bare else ""
    if percent:
        number = number.scaleb(2)
    grouped = "," in digits.group().split(".")[0].rstrip(",")
    written = _number(number, max(len(places) - 1, 0), grouped, fixed="0" in places or not places)
    return f"{written}{percent}{suffix.strip('%,)-')}".rstrip()


def _last_digit(section: str) -> int:
    return max(section.rfind(sign) for sign in "#0?") + 1


def shown(value: Value, number_format: str = "General") -> str:
    """Return any value of a cell as text, "" for none."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return shown_number(value, number_format)
        case datetime.datetime():
            midnight = value.time() == datetime.time()
            return value.strftime("%d/%m/%Y" if midnight else "%d/%m/%Y %H:%M")
        case datetime.date():
            return value.strftime("%d/%m/%Y")
        case datetime.time():
            return value.strftime("%H:%M")
        case datetime.timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02}"
        case str():
            return value
