"""Tells whether a figure, year or place of a sentence stands with what it stands with in the evidence.

"Tân Uyên 32,8 ha" holds only words of the evidence, yet there 32,8 ha stand beside Tam Đường. A claim is mismatched when
another figure (year, place) of the evidence has surroundings clearly more like those in the sentence than its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.claims.figures import Figure
from app.claims.names import Place
from app.claims.reading import Evidence, Quote, Reading
from app.claims.surroundings import Surroundings, likeness, surroundings
from app.claims.tokens import Token
from app.understand.lexicon import Lexicon

CLEARLY = 1.15
"""How many times as alike another claim's surroundings must be."""
AT_LEAST = 1.0
"""… and by how much, in weights of words; less is chance."""
NUMBER_BY_PLACE = 1.5
"""A figure beside a place says little of the place: what stands in it, comes to it or leaves it may be counted."""


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """A claim and what it stands among. A claim is no rival of those that its text puts ``beside`` it as their equal."""

    value: str
    around: Surroundings
    said: str
    unit: Figure | None = None  # of figures: only what is counted in the same unit is a rival
    beside: frozenset[str] = frozenset()

    def may_be_taken_for(self, other: "Standing") -> bool:
        """Tell whether this claim of the evidence and the other could be mistaken for each other."""
        alike = self.unit is None or other.unit is None or self.unit.same_unit(other.unit)
        return alike and self.value != other.value and other.value not in self.beside - other.beside


def mismatched_figures(sentence: Reading, evidence: Evidence, lexicon: Lexicon) -> set[str]:
    """Return the figures of a sentence, as written, where the evidence gives another figure of their unit."""

    def standings(reading: Reading) -> list[Standing]:
        tokens = reading.text.tokens
        return [
            Standing(str(f.value), surroundings(tokens, f.token, f.token, lexicon), f.said, f) for f in reading.figures
        ]

    return _mismatched(standings(sentence), [s for quote in evidence.quotes for s in standings(quote.reading)])


def mismatched_years(sentence: Reading, evidence: Evidence, lexicon: Lexicon) -> set[str]:
    """Return the years of a sentence where the evidence gives another year.

    A quote that names no year of its own is wholly of the year of its heading.
    """

    def standings(reading: Reading) -> list[Standing]:
        tokens = reading.text.tokens
        return [Standing(key, surroundings(tokens, i, i, lexicon), key) for key, i in reading.lone_years()]

    given = [standing for quote in evidence.quotes for standing in standings(quote.reading)]
    headed = [Standing(str(year), _throughout(quote, lexicon), "") for quote in evidence.quotes for year in quote.years]
    return _mismatched(standings(sentence), given + headed)


def mismatched_places(sentence: Reading, evidence: Evidence, lexicon: Lexicon) -> set[str]:
    """Return the places of a sentence, as keys, where the evidence names another place."""

    def standings(reading: Reading) -> list[Standing]:
        tokens = reading.text.tokens
        return [
            Standing(
                place.key,
                surroundings(tokens, place.first, place.last, lexicon, NUMBER_BY_PLACE),
                place.key,
                beside=_beside(place, reading.places, tokens),
            )
            for place in reading.places
        ]

    return _mismatched(standings(sentence), [s for quote in evidence.quotes for s in standings(quote.reading)])


def _throughout(quote: Quote, lexicon: Lexicon) -> Surroundings:
    """Return all words of a quote, as if each stood beside the claim."""
    weights = {token.key: lexicon.idf(token.key) for token in quote.reading.text.tokens if not token.number}
    return Surroundings({(side, key): weight for key, weight in weights.items() for side in (-1, 1)})


def _beside(place: Place, places: Sequence[Place], tokens: Sequence[Token]) -> frozenset[str]:
    """Return the places that a place is listed with or lies in: "Phú Thọ, Yên Bái"; "quận Hoàng Mai, thành phố Hà Nội"."""
    found = set()
    for other in places:
        left, right = sorted((place, other), key=lambda each: each.first)
        words = right.first - left.last - 1 - len(right.kind.split())
        if left is not right and words <= 0 and not any(t.number for t in tokens[left.last : right.first]):
            found.add(other.key)
    return frozenset(found)


def _mismatched(said: Sequence[Standing], given: Sequence[Standing]) -> set[str]:
    """Return what is said of the claims that belong elsewhere.

    Where the claim it is taken for is said as well, both must belong elsewhere: exchanging two moves both.
    """
    rivals = {standing: rival for standing in said if (rival := _rival(standing, given))}
    values = {standing.value for standing in said}
    moved = {standing.value for standing in rivals}
    return {standing.said for standing, rival in rivals.items() if rival not in values or rival in moved}


def _rival(claim: Standing, given: Sequence[Standing]) -> str:
    """Return the value that the evidence has where the claim stands, or "" where it is the claim's own."""
    own = [standing for standing in given if standing.value == claim.value]
    best = max((likeness(claim.around, standing.around) for standing in own), default=0.0)
    rival, alike = "", CLEARLY * best + AT_LEAST
    for other in given:
        if all(other.may_be_taken_for(each) for each in own or [claim]) and likeness(claim.around, other.around) > alike:
            rival, alike = other.value, likeness(claim.around, other.around)
    return rival
