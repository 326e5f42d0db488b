"""A text read for all that it claims, and the evidence that a sentence cites. Knows no rule of what bears out what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.claims.figures import Figure, figures
from app.claims.moments import Moment, moments
from app.claims.names import Place, comparable, places
from app.claims.tokens import Text, read_text
from app.models import Citation
from app.understand.lexicon import Lexicon
from index.syllables import fold

_ENGLISH = frozenset("the of in and to is are was were by from for with has have had that this which there on at".split())


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text claims. ``comparable`` is what names are looked up in."""

    text: Text
    moments: tuple[Moment, ...]
    figures: tuple[Figure, ...]
    places: tuple[Place, ...]
    comparable: str

    def lone_years(self) -> list[tuple[str, int]]:
        """Return the years that stand alone, each with its token; the year of a whole date is not among them."""
        starts = {moment.start for moment in self.moments if moment.only_year}
        return [(token.key, i) for i, token in enumerate(self.text.tokens) if token.start in starts]

    def years_of_its_own(self) -> frozenset[int]:
        """Return the years that the text is about: "năm 2021", not the year in a name ("Chương trình 2018")."""
        tokens = self.text.tokens
        dated = {moment.year for moment in self.moments if not moment.only_year}
        return frozenset({int(key) for key, i in self.lone_years() if i and tokens[i - 1].key == "năm"} | dated) - {0}


def read(text: str, lexicon: Lexicon, *, english: bool = False) -> Reading:
    """Read a text for its figures, times and places."""
    cut = read_text(text, lexicon, english=english)
    times = tuple(moments(cut.spelled))
    looked_up = comparable(cut.raw, lexicon)
    return Reading(
        text=cut,
        moments=times,
        figures=tuple(figures(cut, times)),
        places=tuple(places(cut, lexicon)),
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


def gather(
    citations: Sequence[Citation], contexts: Mapping[str, str], lexicon: Lexicon, *, english: bool = False
) -> Evidence:
    """Read the quotes of some citations; ``contexts`` maps the id of a passage to the headings it stands under."""
    known = dict.fromkeys(
        piece for c in citations for piece in (c.report_title, c.section_title, contexts.get(c.passage_id, ""))
    )
    return Evidence(
        tuple(_quote(citation, contexts, lexicon, english=english) for citation in citations),
        read(". ".join(known), lexicon, english=english),
    )


def _quote(citation: Citation, contexts: Mapping[str, str], lexicon: Lexicon, *, english: bool) -> Quote:
    reading = read(citation.quote, lexicon, english=english)
    above = (contexts.get(citation.passage_id, ""), citation.section_title, citation.report_title)
    headed = next((years for text in above if (years := frozenset(m.year for m in moments(text)) - {0})), frozenset())
    return Quote(reading, frozenset() if reading.years_of_its_own() else headed)


def is_english(sentence: str) -> bool:
    """Tell whether a sentence is written in English: a sixth of its words, and at least two, are English function words."""
    words = sentence.lower().split()
    hits = sum(word.strip(".,;:()") in _ENGLISH for word in words)
    return hits >= 2 and hits * 6 >= len(words)
