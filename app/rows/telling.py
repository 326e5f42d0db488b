"""Writes an answer from rows: the row's name, the asked cells with their headers, word for word. Chooses nothing.

The whole row is cited; what is worked out from rows is shown with its terms and called ours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.across.names import report_name
from app.messages import say
from app.models import Citation, Span
from app.rows.naming import bare
from app.rows.reading import RowReading
from app.rows.units import is_count, own_unit, row_unit
from app.rows.working_out import worked_out
from app.understand.question import Question
from app.write.citations import Quote, cite
from corpus.grid import Grid, GridRow, is_figure
from corpus.library import Library
from corpus.models import Passage
from corpus.models import Span as Place


@dataclass(slots=True)
class _Lines:
    """The text of an answer while it grows, with where its decisive words stand."""

    text: str = ""
    bold: list[Span] = field(default_factory=list)

    def say(self, text: str, *, bold: bool = False) -> None:
        """Add words to the line."""
        if bold:
            self.bold.append((len(self.text), len(self.text) + len(text)))
        self.text += text

    def end(self) -> None:
        """End the line."""
        self.text = f"{self.text.rstrip()}\n"


@dataclass(frozen=True, slots=True)
class Told:
    """The text of an answer from rows, its citations and its decisive words."""

    text: str
    citations: tuple[Citation, ...]
    decisive: tuple[Span, ...]


class Teller:
    """Writes from the rows of one library. Holds nothing of any question."""

    def __init__(self, library: Library, passages: Mapping[str, Passage]) -> None:
        self._library = library
        self._passages = passages

    def tell(self, question: Question, readings: Sequence[RowReading]) -> Told:
        """Return the answer that readings give, each row on a line of its own."""
        quotes = [self._quote(row) for reading in readings for row in reading.rows]
        units = {id(reading): self._unit(reading) for reading in readings}
        said = list(dict.fromkeys(unit for unit in units.values() if unit))
        citations = cite([*quotes, *said], self._library)
        of_unit = dict(zip(said, citations[len(quotes) :], strict=True))
        lines, marker = _Lines(), 0
        for reading in readings:
            cited = citations[marker : marker + len(reading.rows)]
            self._tell_one(lines, question, reading, cited, several=len(readings) > 1)
            marker += len(reading.rows)
            unit = units[id(reading)]
            if unit and (one := of_unit.pop(unit, None)):
                lines.say(f"{one.quote} [{one.marker}]")
                lines.end()
        return Told(lines.text.rstrip(), citations, tuple(lines.bold))

    def _quote(self, row: GridRow) -> Quote:
        passage = self._passages[row.paragraph.sentences[0].id]
        return Quote(passage, passage.start, passage.end)

    def _unit(self, reading: RowReading) -> Quote | None:
        """Return the line that says in which unit the told figures are, where it is a sentence of the report."""
        grid, place = reading.grid, reading.grid.unit
        counted = all(is_count(grid.headers[column]) for column in reading.columns)
        if place is None or counted or all(own_unit(grid, reading.rows[0], c) for c in reading.columns):
            return None
        return self._within(grid, place)

    def _within(self, grid: Grid, place: Place) -> Quote | None:
        paragraph = grid.report.paragraph_at(place.start)
        found = next((s for s in paragraph.sentences if s.start <= place.start and place.end <= s.end), None)
        passage = self._passages.get(found.id) if found else None
        return Quote(passage, place.start, place.end) if passage else None

    def _tell_one(
        self, lines: _Lines, question: Question, reading: RowReading, cited: Sequence[Citation], *, several: bool
    ) -> None:
        grid = reading.grid
        if several:
            among = f"{report_name(grid.report, self._library)}, " if len(self._library.reports) > 1 else ""
            lines.say(f"{among}“{' '.join(grid.caption.split())}”:")
            lines.end()
        names = [bare(grid.name(row)) for row in reading.rows]
        for row, name, citation in zip(reading.rows, names, cited, strict=True):
            group = f"{row.groups[-1]}, " if names.count(name) > 1 and row.groups else ""
            _tell_row(lines, grid, row, f"{group}{name}", reading.columns)
            lines.say(f" [{citation.marker}]")
            lines.end()
        if reading.ranking:
            kind = "rows.least" if reading.ranking.least else "rows.most"
            header = grid.headers[reading.ranking.column]
            lines.say(
                say(
                    kind,
                    count=reading.ranking.compared,
                    column=header,
                    marks=" ".join(f"[{one.marker}]" for one in cited),
                )
            )
            lines.end()
        for line in worked_out(question, reading, cited):
            lines.say(line)
            lines.end()


def _tell_row(lines: _Lines, grid: Grid, row: GridRow, name: str, columns: Sequence[int]) -> None:
    """Write a row: its name, then the asked cells with their headers; an empty cell is told as one."""
    lines.say(f"{name}: ")
    unit = row_unit(grid, row)
    for rank, column in enumerate(columns):
        value = grid.text(row, column)
        lines.say(f"{'; ' if rank else ''}{' '.join(grid.headers[column].split())}: ")
        lines.say(value or say("rows.empty"), bold=bool(value))
        if value and unit and is_figure(value) and column in grid.figures:
            lines.say(f" {unit}")
