"""The terms of many texts as numbers, kept so that no text has to be analysed twice. Knows nothing of scores."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int32]
Analyse = Callable[[str], list[str]]
"""Turns a text into the terms that are counted."""


@dataclass(frozen=True, slots=True)
class TermTable:
    """The terms of texts, one text after another: ``ids`` into ``vocabulary``, and how many each text has."""

    vocabulary: tuple[str, ...]
    ids: Numbers
    lengths: Numbers  # shape (n_texts,)

    @classmethod
    def of(cls, analyse: Analyse, texts: Iterable[str]) -> "TermTable":
        """Analyse texts; one without any term has the empty term, since a vocabulary must not be empty."""
        number: defaultdict[str, int] = defaultdict()
        number.default_factory = number.__len__
        ids = [np.fromiter(map(number.__getitem__, analyse(text) or [""]), dtype=np.int32) for text in texts]
        lengths = np.fromiter(map(len, ids), dtype=np.int32, count=len(ids))
        return cls(tuple(number), np.concatenate(ids) if ids else np.empty(0, np.int32), lengths)

    def run(self, start: int, end: int) -> "TermTable":
        """Return the table of the texts ``[start, end)``; the vocabulary stays."""
        first, last = (int(self.lengths[:at].sum(dtype=np.int64)) for at in (start, end))
        return TermTable(self.vocabulary, self.ids[first:last], self.lengths[start:end])

    def renumbered(self) -> "TermTable":
        """Return the same texts, the terms numbered as they first occur and those of no text left out.

        So an index that grew has the bytes of one that was built at once.
        """
        first = np.full(len(self.vocabulary), -1, dtype=np.int64)
        first[self.ids[::-1]] = np.arange(len(self.ids) - 1, -1, -1)
        used = np.flatnonzero(first >= 0)
        order = used[np.argsort(first[used])]
        number = np.zeros(len(self.vocabulary), dtype=np.int32)
        number[order] = np.arange(len(order), dtype=np.int32)
        return TermTable(tuple(self.vocabulary[i] for i in order), number[self.ids], self.lengths)

    def save(self, folder: Path) -> None:
        """Write the numbers into a folder that is there; the vocabulary is kept by the index of the same folder."""
        np.save(folder / "terms.npy", self.ids, allow_pickle=False)
        np.save(folder / "lengths.npy", self.lengths, allow_pickle=False)

    @classmethod
    def load(cls, folder: Path, vocabulary: Iterable[str]) -> "TermTable":
        """Read what ``save`` wrote. Raises ``OSError`` or ``ValueError`` where it is not there or not whole."""
        ids, lengths = (np.load(folder / f"{name}.npy", allow_pickle=False) for name in ("terms", "lengths"))
        table = cls(tuple(vocabulary), ids, lengths)
        if int(lengths.sum()) != len(ids) or (len(ids) and int(ids.max()) >= len(table.vocabulary)):
            raise ValueError(f"the terms in {folder} do not fit together")
        return table


def joined(pieces: Sequence[TermTable]) -> TermTable:
    """Return the texts of all tables one after another, renumbered; there is at least one table.

    Tables that share a vocabulary object are joined without looking at it.
    """
    whole = pieces[0]
    if all(piece.vocabulary is whole.vocabulary for piece in pieces):
        ids = np.concatenate([piece.ids for piece in pieces])
        return TermTable(whole.vocabulary, ids, np.concatenate([piece.lengths for piece in pieces])).renumbered()
    number = {term: i for i, term in enumerate(dict.fromkeys(chain.from_iterable(_vocabularies(pieces))))}
    there = {id(words): np.array([number[term] for term in words], dtype=np.int32) for words in _vocabularies(pieces)}
    ids = np.concatenate([there[id(piece.vocabulary)][piece.ids] for piece in pieces])
    return TermTable(tuple(number), ids, np.concatenate([piece.lengths for piece in pieces])).renumbered()


def _vocabularies(pieces: Sequence[TermTable]) -> list[tuple[str, ...]]:
    return list({id(piece.vocabulary): piece.vocabulary for piece in pieces}.values())
