"""BM25 over Vietnamese syllables and syllable pairs, with or without diacritics. Knows nothing of vectors."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

import bm25s
import numpy as np
import numpy.typing as npt

from index.syllables import fold, syllables, terms

logging.getLogger("bm25s").setLevel(logging.WARNING)  # the library sets DEBUG when it is imported

Analyse = Callable[[str], list[str]]
"""Turns a text into the terms that are counted."""


def accented_terms(text: str) -> list[str]:
    """Return the terms of a text as written."""
    return terms(syllables(text))


def folded_terms(text: str) -> list[str]:
    """Return the terms of a text without its diacritics, for questions typed without them."""
    return terms(syllables(fold(text)))


class LexicalChannel:
    """One BM25 index (Robertson and Zaragoza 2009, the variant of Lucene) over one way of analysing text."""

    def __init__(self, analyse: Analyse, scorer: bm25s.BM25) -> None:
        self._analyse = analyse
        self._scorer = scorer

    @classmethod
    def build(cls, analyse: Analyse, texts: Sequence[str]) -> "LexicalChannel":
        """Index texts; scores come back in their order."""
        scorer = bm25s.BM25(method="lucene", k1=1.5, b=0.75)
        # bm25s cannot index an empty vocabulary, which a report of pure punctuation would give.
        scorer.index([analyse(text) or [""] for text in texts], show_progress=False)
        return cls(analyse, scorer)

    @classmethod
    def load(cls, analyse: Analyse, folder: Path) -> "LexicalChannel":
        """Read what ``save`` wrote."""
        return cls(analyse, bm25s.BM25.load(str(folder), show_progress=False))

    def save(self, folder: Path) -> None:
        """Write the index into a folder of its own."""
        self._scorer.save(str(folder), show_progress=False)

    def known_share(self, question: str) -> float:
        """Return the share of the syllables of a question that occur in the texts, in [0, 1]."""
        syllables_only = [term for term in self._analyse(question) if "_" not in term]
        return sum(term in self._scorer.vocab_dict for term in syllables_only) / max(len(syllables_only), 1)

    def scores(self, question: str) -> npt.NDArray[np.float64]:
        """Return the score of every text, shape (n_texts,); zeros when no term of the question occurs."""
        known = [term for term in self._analyse(question) if term in self._scorer.vocab_dict]
        if not known:
            return np.zeros(int(self._scorer.scores["num_docs"]))
        return np.asarray(self._scorer.get_scores(known), dtype=np.float64)
