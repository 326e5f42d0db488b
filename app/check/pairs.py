"""Tells whether a figure, year or place of a sentence stands with what it stands with in the evidence.

"Tân Uyên 32,8 ha" holds only words of the evidence, yet there 32,8 ha stand beside Tam Đường. A claim is mismatched
when another figure (year, place) of the evidence has surroundings clearly more like those in the sentence than its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.check.figures import Figure
from app.check.names import Place
from app.check.reading import Evidence, Quote, Reading
from app.check.surroundings import Surroundings, likeness, surroundings
from app.check.tokens import Text
from app.understand.lexicon import Lexicon

CLEARLY = 1.5
"""By how much more alike, in weights of words, another claim's surroundings must be; less is chance."""
FAR_MORE = 6.0
"""By how much more alike it must be where the sentence names it as well."""
UNBROKEN = 1.0
"""What each word adds that stands in one row with a place in both texts: "Tổng Công ty Du lịch" Hà Nội."""
NUMBER_BY_PLACE = 1.5
"""A figure beside a place says little of the place: what stands in it, comes to it or leaves it may be counted."""


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """A claim and what it stands among."""

    value: str
    around: Surroundings
    said: str
    unit: Figure | None = None  # of figures: only what is counted in the same unit is a rival
    bracket: int = -1  # of places: the first token of the bracket that they stand in

    def rivals(self, claim: "Standing", own: Sequence["Standing"]) -> bool:
        """Tell whether this claim of the evidence could stand where the sentence has ``claim``.

        ``own`` are the places where the evidence has it. Two members of one list in brackets are no rivals: what stands
        before the list is true of both.
        """
        if self.value == claim.value or (self.bracket >= 0 and self.bracket in {each.bracket for each in own}):
            return False
        if self.unit is None or claim.unit is None:
            return True
        counted = [claim.unit] if claim.unit.unit else [each.unit for each in own if each.unit]
        return any(unit.same_unit(self.unit) for unit in counted)


def mismatched(sentence: Reading, evidence: Evidence, lexicon: Lexicon, *, english: bool = False) -> set[str]:
    """Return the figures and years of a sentence, as written, and the places, as keys, that belong elsewhere.

    An English sentence shares only figures and names with the evidence: too little to tell where a place belongs.
    """
    found = _mismatched_figures(sentence, evidence, lexicon) | _mismatched_years(sentence, evidence, lexicon)
    return found if english else found | _mismatched_places(sentence, evidence, lexicon)


def _mismatched_figures(sentence: Reading, evidence: Evidence, lexicon: Lexicon) -> set[str]:
    """Return the figures of a sentence, as written, where the evidence gives another figure of their unit."""

    def standings(reading: Reading) -> list[Standing]:
        tokens = reading.text.tokens
        return [
            Standing(str(f.value), surroundings(tokens, f.token, f.end_of_unit, lexicon, either_side=True), f.said, f)
            for f in reading.figures
        ]

    given = [standing for quote in evidence.quotes for standing in standings(quote.reading)]
    values = {standing.value for standing in given}
    return _mismatched([standing for standing in standings(sentence) if standing.value in values], given)


def _mismatched_years(sentence: Reading, evidence: Evidence, lexicon: Lexicon) -> set[str]:
    """Return the years of a sentence where the evidence gives another year.

    A quote that names no year of its own is wholly of the year of its heading.
    """

    def standings(reading: Reading) -> list[tuple[Standing, bool]]:
        tokens = reading.text.tokens
        return [
            (Standing(year.key, surroundings(tokens, year.token, year.token, lexicon), year.key), year.tells_when)
            for year in reading.lone_years()
        ]

    given = [standing for quote in evidence.quotes for standing in standings(quote.reading)]
    headed = [Standing(str(year), _throughout(quote, lexicon), "") for quote in evidence.quotes for year in quote.years]
    said = standings(sentence)
    times = [standing for standing, tells_when in given if tells_when]
    return _mismatched([standing for standing, tells_when in said if tells_when], times + headed) | _mismatched(
        [standing for standing, tells_when in said if not tells_when], [standing for standing, _ in given]
    )


def _mismatched_places(sentence: Reading, evidence: Evidence, lexicon: Lexicon) -> set[str]:
    """Return the places of a sentence, as keys, where the evidence names another place."""

    def standings(reading: Reading) -> list[Standing]:
        tokens = reading.text.tokens
        found = []
        for row in _rows(reading):
            first, last = row[0].first - len(row[0].kind.split()), row[-1].last
            around = surroundings(tokens, first, last, lexicon, NUMBER_BY_PLACE)
            bracket = tokens[row[0].first].bracket
            found += [Standing(place.key, around, place.key, bracket=bracket) for place in row]
        return found

    given = [standing for quote in evidence.quotes for standing in standings(quote.reading)]
    listed = _places_with_their_figure(sentence, evidence)
    said = [standing for standing in standings(sentence) if standing.value not in listed]
    return _mismatched(said, given, UNBROKEN) | _lying_elsewhere(sentence, evidence)


def _places_with_their_figure(sentence: Reading, evidence: Evidence) -> set[str]:
    """Return the places of a sentence that it gives the figure that the evidence lists for them.

    What stands before a list is true of each member: "115 ha (thành phố Lai Châu 78,7 ha; huyện Tam Đường 32,8 ha)".
    """
    listed: dict[str, set[str]] = {}
    for reading in (quote.reading for quote in evidence.quotes):
        numbered = [
            (p.key, t.key) for p in reading.places for t in reading.text.tokens[p.last + 1 : p.last + 2] if t.number
        ]
        for key, number in numbered if len({key for key, _ in numbered}) > 1 else []:
            listed.setdefault(key, set()).add(number)
    tokens = sentence.text.tokens
    return {
        place.key
        for place in sentence.places
        for token in tokens
        if token.number and token.fences == tokens[place.last].fences and token.key in listed.get(place.key, ())
    }


def _lying_elsewhere(sentence: Reading, evidence: Evidence) -> set[str]:
    """Return the places in a row with places that the evidence has in rows without them, and "Hà Nội - Hà Nội".

    The province that the headings name may follow any place of it: "huyện Tân Uyên, tỉnh Lai Châu".
    """
    given = [{place.key for place in row} for quote in evidence.quotes for row in _rows(quote.reading) if len(row) > 1]
    known = {(place.key, place.kind) for place in evidence.context.places if place.kind}
    found = set()
    for row in _rows(sentence):
        keys = [place.key for place in row]
        found |= {left for left, right in pairwise(keys) if left == right}
        for place in row:
            rows = [other for other in given if other & (set(keys) - {place.key})]
            elsewhere = rows and not any(place.key in other for other in rows)
            if elsewhere and (place.key, place.kind) not in known:
                found.add(place.key)
    return found


def _rows(reading: Reading) -> list[list[Place]]:
    """Return the places in rows, with a comma or a dash between: "Phú Thọ, Yên Bái", "quận X, thành phố Y"."""
    rows: list[list[Place]] = []
    for place in reading.places:
        last = rows[-1][-1] if rows else None
        if last and place.first - last.last - 1 == len(place.kind.split()) and _runs_on(last, place, reading.text):
            rows[-1].append(place)
        else:
            rows.append([place])
    return rows


def _runs_on(left: Place, right: Place, text: Text) -> bool:
    between = text.spelled[text.tokens[left.last].end : text.tokens[right.first].start]
    return not set(between) & set(";):.")


def _throughout(quote: Quote, lexicon: Lexicon) -> Surroundings:
    """Return all words of a quote, as if each stood beside the claim."""
    weights = {token.key: lexicon.idf(token.key) for token in quote.reading.text.tokens if not token.number}
    return Surroundings({(side, key): weight for key, weight in weights.items() for side in (-1, 1)})


def _mismatched(said: Sequence[Standing], given: Sequence[Standing], unbroken: float = 0.0) -> set[str]:
    """Return what is said of the claims that belong elsewhere.

    Where the claim it is taken for is said as well, that one must belong elsewhere too, since exchanging two moves
    both; only a rival that is far more alike needs no such proof.
    """
    rivals = {standing: rival for standing in said if (rival := _rival(standing, given, unbroken))}
    values = {standing.value for standing in said}
    moved: dict[str, float] = {}
    for standing, (_, ahead) in rivals.items():
        moved[standing.value] = max(moved.get(standing.value, 0.0), ahead)
    return {
        standing.said
        for standing, (rival, ahead) in rivals.items()
        if (ahead > CLEARLY and rival not in values)
        or (rival in moved and ahead + moved[rival] > CLEARLY)
        or ahead > FAR_MORE
    }


def _rival(claim: Standing, given: Sequence[Standing], unbroken: float) -> tuple[str, float] | None:
    """Return the value that the evidence has in place of the claim, and how far ahead it is; None for no other."""
    own = [standing for standing in given if standing.value == claim.value]
    alike = max((likeness(claim.around, each.around, unbroken) for each in own), default=0.0)
    scores = [
        (likeness(claim.around, other.around, unbroken) - alike, other.value)
        for other in given
        if other.rivals(claim, own)
    ]
    ahead, rival = max(scores, default=(0.0, ""))
    return (rival, ahead) if ahead > 0 else None
