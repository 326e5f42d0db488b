"""Finds which of many known names stand in a text, by their first syllable. Knows names, not where they come from."""

from collections.abc import Mapping

from app.understand.names import Name
from index.syllables import normalise


class NameIndex:
    """The names of a vocabulary as they are looked for. Built once; nothing changes after."""

    def __init__(self, names: Mapping[str, Name]) -> None:
        self._spelled: dict[str, list[tuple[int, str, Name]]] = {}
        self._folded: dict[str, list[tuple[int, str, Name]]] = {}
        for rank, name in enumerate(names.values()):
            for index, text in ((self._spelled, normalise(name.text)), (self._folded, name.key)):
                index.setdefault(text.partition(" ")[0], []).append((rank, f" {text} ", name))

    def within(self, text: str, *, folded: bool = False) -> list[Name]:
        """Return the names that stand in a text of syllables between spaces, in the order of the vocabulary.

        ``folded`` looks for them without diacritics, else as they are spelled.
        """
        index = self._folded if folded else self._spelled
        first = dict.fromkeys(text.split(" "))
        found = [one for syllable in first for one in index.get(syllable, ()) if one[1] in text]
        return [name for _, _, name in sorted(found, key=lambda one: one[0])]
