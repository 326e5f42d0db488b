"""What Vietnamese nouns of administration name: persons, companies, animals, money. Knows no text and no question.

The kinds form a tree ("con" over "gia cầm" over "gà"); its words are a table beside this file.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from index.syllables import normalise, syllables

LONGEST = 4
"""Syllables of the longest noun of the table."""


@dataclass(frozen=True, slots=True)
class Nouns:
    """The table, read: the kind of each noun, and the kind above each kind."""

    kind_of: dict[str, str]
    parent_of: dict[str, str]

    def at(self, tokens: list[str], position: int) -> tuple[str, int] | None:
        """Return the kind of the longest noun that begins at a position, and its syllables; None for no known one."""
        for length in range(min(LONGEST, len(tokens) - position), 0, -1):
            kind = self.kind_of.get(" ".join(tokens[position : position + length]))
            if kind is not None:
                return kind, length
        return None

    def kinds_in(self, text: str) -> set[str]:
        """Return the kinds of all nouns of a text that the table has."""
        tokens, kinds, position = syllables(text), set[str](), 0
        while position < len(tokens):
            found = self.at(tokens, position)
            if found:
                kinds.add(found[0])
            position += found[1] if found else 1
        return kinds

    def within(self, kind: str, above: str) -> bool:
        """Tell whether a kind is another or lies under it: "gà" is within "con"."""
        while kind and kind != above:
            kind = self.parent_of[kind]
        return bool(kind)

    def may_be(self, one: str, other: str) -> bool:
        """Tell whether two nouns can name one thing: one kind, or one the general word for the other."""
        return self.within(one, other) or self.within(other, one)


@cache
def nouns() -> Nouns:
    """Return the table that ships with the code."""
    kind_of: dict[str, str] = {}
    parent_of: dict[str, str] = {}
    for line in (files("app.decide") / "nouns.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, parent, words = line.split("\t")
            parent_of[kind] = parent
            kind_of.update({normalise(word): kind for word in words.split("|")})
    return Nouns(kind_of, parent_of)
