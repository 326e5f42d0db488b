"""Names sections as official documents cite them (Nghị định 30/2020/NĐ-CP, Phụ lục II.V.7). Knows nothing of text.

The smallest unit comes first: "khoản 2 Điều 5", "Mục 1 Chương II". Điểm and khoản are written small, the rest not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.numerals import Numeral, Rank

_NAMES: dict[Rank, str] = {
    "part": "Phần",
    "chapter": "Chương",
    "division": "Mục",
    "subdivision": "Tiểu mục",
    "article": "Điều",
}
_SIGNS: dict[Rank, str] = {"part": "P", "chapter": "C", "division": "M", "subdivision": "T", "article": "D"}


@dataclass(frozen=True, slots=True)
class Named:
    """A section's number with the code and label that were made for it. ``dotted`` is the "I.3" of reports."""

    numeral: Numeral
    code: str
    label: str
    dotted: str


def _short(numeral: Numeral) -> str:
    suffix = numeral.suffix.replace("đ", "dd")
    return f"{_SIGNS[numeral.rank]}{numeral.value[0]}{suffix}"


def name(numeral: Numeral, around: Sequence[Named], *, plain_parts: bool = False) -> Named:
    """Return the code and label of a section inside ``around``, the sections that hold it from the outermost.

    With ``plain_parts`` the code of a Phần is its number alone, "I": reports number them so, with the word or without.
    """
    holder = around[-1] if around else None
    if numeral.rank == "part" and plain_parts:
        return Named(numeral, numeral.shown, f"Phần {numeral.shown}", "")
    if numeral.rank in ("part", "chapter", "article"):
        return Named(numeral, _short(numeral), f"{_NAMES[numeral.rank]} {_number(numeral)}", "")
    if numeral.rank in ("division", "subdivision"):
        code = f"{holder.code}.{_short(numeral)}" if holder else _short(numeral)
        label = f"{_NAMES[numeral.rank]} {_number(numeral)}"
        return Named(numeral, code, f"{label} {holder.label}" if holder else label, "")
    last = str(numeral.value[-1]) if numeral.rank == "arabic" else numeral.shown.replace("Đ", "DD")
    code = f"{holder.code}.{last}" if holder else last
    return _in_article(numeral, code, around) or _dotted(numeral, code, last, around)


def _number(numeral: Numeral) -> str:
    return f"thứ {numeral.shown.lower()}" if re.fullmatch(r"[^\W\dIVXL]{2,}", numeral.shown) else numeral.shown


def _in_article(numeral: Numeral, code: str, around: Sequence[Named]) -> Named | None:
    article = next((named for named in reversed(around) if named.numeral.rank == "article"), None)
    if article is None or numeral.rank != "arabic":
        return None
    return Named(numeral, code, f"khoản {numeral.shown} {article.label}", "")


def _dotted(numeral: Numeral, code: str, last: str, around: Sequence[Named]) -> Named:
    """Name an item of a report: "Mục I.3", below a part or chapter "Mục 3 Phần I"."""
    holder = around[-1] if around else None
    dotted = f"{holder.dotted}.{last}" if holder and holder.dotted else last
    outer = next((named for named in reversed(around) if not named.dotted), None)
    unit = "khoản" if outer and outer.numeral.rank == "chapter" else "Mục"
    return Named(numeral, code, f"{unit} {dotted} {outer.label}" if outer else f"Mục {dotted}", dotted)
