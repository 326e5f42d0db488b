"""A result and how it came about, as it is shown. Knows figures, not where they were found or why."""

from dataclasses import dataclass, replace
from decimal import Decimal

from app.understand.quantities import SCALES, Quantity, base_unit, rounded_to, scaled, write_number

FORMS = {
    "difference": "{0} − {1}",
    "ratio": "{0} : {1}",
    "share": "{0} : {1} × 100",
    "change": "({0} − {1}) : {2} × 100",
    "stated-rise": "{1} : ({0} − {1}) × 100",
    "stated-fall": "{1} : ({0} + {1}) × 100",
    "before-rise": "{0} : (100 + {1}) × 100",
    "before-fall": "{0} : (100 − {1}) × 100",
}


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure and the marker of the citation that holds it."""

    quantity: Quantity
    marker: int


@dataclass(frozen=True, slots=True)
class Computation:
    """A result with every step: "32 − 27 = 5 chuyến/ngày", "3,5 : 115 × 100 ≈ 3,04 %"."""

    form: str  # "{0} − {1}", filled with the operands in order
    operands: tuple[Operand, ...]
    result: Decimal
    unit: str
    exact: bool

    @property
    def markers(self) -> tuple[int, ...]:
        """The citations that hold the operands, each once."""
        return tuple(sorted({operand.marker for operand in self.operands}))

    def __str__(self) -> str:
        mixed = len({operand.quantity.unit for operand in self.operands}) > 1 and self._of_one_kind()
        shown = self.form.format(*(_term(operand.quantity, with_unit=mixed) for operand in self.operands))
        return f"{shown} {'=' if self.exact else '≈'} {write_number(self.result)}{f' {self.unit}' if self.unit else ''}"

    def _of_one_kind(self) -> bool:
        return len({base_unit(operand.quantity.unit) for operand in self.operands}) == 1


def _term(quantity: Quantity, *, with_unit: bool) -> str:
    about = f"{quantity.about} " if quantity.about else ""
    return f"{about}{write_number(quantity.value)}{f' {quantity.unit}' if with_unit else ''}"


def rounded(value: Decimal, decimals: int | None = None, unit: str = "") -> Decimal:
    """Return a quotient to so many decimals, or else to about four digits, of a percentage as reports write it three.

    That is no decimals from 1,000 on, one from 100 on, two, under 0.1 four; of a percentage one from 10 on.
    """
    if decimals is not None:
        return rounded_to(value, decimals)
    size = abs(value)
    if unit == "%" and size >= 10:
        return rounded_to(value, 1)
    return rounded_to(value, 0 if size >= 1000 else 1 if size >= 100 else 2 if size >= Decimal("0.1") else 4)


def quotient(
    kind: str, operands: tuple[Operand, ...], value: Decimal, unit: str, decimals: int | None = None
) -> Computation:
    """Return a computation that divides, with its result rounded."""
    result = rounded(value, decimals, unit)
    exact = result == value and not any(operand.quantity.about for operand in operands)
    return Computation(FORMS[kind], operands, result, unit, exact)


def average_of(total: Operand, count: Operand, decimals: int | None = None) -> Computation:
    """Divide a total by a count; below 1 "tỷ" is told in "triệu", and the total then with its unit.

    A mean from 1,000 on is told to one decimal where ``decimals`` says nothing.
    """
    unit, value = total.quantity.unit, total.quantity.value / count.quantity.value
    smaller = next(
        (
            scale
            for scale in ("triệu", "nghìn", "")
            if scaled(total.quantity) / count.quantity.value >= SCALES.get(scale, 1)
        ),
        "",
    )
    if value >= 1 or unit == base_unit(unit):
        told = 1 if decimals is None and value >= 1000 else decimals
        return quotient("ratio", (total, count), value, unit, told)
    value = scaled(total.quantity) / count.quantity.value / SCALES.get(smaller, 1)
    found = quotient("ratio", (total, count), value, f"{smaller} {base_unit(unit)}".strip(), decimals)
    return replace(found, form=f"{{0}} {unit} : {{1}}")


def sum_of(operands: tuple[Operand, ...]) -> Computation:
    """Add figures of one kind; "triệu" and "tỷ" are brought together in the smallest that occurs."""
    form = " + ".join(f"{{{place}}}" for place in range(len(operands)))
    total = sum((scaled(operand.quantity) for operand in operands), Decimal(0))
    return _in_smallest_unit(form, operands, total)


def mean_of(operands: tuple[Operand, ...]) -> Computation:
    """Divide the sum of figures of one kind by how many they are."""
    total = sum_of(operands)
    value = total.result / len(operands)
    result = rounded(value)
    return replace(
        total, form=f"({total.form}) : {len(operands)}", result=result, exact=total.exact and result == value
    )


def difference_of(larger: Operand, smaller: Operand) -> Computation:
    """Take one figure from another of its kind."""
    return _in_smallest_unit(FORMS["difference"], (larger, smaller), scaled(larger.quantity) - scaled(smaller.quantity))


def _in_smallest_unit(form: str, operands: tuple[Operand, ...], value: Decimal) -> Computation:
    unit = min((operand.quantity.unit for operand in operands), key=_scale_of)
    kinds = {base_unit(operand.quantity.unit).split("/")[0] for operand in operands}
    if len(kinds) > 1:
        unit = "người"  # only persons are counted together under different names
    exact = not any(operand.quantity.about for operand in operands)
    return Computation(form, operands, value / _scale_of(unit), unit, exact)


def _scale_of(unit: str) -> int:
    return SCALES.get(unit.split(" ")[0], 1)
