"""Things that go by a number of their own ("bão số 6", "Dự án 9") and whether a text tells of them. Language only."""

import re
from collections.abc import Callable

from app.decide.nouns import nouns
from app.understand.quantities import SCALES
from index.syllables import syllables

_NUMBER = r"(?P<number>\d{1,3}|[ivx]{1,4})(?![\w.,/%-])"
# "Bão số 6"; "một số 3" and "tổng số 12" count.
_BY_NUMBER = re.compile(
    rf"\b(?P<noun>(?!(?:một|tổng|con|dân|chỉ|tỷ|tỉ|hệ|ân|đa|thiểu|trong|các|những|và|có) )[^\W\d_]+) số {_NUMBER}"
)
# These go by a number without "số".
_BY_PLACE = re.compile(rf"\b(?P<noun>tiểu dự án|dự án|khu vực|đợt) {_NUMBER}(?P<after>(?: [^\W\d_]+){{0,2}})")

_COUNTED = frozenset({"person", "household", "money", "area", "length", "time"})


def unknown_number(question: str, is_known: Callable[[str], bool], told: str) -> str:
    """Return a thing of a canonical question whose number a text does not tell; "" for none.

    ``told`` is the text with its titles, notes and paragraph. Where the reports never speak of the noun itself, another
    word may stand for it there.
    """
    spoken = f" {' '.join(syllables(told))} "
    named: list[tuple[re.Match[str], tuple[str, ...]]] = [
        (match, (f"{match['noun']} số", match["noun"])) for match in _BY_NUMBER.finditer(question)
    ]
    named += [(match, (match["noun"],)) for match in _BY_PLACE.finditer(question) if not _counts(match["after"])]
    for match, nouns_said in named:
        if is_known(nouns_said[0]) and not any(_told(noun, match["number"], spoken) for noun in nouns_said):
            return match[0].removesuffix(match.groupdict().get("after") or "")
    return ""


def _told(noun: str, number: str, spoken: str) -> bool:
    """Tell whether a text of syllables has a noun with a number, also as "06" for "6"."""
    return any(f" {noun} {form} " in spoken for form in (number, number.lstrip("0"), number.zfill(2)))


def _counts(after: str) -> bool:
    """Tell whether a known noun follows, of which the number says how many: "dự án 5 tỷ đồng"."""
    words = syllables(after)
    counted = nouns().at(words, 0) if words else None
    return bool(words) and (words[0] in SCALES or (counted is not None and counted[0] in _COUNTED))
