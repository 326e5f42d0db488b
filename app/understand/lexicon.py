"""The vocabulary of the reports: syllables, pairs, names, how rare each word is. Knows nothing of questions."""

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable

from app.understand.cohesion import cohesion
from app.understand.dictionary import dictionary_words
from app.understand.function_words import QUESTION_PHRASES
from app.understand.likelihood import Likelihood
from app.understand.names import Name, capitalised_names
from app.understand.synonyms import in_official_words
from corpus.models import Passage
from index.syllables import fold, normalise, syllables
from index.variants import Variants

_WORD = re.compile(r"[^\W\d_]+")


class Lexicon:
    """What the reports' vocabulary says about a word. Built once; holds no state of any question."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        passages = list(passages)
        self.variants = Variants([passage.text for passage in passages])
        self.counts: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()
        self.sentences: list[str] = []  # of syllables, with a space on both ends
        self._documents: Counter[str] = Counter()
        self.names: dict[str, Name] = {}
        self._general = frozenset(syllable for word in dictionary_words() for syllable in word)
        self._general_pairs = frozenset(p for word in dictionary_words() for p in itertools.pairwise(word))
        for passage in passages:
            self._read(passage)
        self.capitals = frozenset(
            word for passage in passages for word in _WORD.findall(passage.text) if word[0].isupper()
        )
        self._all = "".join(self.sentences)
        self.cohesion = cohesion(passages, self.sentences)
        self._size = max(len(passages), 1)
        phrases = [syllables(phrase) for phrase in (*QUESTION_PHRASES, *self.variants.spoken_forms)]
        self.spoken = frozenset(syllable for phrase in phrases for syllable in phrase)
        self.likelihood = Likelihood((sentence.split() for sentence in self.sentences), dictionary_words(), phrases)
        self.spellings = {key: f" {normalise(name.text)} " for key, name in self.names.items()}  # of names, padded
        self.name_pairs = frozenset(
            pair for name in self.names.values() for pair in itertools.pairwise(syllables(name.text))
        )
        self.forms: dict[str, list[str]] = {}
        for syllable in dict.fromkeys([*self.counts, *sorted(self.spoken), *sorted(self._general)]):
            self.forms.setdefault(fold(syllable), []).append(syllable)

    def _read(self, passage: Passage) -> None:
        self.sentences.append(f" {' '.join(syllables(self.variants.canonical(passage.text)))} ")
        tokens = syllables(self.variants.canonical(f"{passage.context}. {passage.text}"))
        self.counts.update(tokens)
        self.pairs.update(itertools.pairwise(tokens))
        self._documents.update({*tokens, *(f"{a}_{b}" for a, b in itertools.pairwise(tokens))})
        for name in capitalised_names(passage.text, self.is_word):
            known = self.names.get(name.key)
            self.names[name.key] = Name(name.key, name.text, name.place or bool(known and known.place))

    def official(self, text: str) -> str:
        """Return a question written out, with everyday words exchanged for those that the reports use instead."""
        return in_official_words(self.variants.written_out(text), self.says)

    def says(self, phrase: str) -> bool:
        """Tell whether a canonical phrase stands in the text of a passage."""
        return f" {phrase} " in self._all

    def is_word(self, left: str, right: str) -> bool:
        """Tell whether two syllables stand side by side in a word of the dictionary."""
        return (left, right) in self._general_pairs

    def joins(self, left: str, right: str) -> bool:
        """Tell whether two syllables belong together: a word of the dictionary, or side by side in the reports."""
        return self.is_word(left, right) or (left, right) in self.pairs

    def idf(self, term: str) -> float:
        """Return how rare a syllable or a pair "a_b" is: ln((N+1)/(df+0.5)); a word of no passage is the rarest."""
        return math.log((self._size + 1) / (self._documents[term] + 0.5))

    def knows(self, syllable: str) -> bool:
        """Tell whether a syllable occurs in the reports, in the language of questions or in the dictionary."""
        return syllable in self.counts or syllable in self.spoken or syllable in self._general
