"""Reads a shown calculation ("3,5 : 115 × 100 ≈ 3,04") and does it again. Knows nothing of where its terms stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.understand.quantities import parse_number, rounded_to

_NUMBER = r"\d[\d.]*(?:,\d+)?"
_TERM = rf"\(?(?:(?:hơn|gần|trên|khoảng)\s)?{_NUMBER}(?:\s?(?:%|[^\W\d_]+(?:/[^\W\d_]+)?)){{0,3}}\)?"
_EQUATION = re.compile(
    rf"(?P<terms>{_TERM}(?:\s[−+:×-]\s{_TERM})+)\s(?P<sign>[=≈])\s(?P<result>{_NUMBER})(?=(?P<unit>[^=≈]{{0,12}}))"
)
_TOKEN = re.compile(rf"(?P<number>{_NUMBER})(?:\s(?P<scale>nghìn|triệu|tỷ))?|(?P<sign>[−+:×()]|(?<=\s)-(?=\s))")
_SCALES = {"nghìn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000}
_RESULT_SCALE = re.compile(r"\s(nghìn|triệu|tỷ)\b")


@dataclass(frozen=True, slots=True)
class Equation:
    """A calculation as written: its terms, the result that it tells, and whether that is exact ("=")."""

    terms: str
    result: str
    exact: bool
    scale: int | None  # what "triệu" after the result stands for (1 where none does), if the terms differ in it

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers among the terms, but for the 100 of a percentage."""
        return tuple(re.findall(_NUMBER, re.sub(r"× 100(?!\d)|\(100 (?=[−+])", " ", self.terms)))

    @property
    def in_percent(self) -> bool:
        """Tell whether it multiplies by 100."""
        return self.terms.endswith(" × 100")

    @property
    def divides(self) -> bool:
        """Tell whether it is a quotient, whose unit is not that of its terms."""
        return ":" in self.terms

    def is_right(self) -> bool:
        """Tell whether the terms come to the result, as exact as it is written where it is told as rounded."""
        told = parse_number(self.result)
        try:
            value = solve(self.terms, scaled=self.scale is not None) / (self.scale or 1)
        except (ValueError, ArithmeticError):
            return False
        return value == told if self.exact else rounded_to(value, max(-int(told.as_tuple().exponent), 0)) == told


def equations(text: str) -> list[Equation]:
    """Return the calculations that a text shows, in order."""
    found = []
    for match in _EQUATION.finditer(text):
        scales = set(re.findall(r"\d\s(nghìn|triệu|tỷ)\b", match["terms"]))
        told = _RESULT_SCALE.match(match["unit"])
        differs = bool(scales - {told[1] if told else ""})
        scale = _SCALES.get(told[1] if told else "", 1) if differs else None
        # A bracket around the whole calculation is none of its own.
        terms = match["terms"][match["terms"].count("(") > match["terms"].count(")") :]
        found.append(Equation(terms, match["result"], match["sign"] == "=", scale))
    return found


def solve(terms: str, *, scaled: bool = False) -> Decimal:
    """Return what "(32 − 27) : 27 × 100" comes to; units are passed over.

    ``scaled`` multiplies "triệu", "tỷ" out. ValueError where it is no calculation, ArithmeticError for one by zero.
    """
    tokens: list[Decimal | str] = []
    for match in _TOKEN.finditer(terms):
        if match["number"]:
            factor = _SCALES.get(match["scale"] or "", 1) if scaled else 1
            tokens.append(parse_number(match["number"]) * factor)
        else:
            tokens.append(match["sign"].replace("-", "−"))
    rest = iter([*tokens, ""])
    value, last = _sum(rest)
    if last != "":
        raise ValueError(terms)
    return value


def _sum(tokens: Iterator[Decimal | str]) -> tuple[Decimal, Decimal | str]:
    value, sign = _product(tokens)
    while sign in ("+", "−"):
        term, following = _product(tokens)
        value, sign = (value + term if sign == "+" else value - term), following
    return value, sign


def _product(tokens: Iterator[Decimal | str]) -> tuple[Decimal, Decimal | str]:
    value = _factor(tokens)
    sign = next(tokens)
    while sign in (":", "×"):
        factor = _factor(tokens)
        value = value / factor if sign == ":" else value * factor
        sign = next(tokens)
    return value, sign


def _factor(tokens: Iterator[Decimal | str]) -> Decimal:
    first = next(tokens)
    if first == "(":
        value, closing = _sum(tokens)
        if closing != ")":
            raise ValueError("(")
        return value
    if isinstance(first, Decimal):
        return first
    raise ValueError(first)
