"""Which places the reports call "huyện", "xã" and the like, and which of them a text names without that noun."""

import re
from collections.abc import Collection, Iterable

from index.syllables import fold, syllables

# "xã Ninh Hiệp, Gia Lâm, Hà Nội": what follows a commune after a comma lies above it.
_CHAIN = re.compile(r"\b(?:[Xx]ã|[Pp]hường|[Tt]hị trấn) [^,;.]{2,30}, (?P<name>[A-ZĐ][^\W\d_]* [A-ZĐÀ-Ỹ][^\W\d_]*)")
_ABOVE_COMMUNE = frozenset({"huyện", "quận", "thị xã", "tỉnh"})


class Places:
    """The places of all reports by their noun. Holds nothing of any question."""

    def __init__(self, places: Iterable[tuple[str, str]]) -> None:
        """Take each place as its noun and its folded name."""
        self._by_noun: dict[str, set[str]] = {}
        for noun, name in places:
            self._by_noun.setdefault(noun, set()).add(name)

    def named(self, heads: Iterable[str], text: str, said: Collection[str]) -> bool:
        """Tell whether a text names a place of one of the nouns ("tại xã") beyond the folded names that are said."""
        nouns = {head.split()[-1] for head in heads}
        if nouns & _ABOVE_COMMUNE and any(fold(match["name"]) not in said for match in _CHAIN.finditer(text)):
            return True
        known = {key for noun in nouns for key in self._by_noun.get(noun, ())} - set(said)
        folded = f" {' '.join(syllables(fold(text)))} "
        return any(f" {key} " in folded for key in known)
