"""Passages as they are matched: spelled in one way, alone and with what a reader has in mind there. No questions."""

import re
from dataclasses import dataclass

from app.understand.lexicon import Lexicon
from corpus.models import Passage
from index.syllables import fold, normalise, syllables

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
"""A year, also one inside a date: a passage of 14/12/2020 speaks of 2020."""


_COMPARED = re.compile(
    r"\b(?:so với|cùng kỳ|bằng kỳ|hơn|kém)\s(?:[^\W\d_]+\s){0,4}?(?:tháng \d{1,2}/)?(?:19|20)\d{2}(?!\d)"
    r"|\((?:[^\W\d_]+\s){0,3}(?:19|20)\d{2}\s*(?::|là\b|có\b)[^()]*\)",
    re.IGNORECASE,
)
_PERIOD = re.compile(r"(?<![\d/.-])((?:19|20)\d{2})\s?[-–]\s?((?:19|20)\d{2})(?![\d/])")


@dataclass(frozen=True, slots=True)
class Text:
    """A passage as it is matched: its own canonical syllables and those of its surroundings, padded with spaces."""

    own: str
    own_folded: str
    written_out: str
    wide: str
    canonical: str
    folded: str
    titles: str  # the titles above it, normalised
    years: frozenset[str]
    dated: frozenset[str]  # those that date it: of its first clause, and not only compared with ("so với năm 2023")
    wide_years: frozenset[str]
    covered_years: frozenset[str]  # those of the periods that it names: "2021-2023" is three


def prepare(passage: Passage, anchor: str, lexicon: Lexicon) -> Text:
    """Return a passage as it is matched; ``anchor`` is the sentence with its footnote mark, or ""."""
    wide = f"{passage.context}. {anchor} {passage.text}"
    written_out = lexicon.variants.canonical(passage.text)
    canonical = lexicon.variants.canonical(wide)
    own = f" {' '.join(syllables(written_out))} "
    joined = f" {' '.join(syllables(canonical))} "
    return Text(
        own=own,
        own_folded=fold(own),
        written_out=written_out,
        wide=joined,
        canonical=canonical,
        folded=fold(joined),
        titles=normalise(passage.context),
        years=frozenset(_YEAR.findall(passage.text)),
        dated=frozenset(_YEAR.findall(_COMPARED.sub(" ", passage.text).split(";")[0])),
        wide_years=frozenset(_YEAR.findall(wide)),
        covered_years=frozenset(
            str(year) for first, last in _PERIOD.findall(wide) for year in range(int(first), int(last) + 1)
        ),
    )
