"""BM25 over Vietnamese syllables and syllable pairs, with or without diacritics. Knows nothing of vectors."""

import logging
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bm25s
import numpy as np
import numpy.typing as npt

from index.mapping import is_mapped
from index.syllables import fold, syllables, terms
from index.terms import Analyse, TermTable

logging.getLogger("bm25s").setLevel(logging.WARNING)  # the library sets DEBUG when it is imported


def accented_terms(text: str) -> list[str]:
    """Return the terms of a text as written."""
    return terms(syllables(text))


def folded_terms(text: str) -> list[str]:
    """Return the terms of a text without its diacritics, for questions typed without them."""
    return terms(syllables(fold(text)))


class _Scorer(bm25s.BM25):  # type: ignore[misc]  # bm25s ships no types
    """BM25 of ``bm25s``, the matrix computed by whole arrays: a hundred thousand texts in a second, not in ten."""

    def build_index_from_ids(
        self, unique_token_ids: list[int], corpus_token_ids: TermTable, **_options: Any
    ) -> dict[str, Any]:
        """Return the scores of all terms in all texts, column by column, to the bit what the library computes."""
        lengths, texts, size = corpus_token_ids.lengths, len(corpus_token_ids.lengths), len(unique_token_ids)
        text_of = np.repeat(np.arange(texts, dtype=np.int64), lengths)
        places, counts = np.unique(corpus_token_ids.ids.astype(np.int64) * texts + text_of, return_counts=True)
        term, text = places // texts, places % texts
        held = np.bincount(term, minlength=size)
        rarity = {int(df): math.log(1 + (texts - df + 0.5) / (df + 0.5)) for df in np.unique(held) if df}
        idf = np.array([rarity.get(int(df), 0.0) for df in held], dtype=np.float32)
        room = self.k1 * ((1 - self.b) + self.b * lengths / lengths.mean())
        data = (idf[term] * (counts / (room[text] + counts))).astype(np.float32)
        indptr = np.concatenate([[0], np.cumsum(held, dtype=np.int64)])
        self.nonoccurrence_array = None
        return {"data": data, "indices": text.astype(np.int32), "indptr": indptr, "num_docs": texts}


@dataclass(frozen=True, slots=True)
class _Corpus:
    """Texts as ``bm25s`` takes them where they are analysed already."""

    ids: TermTable
    vocab: dict[str, int]


class LexicalChannel:
    """One BM25 index (Robertson and Zaragoza 2009, the variant of Lucene) over one way of analysing text."""

    def __init__(self, analyse: Analyse, scorer: bm25s.BM25) -> None:
        self._analyse = analyse
        self._scorer = scorer

    @classmethod
    def build(cls, analyse: Analyse, texts: Sequence[str]) -> "LexicalChannel":
        """Index texts; scores come back in their order."""
        return cls.of(analyse, TermTable.of(analyse, texts))

    @classmethod
    def of(cls, analyse: Analyse, table: TermTable) -> "LexicalChannel":
        """Index texts that were analysed before."""
        scorer = _Scorer(method="lucene", k1=1.5, b=0.75)
        vocabulary = {term: i for i, term in enumerate(table.vocabulary)}
        scorer.index(_Corpus(table, vocabulary), show_progress=False)
        return cls(analyse, scorer)

    @classmethod
    def load(cls, analyse: Analyse, folder: Path) -> "LexicalChannel":
        """Open what ``save`` wrote; of large ones, only the scores of the terms asked for are read from the disk."""
        return cls(analyse, bm25s.BM25.load(str(folder), show_progress=False, mmap=is_mapped(folder)))

    def save(self, folder: Path) -> None:
        """Write the index into a folder of its own."""
        self._scorer.save(str(folder), show_progress=False)

    @property
    def vocabulary(self) -> dict[str, int]:
        """The terms of all texts by their number."""
        words: dict[str, int] = self._scorer.vocab_dict
        return words

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
