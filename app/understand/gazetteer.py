"""The names of Vietnam's provinces, districts and communes, from the database that ``vietnamadminunits`` ships.

Knows the names before and after the rearrangement of July 2025, and nothing of any report.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import cache
from importlib.metadata import distribution
from itertools import pairwise

from index.syllables import fold, syllables

Unit = tuple[str, ...]
"""A name without "tỉnh", "huyện" or "xã", as its normalised syllables."""
Pair = tuple[str, str]

_LARGE = "SELECT provinceShort FROM admin_units_legacy UNION SELECT districtShort FROM admin_units_legacy"
_SMALL = "SELECT wardShort FROM admin_units_legacy UNION SELECT provinceShort FROM admin_units"
_NEW = "SELECT wardShort FROM admin_units"


def _named(query: str) -> frozenset[Unit]:
    # The package itself is not imported: that would draw in its parser of addresses, with maps and half a second.
    path = distribution("vietnamadminunits").locate_file("vietnamadminunits/data/dataset.db")
    with closing(sqlite3.connect(str(path))) as database:
        return frozenset(tuple(syllables(name)) for (name,) in database.execute(query) if name)


@cache
def large_units() -> tuple[Unit, ...]:
    """Return the some 700 provinces and districts, in order."""
    return tuple(sorted(_named(_LARGE)))


@cache
def _units() -> frozenset[Unit]:
    return frozenset(large_units()) | _named(_SMALL) | _named(_NEW)  # some 7,700


@cache
def _plain_units() -> frozenset[Unit]:
    return frozenset(tuple(map(fold, unit)) for unit in _units())


@cache
def _pairs() -> frozenset[Pair]:
    return frozenset(pair for unit in _units() for pair in pairwise(unit))


@cache
def _large_pairs() -> frozenset[Pair]:
    return frozenset(pair for unit in large_units() for pair in pairwise(unit))


@cache
def _spelled() -> dict[Pair, list[Pair]]:
    spelled: dict[Pair, list[Pair]] = {}
    for first, second in sorted(_pairs()):
        spelled.setdefault((fold(first), fold(second)), []).append((first, second))
    return spelled


def is_unit(name: Sequence[str]) -> bool:
    """Tell whether normalised syllables are the name of a unit; without any diacritics, of one without them."""
    typed = tuple(name)
    return typed in _units() or (typed == tuple(map(fold, typed)) and typed in _plain_units())


def in_unit(first: str, second: str, *, large: bool = False) -> bool:
    """Tell whether two syllables are side by side in the name of a unit, or of a province or district if ``large``."""
    return (first, second) in (_large_pairs() if large else _pairs())


def spellings(first: str, second: str) -> Sequence[Pair]:
    """Return the pairs of syllables, side by side in names of units, that two without diacritics may stand for."""
    return _spelled().get((first, second), ())
