"""The rules: what can be held against a sentence, given the quotes it cites. Knows nothing of marks or answers."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from app.check.figures import Figure
from app.check.names import comparable, proper_names
from app.check.pairs import mismatched
from app.check.polarity import contradicts, without_answer_word
from app.check.reading import Evidence, Reading, read
from app.check.worked_out import is_worked_out
from app.understand.function_words import FUNCTION_WORDS
from app.understand.lexicon import Lexicon
from index.syllables import fold, normalise

Fault = Literal["no-citation", "unknown-citation", "off-topic", "figure", "unit", "date", "name", "pair", "negation"]
_MEMBERS = re.compile(r"[,;:]\s| và |\s[-–]\s")
ON_TOPIC = 0.4
"""Share of the telling words of a sentence, by rarity, that its evidence must hold."""
TELLING = 3
"""A sentence of fewer telling words ("04 + 03 = 7 người") has no topic of its own."""


@dataclass(frozen=True, slots=True)
class Objection:
    """What is wrong with a sentence, and which part of it; ``said`` is "" where it is the sentence as a whole."""

    fault: Fault
    said: str


def objections(sentence: str, evidence: Evidence, lexicon: Lexicon, *, english: bool = False) -> list[Objection]:
    """Return all that can be held against a sentence without marks; in English against its figures, dates and names."""
    reading = read(sentence, lexicon, evidence.places(), english=english)
    found = [
        *_figures(reading, evidence, english=english),
        *_moments(reading, evidence),
        *_codes(reading, evidence),
        *_names(reading, evidence, lexicon, english=english),
        *_places(reading, evidence),
    ]
    found += [Objection("pair", said) for said in sorted(mismatched(reading, evidence, lexicon, english=english))]
    if not english:
        found += _repeated(reading, evidence, lexicon)
        found += _said_twice(reading, evidence)
        found += _whole(sentence, reading, evidence, lexicon)
    return list(dict.fromkeys(found))


def _figures(reading: Reading, evidence: Evidence, *, english: bool) -> Iterator[Objection]:
    given = [figure for quote in evidence.quotes for figure in quote.reading.figures]
    borne_out = [figure for figure in reading.figures if any(map(figure.equals, given))]
    for figure in reading.figures:
        same = [other for other in given if figure.equals(other)]
        if not same:
            if not is_worked_out(figure, _terms(borne_out, given, reading), reading.text.spelled):
                yield Objection("figure", figure.said)
        elif not english and not any(_unit_holds(figure, other) for other in same):
            yield Objection("unit", " ".join((figure.said, *figure.unit[:2])))


def _terms(borne_out: list[Figure], given: list[Figure], reading: Reading) -> list[Figure]:
    """Return the figures that can be reckoned with, in the unit of the evidence; "mỗi bên 02" is 02 for each side."""
    each = any(token.key == "mỗi" for token in reading.text.tokens)
    terms = []
    for figure in borne_out:
        same = [other for other in given if figure.equals(other)]
        terms += same if each else same[:1]
    return terms


def _unit_holds(figure: Figure, given: Figure) -> bool:
    """Tell whether the evidence gives a figure with the unit that the sentence gives it."""
    if figure.per and figure.per != given.per:
        return False
    unscaled = Decimal(1) == figure.scale == given.scale
    folded = fold(figure.unit[0]) in map(fold, given.unit) if figure.unit else True
    return (figure.same_unit(given) or (unscaled and folded)) and bool(given.unit or not figure.unit)


def _moments(reading: Reading, evidence: Evidence) -> Iterator[Objection]:
    given = [moment for quote in evidence.quotes for moment in quote.reading.moments]
    headed = {str(year) for quote in evidence.quotes for year in quote.years}
    known = {year.key for year in reading.lone_years() if year.tells_when} & headed
    for moment in reading.moments:
        if not any(moment.agrees(other) for other in given) and not (moment.only_year and moment.said in known):
            yield Objection("date", moment.said)


def _codes(reading: Reading, evidence: Evidence) -> Iterator[Objection]:
    """Hold document numbers, web addresses and the like against a sentence where the evidence lacks them."""
    given = {token.key for quote in evidence.quotes for token in quote.reading.text.tokens}
    for token in reading.text.tokens:
        dated = any(moment.start <= token.start < moment.end for moment in reading.moments)
        plain = token.number or token.key.isalpha() or token.key == "%"
        if not plain and not dated and token.key not in given:
            yield Objection("name", token.key)


def _names(reading: Reading, evidence: Evidence, lexicon: Lexicon, *, english: bool) -> Iterator[Objection]:
    stated = "".join(part.comparable for part in evidence.readings())
    folded = fold(stated)
    for name in [] if english else proper_names(reading.text.raw, lexicon):
        key = comparable(name, lexicon)
        if key.strip() and key not in stated and not (len(key.split()) > 1 and fold(key) in folded):
            yield Objection("name", name)
    for known in lexicon.named.within(reading.comparable, folded=english):
        key = f" {known.key if english else normalise(known.text)} "
        if " " in key.strip() and fold(key) not in folded:
            yield Objection("name", known.text)


def _places(reading: Reading, evidence: Evidence) -> Iterator[Objection]:
    known = [place for part in evidence.readings() for place in part.places]
    for place in reading.places:
        kinds = {other.kind for other in known if other.key == place.key and other.kind}
        if place.kind and kinds and place.kind not in kinds:
            yield Objection("name", f"{place.kind} {place.key}")


def _repeated(reading: Reading, evidence: Evidence, lexicon: Lexicon) -> Iterator[Objection]:
    """Hold against a sentence a member that it lists twice, and the evidence once: it replaced another member."""
    members = [comparable(member, lexicon) for member in _MEMBERS.split(reading.text.spelled)]
    for i, member in enumerate(members):
        again = [m for m in members[i + 1 :] if m.startswith(member) or m.endswith(member) or member.endswith(m)]
        shorter = min((member, *again), key=len)
        given = sum(_count(shorter, quote.reading.comparable) for quote in evidence.quotes)
        if again and len(shorter.split()) > 1 and _count(shorter, reading.comparable) > max(given, 1):
            yield Objection("name", shorter.strip())


def _said_twice(reading: Reading, evidence: Evidence) -> Iterator[Objection]:
    """Hold against a sentence a figure that it gives twice, and the evidence once: it replaced another figure."""
    figures = Counter(figure.value for figure in reading.figures if figure.unit)
    given_figures = Counter(figure.value for quote in evidence.quotes for figure in quote.reading.figures)
    for figure in reading.figures:
        if figure.said[0].isdigit() and figures[figure.value] > given_figures[figure.value] > 0:
            yield Objection("figure", figure.said)


def _count(name: str, text: str) -> int:
    return len(re.findall(rf"(?<!\S){re.escape(name.strip())}(?!\S)", text))


def _whole(sentence: str, reading: Reading, evidence: Evidence, lexicon: Lexicon) -> Iterator[Objection]:
    bare = read(without_answer_word(sentence), lexicon).text.tokens
    if contradicts(bare, [quote.reading.text.tokens for quote in evidence.quotes]):
        yield Objection("negation", "")
    held = {token.key for part in evidence.readings() for token in part.text.tokens}
    telling = {token.key for token in reading.text.tokens if token.key not in FUNCTION_WORDS and token.key.isalpha()}
    weights = {key: lexicon.idf(key) for key in telling}
    if len(telling) >= TELLING and sum(weights[key] for key in telling & held) < ON_TOPIC * sum(weights.values()):
        yield Objection("off-topic", "")
