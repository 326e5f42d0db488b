"""The passages of all reports as canonical syllables, and what stands beside each. Knows numbers, no language."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import reduce

import numpy as np
import numpy.typing as npt

from app.understand.phrases import Numbers, Phrases
from app.understand.told import Spelled

Flags = npt.NDArray[np.bool_]


class Spoken:
    """All passages in order, their texts and what leads to them. Built once; nothing changes after."""

    def __init__(self, parts: Sequence[Spelled]) -> None:
        number: defaultdict[str, int] = defaultdict()
        number.default_factory = number.__len__
        there = [np.fromiter(map(number.__getitem__, part.vocabulary), dtype=np.int32) for part in parts]
        self.number = dict(number)  # of each syllable, as they are first met
        self.syllables = tuple(self.number)
        texts = [own[_numbers(part.texts)] for own, part in zip(there, parts, strict=True)]
        contexts = [own[_numbers(part.contexts)] for own, part in zip(there, parts, strict=True)]
        self.texts = Phrases(self.number, _joined(texts), _all(part.text_lengths for part in parts))
        self.contexts = Phrases(self.number, _joined(contexts), _all(part.context_lengths for part in parts))
        self.context_of = _moved([part.context_of for part in parts], [len(part.context_lengths) for part in parts])
        self._follows = _all(part.follows for part in parts).astype(np.bool_)
        anchors = _moved([part.anchors for part in parts], [len(part.anchors) for part in parts])
        self._notes = np.flatnonzero(_all(part.anchors for part in parts) >= 0)
        self._anchors = anchors[self._notes]

    def __len__(self) -> int:
        return len(self.texts.lengths)

    def sentence(self, row: int) -> str:
        """Return the text of a passage as its syllables, with a space on both ends."""
        said = self.texts.ids[self.texts.starts[row] : self.texts.starts[row + 1]]
        return f" {' '.join(self.syllables[number] for number in said)} "

    def sentences_with(self, *phrases: str) -> Iterator[str]:
        """Yield the passages that have all of these phrases in their text, in order."""
        rows = reduce(np.intersect1d, (self.texts.rows(phrase) for phrase in phrases))
        return map(self.sentence, rows.tolist())

    def around(self, there: Flags) -> Flags:
        """Return which passages are some of these, or have one beside them: in its paragraph, or tied by a footnote."""
        near = there.copy()
        near[1:] |= there[:-1] & self._follows[1:]
        near[:-1] |= there[1:] & self._follows[1:]
        np.logical_or.at(near, self._notes, there[self._anchors])
        np.logical_or.at(near, self._anchors, there[self._notes])
        return near


def _numbers(numbers: Sequence[int]) -> Numbers:
    return np.array(numbers, dtype=np.int64)


def _joined(parts: Sequence[npt.NDArray[np.int32]]) -> npt.NDArray[np.int32]:
    return np.concatenate(parts) if parts else np.empty(0, dtype=np.int32)


def _all(parts: Iterator[Sequence[int]]) -> Numbers:
    joined = [_numbers(part) for part in parts]
    return np.concatenate(joined) if joined else np.empty(0, dtype=np.int64)


def _moved(parts: Sequence[Sequence[int]], sizes: Sequence[int]) -> Numbers:
    """Return the places of each part as places in all: raised by the sizes of the parts before."""
    moved: Numbers = _all(iter(parts)) + np.repeat(np.cumsum([0, *sizes])[:-1], [len(part) for part in parts])
    return moved
