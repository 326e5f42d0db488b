"""Chooses which sentences answer, word for word. Knows evidence and the shape of a report; invents nothing.

One sentence where one is enough; a footnote together with the sentence that carries its mark; every item where a list
is asked for. A question in parts is answered part by part.
"""

import re
from collections.abc import Sequence

from app.decide.evidence import Judge
from app.understand.question import Question
from app.write.citations import Quote
from app.write.clauses import trim
from corpus.library import Library
from corpus.models import Paragraph, Passage, Report

_CONSEQUENCE = re.compile(r"(?:Từ đó|Qua đó|Nhờ (?:đó|vậy)|Do đó|Kết quả|Góp phần|Trên cơ sở đó)\b")
LONGEST_ANSWER = 440
"""Characters that what belongs to the first quote may bring an answer to: an official reads it at a glance."""


class Extractor:
    """Turns ranked evidence into quotes. Holds the library and nothing of any question."""

    def __init__(self, library: Library, passages: Sequence[Passage], judge: Judge) -> None:
        self._library = library
        self._judge = judge
        self._by_id = {passage.id: passage for passage in passages}
        self._paragraphs = {paragraph.id: paragraph for report in library.reports for paragraph in report.paragraphs}

    def choose(self, question: Question, first: Passage, *, whole: bool = False) -> list[Quote]:
        """Return the quotes that answer, the decisive one first; ``whole`` keeps sentences untrimmed."""
        listed = self._whole_list(question, first)
        if listed:
            return [listed]
        decisive, *others = [*self._with_tied(question, first), *self._consequence(question, first)]
        quotes = [self._quote(question, decisive, whole)]
        for passage in others:
            quote = self._quote(question, passage, whole)
            if sum(q.end - q.start for q in [*quotes, quote]) <= LONGEST_ANSWER:
                quotes.append(quote)
        return quotes

    def _quote(self, question: Question, passage: Passage, whole: bool) -> Quote:
        start, end = (passage.start, passage.end) if whole else trim(passage, question, self._judge)
        return Quote(passage, start, end)

    def _with_tied(self, question: Question, passage: Passage) -> list[Passage]:
        """Return a sentence with what belongs to it: a footnote's anchor, or an anchor's footnotes that are asked for.

        Where names are asked for and the footnote lists them, it comes first.
        """
        if passage.anchor:
            anchor = self._by_id[passage.anchor]
            return [passage, anchor] if self._judge.adds(question, passage, anchor) else [passage]
        notes = self._judge.notes(passage)
        listing = [note for note in notes if question.asks_names and self._judge.names_things(note)]
        adding = [note for note in notes if note not in listing and self._judge.adds(question, passage, note)]
        return [*listing, passage, *adding]

    def _consequence(self, question: Question, passage: Passage) -> list[Passage]:
        """Return the next sentence where it says what the found one led to ("Qua đó …") and that is asked for."""
        sentences = self._paragraphs[passage.paragraph].sentences
        position = next(i for i, sentence in enumerate(sentences) if sentence.id == passage.id)
        following = [self._by_id[sentence.id] for sentence in sentences[position + 1 : position + 2]]
        return [after for after in following if question.asks("effect") and _CONSEQUENCE.match(after.text)]

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
