"""What stands around the tables of a report: captions, units, titles. Knows which words of a question they explain."""

from collections import Counter
from collections.abc import Sequence

from app.rows.wording import Wording, terms
from app.understand.function_words import FUNCTION_WORDS
from corpus.grid import Grid
from corpus.models import Report


class Context:
    """The surroundings of the tables of one report. Holds nothing of any question."""

    def __init__(self, report: Report, grids: Sequence[Grid]) -> None:
        metadata = report.metadata
        self._of_report = [report.title, metadata.issuer or "", metadata.period or "", metadata.kind or ""]
        self._of_report += [metadata.superior or "", (metadata.issued_on or "")[:4]]
        self._captions = {grid.number: _words(grid.caption) for grid in grids}
        self._own = {grid.number: _words(" ".join([grid.caption, *grid.headers])) for grid in grids}
        self._all = frozenset(word for words in self._own.values() for word in words)
        self._known = Counter(word for words in self._captions.values() for word in words)

    def around(self, grid: Grid, wording: Wording) -> frozenset[int]:
        """Return the words of a question that the surroundings of a table explain, and what its names are called."""
        path = grid.report.section(grid.rows[0].paragraph.section).path
        called = [grid.headers[column] for column in grid.names]
        return frozenset(wording.of_words([grid.caption, *path, *called, *self._of_report]))

    def said(self, grid: Grid, wording: Wording) -> frozenset[int]:
        """Return the words of a question that the caption or the headers of a table say themselves."""
        own = self._own[grid.number]
        return frozenset(place for place, token in enumerate(wording.tokens) if token in own)

    def of_others(self, grid: Grid, wording: Wording) -> frozenset[int]:
        """Return the words of a question that only captions and headers of other tables of the report say."""
        others = self._all - self._own[grid.number]
        return frozenset(place for place, token in enumerate(wording.tokens) if token in others)

    def caption_share(self, grid: Grid, wording: Wording) -> float:
        """Return how much of what tells a caption from the others of the report a question says, in [0, 1]."""
        weights = {word: 1 / self._known[word] for word in self._captions[grid.number]}
        said = sum(weight for word, weight in weights.items() if word in wording.tokens)
        return said / sum(weights.values()) if weights else 0.0


def _words(caption: str) -> frozenset[str]:
    return frozenset(term.key for term in terms(caption)) - FUNCTION_WORDS
