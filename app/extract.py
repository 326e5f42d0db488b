"""Chooses which sentences answer, word for word. Knows evidence and the shape of a report; invents nothing.

One sentence where one is enough; a footnote together with the sentence that carries its mark; every item where a list
is asked for. A question in parts is answered part by part.
"""

from collections.abc import Sequence

from app.citations import Quote
from app.clauses import trim
from app.compute import asked_operation
from app.evidence import Evidence, Judge
from app.understand.question import Question
from corpus.library import Library
from corpus.models import Paragraph, Passage, Report

LONGEST_ANSWER = 440
"""Characters that what belongs to the first quote may bring an answer to: an official reads it at a glance."""


class Extractor:
    """Turns ranked evidence into quotes. Holds the library and nothing of any question."""

    def __init__(self, library: Library, passages: Sequence[Passage], judge: Judge) -> None:
        self._library = library
        self._judge = judge
        self._by_id = {passage.id: passage for passage in passages}
        self._notes: dict[str, list[Passage]] = {}
        for passage in passages:
            if passage.anchor:
                self._notes.setdefault(passage.anchor, []).append(passage)
        self._paragraphs = {paragraph.id: paragraph for report in library.reports for paragraph in report.paragraphs}

    def choose(self, question: Question, ranked: Sequence[Evidence]) -> list[Quote]:
        """Return the quotes that answer, the decisive one first; ``ranked`` is best first and not empty."""
        first = ranked[0].passage
        listed = self._whole_list(question, first)
        if listed:
            return [listed]
        quotes = [self._quote(question, first)]
        for passage in self._tied(question, first):
            quote = self._quote(question, passage)
            if sum(q.end - q.start for q in [*quotes, quote]) <= LONGEST_ANSWER:
                quotes.append(quote)
        return quotes

    def _quote(self, question: Question, passage: Passage) -> Quote:
        if asked_operation(question.text):
            return Quote(passage, passage.start, passage.end)  # both operands must stay in sight
        return Quote(passage, *trim(passage, question, self._judge))

    def _tied(self, question: Question, passage: Passage) -> list[Passage]:
        """Return what belongs to a sentence: for a footnote its anchor, for an anchor the footnotes that are asked for."""
        if passage.anchor:
            anchor = self._by_id[passage.anchor]
            return [anchor] if self._judge.adds(question, passage, anchor) else []
        notes = self._notes.get(passage.id, [])
        wanted = question.asks("list") or question.asks("entity")
        return [note for note in notes if wanted and self._judge.names_things(note) or self._judge.adds(question, passage, note)]

    def _whole_list(self, question: Question, passage: Passage) -> Quote | None:
        """Return the bullets under one introducing line as one quote, where the line or a bullet of it was found."""
        paragraph = self._paragraphs[passage.paragraph]
        report = self._library.report(passage.report_id)
        lead = paragraph if self._children(report, paragraph) else self._lead(paragraph)
        if lead is None or not report.text[lead.start : lead.end].endswith(":"):
            return None
        if lead is not paragraph and not (question.asks("list") and paragraph.role == "recipients"):
            return None
        return Quote(self._by_id[lead.sentences[0].id], lead.start, self._children(report, lead)[-1].end)

    def _lead(self, paragraph: Paragraph) -> Paragraph | None:
        return self._paragraphs[paragraph.parent] if paragraph.parent else None

    def _children(self, report: Report, paragraph: Paragraph) -> list[Paragraph]:
        return [child for child in report.paragraphs if child.parent == paragraph.id]
