"""Leaves the name of who reports out of what is looked for: all that a report says is about them. Knows no passage.

"Vườn quốc gia Khau Lượng đã tìm thấy sao la chưa?" looks for the sao la. A report on two parties is about both, and
which of them is meant tells its sentences apart.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.understand.names import Name
from corpus.models import Metadata
from index.syllables import TOKEN, fold, syllables

_PARTNERS = re.compile(r"\b(?:giữa|với)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reporter:
    """Who reports, as folded syllables: "ubnd huyen quynh tien"; none where a report is on several parties."""

    said: tuple[str, ...]

    def left_out_of(self, text: str, names: Iterable[Name]) -> str:
        """Return a question without the reporter's name and the words that open it; ``names`` are the question's."""
        ends = {tuple(name.key.split()) for name in names if f" {name.key} " in f" {' '.join(self.said)} "}
        tokens = list(TOKEN.finditer(text))
        keys = [fold(token[0]) for token in tokens]
        kept, start = [], 0
        for place in range(len(keys)):
            length = max((self._length_before(keys[: place + 1], end) for end in ends), default=0)
            if length:
                kept.append(text[start : tokens[place + 1 - length].start()])
                start = tokens[place].end()
        return " ".join(" ".join([*kept, text[start:]]).split())

    def _length_before(self, keys: list[str], name: tuple[str, ...]) -> int:
        """Return how many of the last syllables are the reporter as far as the end of a name; 0 where none are."""
        if tuple(keys[-len(name) :]) != name:
            return 0
        ends = (i + len(name) for i in range(len(self.said)) if self.said[i : i + len(name)] == name)
        longest = len(name)
        for end in ends:
            length = len(name)
            while length < min(end, len(keys)) and keys[-length - 1] == self.said[end - length - 1]:
                length += 1
            longest = max(longest, length)
        return longest


def reporter(title: str, metadata: Metadata) -> Reporter:
    """Return who reports, as its document says: the issuer; nobody in particular for a title that names partners."""
    return Reporter(() if _PARTNERS.search(title) else tuple(fold(one) for one in syllables(metadata.issuer or "")))
