"""The passages of an index report by report, each with what stands beside it; read when a report is first asked for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import overload

from corpus.models import Passage
from index.models import Part
from index.rows import spans_of

KEPT = 256
"""Reports whose passages are held in memory, some hundred kB each."""


@dataclass(frozen=True, slots=True)
class ReportPassages:
    """The passages of one report in order, and by what belongs to a passage: by its id."""

    passages: tuple[Passage, ...]
    by_id: Mapping[str, Passage]
    notes: Mapping[str, Sequence[Passage]]  # the footnotes whose mark it carries
    after: Mapping[str, Passage]  # the next one of its paragraph
    before: Mapping[str, Passage]

    def beside(self, passage: Passage) -> list[Passage]:
        """Return the passages before and after one in its paragraph, and for a footnote the one with its mark."""
        near = [self.before.get(passage.id), self.after.get(passage.id), self.by_id.get(passage.anchor or "")]
        return [one for one in near if one is not None]


class InReports(Sequence[Passage]):
    """All passages of an index in their order, and those of each report."""

    def __init__(self, passages: Sequence[Passage], of_report: Callable[[str], Sequence[Passage]]) -> None:
        self._passages = passages
        self._of_report = of_report
        self.report = lru_cache(maxsize=KEPT)(self._read)

    def __len__(self) -> int:
        return len(self._passages)

    @overload
    def __getitem__(self, at: int) -> Passage: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Passage]: ...
    def __getitem__(self, at: int | slice) -> Passage | Sequence[Passage]:
        return self._passages[at]

    def __iter__(self) -> Iterator[Passage]:
        return iter(self._passages)

    def _read(self, report_id: str) -> ReportPassages:
        """Return the passages of a report, none for one that is not there."""
        own = tuple(self._of_report(report_id))
        notes: dict[str, list[Passage]] = {}
        for passage in own:
            if passage.anchor:
                notes.setdefault(passage.anchor, []).append(passage)
        together = [(one, two) for one, two in pairwise(own) if one.paragraph == two.paragraph]
        return ReportPassages(
            own,
            {passage.id: passage for passage in own},
            notes,
            {one.id: two for one, two in together},
            {two.id: one for one, two in together},
        )


def in_reports(passages: Sequence[Passage], parts: Sequence[Part] = ()) -> InReports:
    """Return passages report by report; without reading them where ``parts`` says how many each report has."""
    if isinstance(passages, InReports):
        return passages
    if parts and sum(part.passages for part in parts) == len(passages):
        spans = spans_of((part.report_id, part.passages) for part in parts)
        return InReports(passages, lambda name: passages[slice(*spans.get(name, (0, 0)))])
    grouped: dict[str, list[Passage]] = {}
    for passage in passages:
        grouped.setdefault(passage.report_id, []).append(passage)
    return InReports(passages, lambda name: grouped.get(name, ()))


class ById(Mapping[str, Passage]):
    """Each passage by its id, which begins with that of its report."""

    def __init__(self, passages: InReports) -> None:
        self._passages = passages

    def __getitem__(self, identity: str) -> Passage:
        return self._passages.report(identity.partition("#")[0]).by_id[identity]

    def __iter__(self) -> Iterator[str]:
        return (passage.id for passage in self._passages)

    def __len__(self) -> int:
        return len(self._passages)


class Contexts(Mapping[str, str]):
    """What leads to each passage, by its id."""

    def __init__(self, passages: InReports) -> None:
        self._passages = ById(passages)

    def __getitem__(self, identity: str) -> str:
        return self._passages[identity].context

    def __iter__(self) -> Iterator[str]:
        return iter(self._passages)

    def __len__(self) -> int:
        return len(self._passages)
