"""What a build takes from the index built before: all that it holds of reports that are as they were."""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from corpus.models import Passage
from index.encoder import Encoder, FloatMatrix
from index.errors import IndexFault
from index.layout import FORMAT, Layout
from index.lexical import LexicalChannel, accented_terms, folded_terms
from index.models import Manifest
from index.passage_file import PassageFile
from index.terms import TermTable
from index.variants import mentions
from index.vectors import read_exact, rows_of


def by_report(passages: Iterable[Passage]) -> dict[str, tuple[Passage, ...]]:
    """Return the passages of each report; those of one report stand together in every index."""
    return {name: tuple(own) for name, own in groupby(passages, key=lambda passage: passage.report_id)}


def digest_of(passages: Sequence[Passage]) -> str:
    """Return a hash of all that a search knows of some passages."""
    digest = hashlib.sha256()
    for passage in passages:
        digest.update(repr(passage).encode())
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Before:
    """An index built before with the same model: its reports by digest, and its parts in its own rows."""

    manifest: Manifest
    layout: Layout
    spans: dict[str, tuple[int, int]]  # by report id
    digests: dict[str, str]
    readings: dict[str, str]
    passages: PassageFile
    exact: Any  # the FAISS index of the vectors, mapped from disk

    def span(self, report_id: str, digest: str) -> tuple[int, int] | None:
        """Return the rows of a report that is as it was, or None."""
        return self.spans[report_id] if self.digests.get(report_id) == digest else None

    def vectors(self) -> FloatMatrix:
        """Return the vectors, one row a passage; valid while this object is held."""
        return rows_of(self.exact)

    def terms(self) -> tuple[TermTable, TermTable]:
        """Return the terms as written and without diacritics. Raises ``OSError`` or ``ValueError``."""
        tables = []
        for analyse, folder in ((accented_terms, self.layout.accented), (folded_terms, self.layout.folded)):
            vocabulary = LexicalChannel.load(analyse, folder).vocabulary
            tables.append(TermTable.load(folder, sorted(vocabulary, key=vocabulary.__getitem__)))
        return tables[0], tables[1]


def read_otherwise(before: dict[str, str], now: dict[str, str]) -> Callable[[str], bool]:
    """Return a test whether a text of both is written out otherwise now than before, by ``Variants.readings`` of both.

    An acronym that only one of them has stands in no text of both. Where a word that changed stands in what another
    one is written out as, every text counts as changed.
    """
    words = {word for word in {*before, *now} if before.get(word) != now.get(word)}
    words = {word for word in words if not word.isupper() or (word in before and word in now)}
    written = [value for both in (before, now) for word, value in both.items() if value.lower() != word.lower()]
    test = mentions(words)
    return (lambda _: True) if any(map(test, written)) else test


def read_before(folder: Path, encoder: Encoder) -> Before | None:
    """Open what was built before for reuse; None where there is nothing whole of this encoder, or nothing of use."""
    layout = Layout(folder)
    try:
        manifest = layout.read_manifest()
        if (manifest.format, manifest.encoder, manifest.dim) != (FORMAT, encoder.name, encoder.dim):
            return None
        readings: dict[str, Any] = json.loads(layout.readings.read_text(encoding="utf-8"))
        passages, exact = PassageFile(layout.passages), read_exact(layout.vectors)
    except (IndexFault, OSError, ValueError):
        return None
    spans, start = {}, 0
    for part in manifest.reports:
        spans[part.report_id] = (start, start + part.passages)
        start += part.passages
    digests = {part.report_id: part.digest for part in manifest.reports}
    whole = start == len(passages) == exact.ntotal
    return Before(manifest, layout, spans, digests, readings, passages, exact) if whole else None
