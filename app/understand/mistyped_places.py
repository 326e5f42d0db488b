"""Which place that the reports name a mistyped name stands for. Knows names, and nothing of slips or of questions.

A name that is one of another place is never taken for a slip: "Tân Yên" and "Tân Uyên" are both districts.
"""

from collections.abc import Callable, Collection, Iterable
from itertools import pairwise

from app.understand.gazetteer import is_unit
from app.understand.names import Name
from index.syllables import fold, syllables

Pairs = frozenset[tuple[str, str]]


class MistypedPlaces:
    """The names of places that the reports tell of, by their pairs of syllables. Built once; nothing changes after."""

    def __init__(self, names: Iterable[Name], own: Collection[str]) -> None:
        """Take the names of the reports, and the folded names of the places that they are about."""
        spelled = {name.key: syllables(name.text) for name in names}
        self._known = _typed_either_way(spelled.values())
        self._places = _typed_either_way(parts for key, parts in spelled.items() if key in own or is_unit(parts))

    def fitting(self, before: str, typed: str, after: str) -> Callable[[str], bool]:
        """Return what tells if a syllable, typed between two others, makes the name of one of the places."""
        pairs, left, right = self._places, self._is_name(before, typed), self._is_name(typed, after)
        return lambda form: (not left and (before, form) in pairs) or (not right and (form, after) in pairs)

    def _is_name(self, first: str, second: str) -> bool:
        return (first, second) in self._known or is_unit((first, second))


def _typed_either_way(names: Iterable[list[str]]) -> Pairs:
    """Return the pairs of names, each of the two syllables typed with diacritics or without."""
    pairs = {pair for parts in names for pair in pairwise(parts)}
    return frozenset((left, right) for a, b in pairs for left in (a, fold(a)) for right in (b, fold(b)))
