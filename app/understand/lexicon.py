"""The vocabulary of the reports: syllables, pairs, names, how rare each word is. Knows nothing of questions."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from app.understand.cohesion import Cohesion
from app.understand.dictionary import dictionary_words, is_common_word
from app.understand.function_words import QUESTION_PHRASES
from app.understand.gazetteer import large_units
from app.understand.likelihood import Likelihood
from app.understand.name_index import NameIndex
from app.understand.names import Name
from app.understand.rarity import Rarity
from app.understand.spoken import Spoken
from app.understand.synonyms import in_official_words
from app.understand.told import add_names, all_spelled, all_told, shares_of
from corpus.kept import NOTHING, Kept
from corpus.models import Passage
from index.models import Part
from index.syllables import fold, syllables
from index.variants import Variants


class Lexicon:
    """What the reports' vocabulary says about a word. Built once; holds no state of any question."""

    def __init__(self, passages: Iterable[Passage], parts: Sequence[Part] = (), kept: Kept = NOTHING) -> None:
        """Read passages, report by report; what is ``kept`` of a report that is as it was in ``parts`` is not read."""
        shares = shares_of(passages if isinstance(passages, Sequence) else list(passages), parts)
        told = all_told(shares, kept)
        self.variants = Variants(read=[one.shortened for one in told])
        self.passages = Spoken(all_spelled(shares, told, self.variants, kept))
        self.names: dict[str, Name] = {}
        for one in told:
            add_names(self.names, one.names)
        self.capitals = frozenset(word for one in told for word in one.capitals)
        self.places = tuple(dict.fromkeys(place for one in told for place in one.places))
        self.cohesion = Cohesion(self.passages)
        self._rarity = Rarity(self.passages)
        self._general = frozenset(syllable for word in (*dictionary_words(), *large_units()) for syllable in word)
        forms = [syllables(form) for form in self.variants.spoken_forms]
        asked = [syllables(phrase) for phrase in QUESTION_PHRASES]
        self.spoken = frozenset(syllable for phrase in (*asked, *forms) for syllable in phrase)
        self.likelihood = Likelihood(self.passages, forms)
        self.named = NameIndex(self.names)
        self.name_pairs = frozenset(pair for name in self.names.values() for pair in pairwise(syllables(name.text)))
        self.forms: dict[str, list[str]] = {}
        for syllable in dict.fromkeys([*self.passages.number, *sorted(self.spoken), *sorted(self._general)]):
            plain = syllable if syllable[0].isdigit() else fold(syllable)
            self.forms.setdefault(plain, []).append(syllable)

    def official(self, text: str) -> str:
        """Return a question written out, with everyday words exchanged for those that the reports use instead."""
        return in_official_words(self.variants.written_out(text), self.says)

    def says(self, phrase: str) -> bool:
        """Tell whether a canonical phrase stands in the text of a passage."""
        return len(self.passages.texts.places_of(phrase)) > 0

    def leads_with(self, phrase: str) -> bool:
        """Tell whether a canonical phrase stands in what leads to a passage."""
        return len(self.passages.contexts.places_of(phrase)) > 0

    def is_word(self, left: str, right: str) -> bool:
        """Tell whether two syllables stand side by side in a word of the dictionary."""
        return is_common_word(left, right)

    def joins(self, left: str, right: str) -> bool:
        """Tell whether two syllables belong together: a word of the dictionary, or side by side in the reports."""
        return is_common_word(left, right) or self._rarity.side_by_side(left, right)

    def idf(self, term: str) -> float:
        """Return how rare a syllable or a pair "a_b" is: ln((N+1)/(df+0.5)); a word of no passage is the rarest."""
        return self._rarity.idf(term)

    def occurs(self, syllable: str) -> bool:
        """Tell whether a syllable occurs in the reports."""
        return syllable in self.passages.number

    def knows(self, syllable: str) -> bool:
        """Tell whether a syllable occurs in the reports, in the language of questions or in the dictionary."""
        return self.occurs(syllable) or syllable in self.spoken or syllable in self._general
