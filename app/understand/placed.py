"""Places that a text calls "huyện", "xã" and the like, and words that open with a capital. Knows letters only."""

import re

from index.syllables import fold

_PLACE = re.compile(
    r"\b(?P<noun>[Tt]ỉnh|[Hh]uyện|[Qq]uận|[Xx]ã|[Pp]hường|[Bb]ản|[Tt]hôn) (?P<name>[A-ZĐÀ-Ỹ]\w* [A-ZĐÀ-Ỹ]\w*)"
)
_WORD = re.compile(r"[^\W\d_]+")


def places_in(text: str) -> list[tuple[str, str]]:
    """Return the places of a text, each as its noun and its folded name of two words."""
    return [(match["noun"].lower(), fold(match["name"])) for match in _PLACE.finditer(text)]


def capitals_of(text: str) -> list[str]:
    """Return the words of a text that open with a capital."""
    return [word for word in _WORD.findall(text) if word[0].isupper()]
