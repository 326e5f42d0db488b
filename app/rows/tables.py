"""Looks in the tables of found rows and in the others of their reports for what is asked. Holds no question."""

from collections.abc import Sequence
from functools import lru_cache

from app.decide.features import Evidence
from app.rows.context import Context
from app.rows.ranking import asks_ranking
from app.rows.reading import ALIKE, MOST_TABLES, RowReading, read_rows
from app.understand.lexicon import Lexicon
from app.understand.question import Question
from corpus.grid import Grid, read_grids
from corpus.library import Library
from corpus.models import Paragraph, Passage

KEPT = 64
"""Reports whose tables are kept read."""
MOST_ROWS = 5_000
"""Rows of one report that are looked at for a question."""


class Tables:
    """The tables of a library, read when they are asked for."""

    def __init__(self, library: Library, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._reports = {
            report.id: report for report in library.reports if any(paragraph.table for paragraph in report.paragraphs)
        }
        self._of = lru_cache(maxsize=KEPT)(self._read_report)

    def _read_report(self, report_id: str) -> tuple[dict[int, Grid], Context]:
        report = self._reports[report_id]
        grids = read_grids(report)
        return grids, Context(report, tuple(grids.values()))

    def __bool__(self) -> bool:
        """Tell whether any report has a table."""
        return bool(self._reports)

    def row_of(self, passage: Passage) -> Paragraph | None:
        """Return the row that a passage is, or None."""
        report = self._reports.get(passage.report_id)
        paragraph = report.paragraph(passage.paragraph) if report else None
        return paragraph if paragraph and paragraph.table else None

    def read(self, question: Question, found: Sequence[Evidence]) -> list[RowReading]:
        """Return what the tables of found rows answer, of several reports where both answer as well; or nothing."""
        reports = dict.fromkeys(one.passage.report_id for one in found if self.row_of(one.passage))
        readings: list[RowReading] = []
        for report_id in reports:
            grids, context = self._of(report_id)
            if sum(len(grid.rows) for grid in grids.values()) <= MOST_ROWS:
                readings += read_rows(question, tuple(grids.values()), context, self._lexicon)
        most = max((one.explained for one in readings), default=0.0)
        best = [one for one in readings if one.explained >= most - ALIKE]
        return best if len(best) <= MOST_TABLES else []

    def without_figures(self, question: Question, found: Sequence[Evidence]) -> list[Evidence]:
        """Return what was found without rows of figures where figures are asked for: those are read here or not."""
        if question.english or not (question.asks("figure") or asks_ranking(question)):
            return list(found)
        return [one for one in found if not self._is_of_figures(one.passage)]

    def _is_of_figures(self, passage: Passage) -> bool:
        row = self.row_of(passage)
        grid = self._of(passage.report_id)[0].get(row.table) if row else None
        return bool(grid and grid.figures)
