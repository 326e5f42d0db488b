"""A text read for all that it claims, and the evidence that a sentence cites. Knows no rule of what bears out what."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from app.check.figures import Figure, figures
from app.check.moments import Moment, moments
from app.check.names import Place, comparable, places
from app.check.tokens import Text, read_text
from app.models import Citation
from app.understand.lexicon import Lexicon
from index.syllables import fold, has_diacritics

_ENGLISH = frozenset(
    "the of in and to is are was were by from for with has have had that this which there on at".split()
)


_BEFORE_YEAR = frozenset({"năm", "trong", "đến", "in", "year", "of", "by"})


@dataclass(frozen=True, slots=True)
class Year:
    """A year that stands alone. "năm 2021" tells when; the 2018 of "Chương trình giáo dục phổ thông 2018" is a name."""

    key: str
    token: int
    tells_when: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text claims. ``comparable`` is what names are looked up in."""

    text: Text
    moments: tuple[Moment, ...]
    figures: tuple[Figure, ...]
    places: tuple[Place, ...]
    comparable: str

    def lone_years(self) -> list["Year"]:
        """Return the years that stand alone; the year of a whole date is not among them."""
        starts = {moment.start for moment in self.moments if moment.only_year}
        tokens = self.text.tokens
        return [
            Year(
                token.key,
                i,
                tells_when=not i or tokens[i - 1].key in _BEFORE_YEAR or tokens[i - 1].fences != token.fences,
            )
            for i, token in enumerate(tokens)
            if token.start in starts
        ]

    def years_of_its_own(self) -> frozenset[int]:
        """Return the years that the text is about, alone or in a date."""
        told = {int(year.key) for year in self.lone_years() if year.tells_when}
        return frozenset(told | {moment.year for moment in self.moments if not moment.only_year}) - {0}


def read(text: str, lexicon: Lexicon, known_places: Collection[str] = (), *, english: bool = False) -> Reading:
    """Read a text for its figures, times and places; places in ``known_places`` (keys) need no class before them."""
    cut = read_text(text, lexicon, english=english)
    times = tuple(moments(cut.spelled))
    looked_up = comparable(cut.raw, lexicon)
    return Reading(
        text=cut,
        moments=times,
        figures=tuple(figures(cut, times)),
        places=tuple(places(cut, lexicon, known_places)),
        comparable=fold(looked_up) if english else looked_up,
    )


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote, and the years of the headings it stands under; none where it says itself what year it is about."""

    reading: Reading
    years: frozenset[int]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The quotes that a sentence cites, and what a reader of them knows: the report's title, the headings above."""

    quotes: tuple[Quote, ...]
    context: Reading

    def readings(self) -> tuple[Reading, ...]:
        """Return the quotes and what is known of them."""
        return (*(quote.reading for quote in self.quotes), self.context)

    def places(self) -> frozenset[str]:
        """Return the keys of all places said."""
        return frozenset(place.key for reading in self.readings() for place in reading.places)


def gather(
    citations: Sequence[Citation], contexts: Mapping[str, str], lexicon: Lexicon, *, english: bool = False
) -> Evidence:
    """Read the quotes of some citations; ``contexts`` maps the id of a passage to the headings it stands under."""
    known = dict.fromkeys(
        piece for c in citations for piece in (c.report_title, c.section_title, contexts.get(c.passage_id, ""))
    )
    context = read(". ".join(known), lexicon, english=english)
    readings = [read(citation.quote, lexicon, english=english) for citation in citations]
    said = Evidence(tuple(Quote(reading, frozenset()) for reading in readings), context).places()
    return Evidence(
        tuple(
            Quote(
                replace(reading, places=tuple(places(reading.text, lexicon, said))),
                frozenset() if reading.years_of_its_own() else _headed(citation, contexts),
            )
            for citation, reading in zip(citations, readings, strict=True)
        ),
        context,
    )


def _headed(citation: Citation, contexts: Mapping[str, str]) -> frozenset[int]:
    """Return the years of the nearest heading above a quote that names any."""
    above = (contexts.get(citation.passage_id, ""), citation.section_title, citation.report_title)
    years = (frozenset(moment.year for moment in moments(heading)) - {0} for heading in above)
    return next(filter(None, years), frozenset())


def is_english(sentence: str) -> bool:
    """Tell whether a sentence is written in English: by its function words, and by having no diacritics."""
    words = sentence.lower().split()
    hits = sum(word.strip(".,;:()") in _ENGLISH for word in words)
    return hits * 6 >= max(len(words), 12) or (hits > 0 and not has_diacritics(sentence))
