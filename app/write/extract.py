"""Chooses which sentences answer, word for word. Knows evidence and the shape of a report; invents nothing.

One sentence where one is enough; a footnote together with the sentence that carries its mark; every item where a list
is asked for. A question in parts is answered part by part.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.decide.causes import asks_cause, opens_with_cause
from app.decide.evidence import Judge
from app.decide.measures import measure_missing
from app.understand.deeds import asks_deeds, topic
from app.understand.question import Question
from app.write.citations import Quote
from app.write.clauses import trim
from corpus.library import Library
from corpus.models import Paragraph, Passage, Report
from index.syllables import normalise, syllables

_CONSEQUENCE = re.compile(r"(?:Từ đó|Qua đó|Nhờ (?:đó|vậy)|Do đó|Kết quả|Góp phần|Trên cơ sở đó)\b")
_REASON = re.compile(r"\b(?:do|vì|bởi|nhờ|nhằm|để|đây chính là|nguyên nhân|góp phần|đáp ứng)\b")
LONGEST_ANSWER = 440
"""Characters that what belongs to the first quote may bring an answer to: an official reads it at a glance."""
LONGEST_ACCOUNT = 660
"""The same where all that was done is asked for: a line or two more, rather than half of it."""
ON_TOPIC = 0.4
"""Share of what a question for all that was done is about that a sentence beside the found one must have."""


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
        account = asks_deeds(question.asked) and first.footnote is None
        decisive, *others = (
            [first, *self._on_topic(question, first)]
            if account
            else [*self._with_tied(question, first), *self._consequence(question, first)]
        )
        quotes = [self._quote(question, decisive, whole)]
        for passage in others:
            quote = self._quote(question, passage, whole)
            if sum(q.end - q.start for q in [*quotes, quote]) <= (LONGEST_ACCOUNT if account else LONGEST_ANSWER):
                quotes.append(quote)
        return sorted(quotes, key=lambda quote: quote.start) if account else quotes

    def _quote(self, question: Question, passage: Passage, whole: bool) -> Quote:
        start, end = (passage.start, passage.end) if whole else trim(passage, question, self._judge)
        return Quote(passage, start, end)

    def _with_tied(self, question: Question, passage: Passage) -> list[Passage]:
        """Return a sentence with what belongs to it: a footnote's anchor, or an anchor's footnotes that are asked for.

        Where names are asked for and the footnote lists them, it comes first.
        """
        if passage.anchor:
            anchor = self._by_id[passage.anchor]
            if answers_instead(question, anchor, passage):
                return [anchor]
            return [passage, anchor] if self._judge.adds(question, passage, anchor) else [passage]
        notes = [note for note in self._judge.notes(passage) if not answers_instead(question, passage, note)]
        listing = [note for note in notes if question.asks_names and self._judge.names_things(note)]
        adding = [note for note in notes if note not in listing and self._judge.adds(question, passage, note)]
        return [*listing, passage, *adding]

    def _consequence(self, question: Question, passage: Passage) -> list[Passage]:
        """Return the next sentence where it says what the found one led to or came of, and that is asked for."""
        sentences = self._paragraphs[passage.paragraph].sentences
        position = next(i for i, sentence in enumerate(sentences) if sentence.id == passage.id)
        following = [self._by_id[sentence.id] for sentence in sentences[position + 1 : position + 2]]
        wants_cause, wants_effect = asks_cause(normalise(question.focus)), question.asks("effect")
        return [
            after
            for after in following
            if (wants_effect and _CONSEQUENCE.match(after.text))
            or (wants_cause and opens_with_cause(normalise(after.text)))
        ]

    def _on_topic(self, question: Question, passage: Passage) -> list[Passage]:
        """Return the other sentences of the paragraph that are about what all is asked of, those after it first."""
        about = replace(question, words=topic(question.words), names=(), years=())
        sentences = [self._by_id[sentence.id] for sentence in self._paragraphs[passage.paragraph].sentences]
        at = sentences.index(passage)
        return [one for one in [*sentences[at + 1 :], *sentences[:at]] if self._judge.share_of(about, one) >= ON_TOPIC]

    def _whole_list(self, question: Question, passage: Passage) -> Quote | None:
        """Return the bullets under one introducing line as one quote, where the line or a bullet of it was found."""
        paragraph = self._paragraphs[passage.paragraph]
        report = self._library.report(passage.report_id)
        lead = paragraph if self._children(report, paragraph) else self._lead(paragraph)
        if lead is None or not lead.sentences or not report.text[lead.start : lead.end].endswith(":"):
            return None
        if lead is not paragraph and not (question.asks("list") and paragraph.role == "recipients"):
            return None
        children = self._children(report, lead)
        return Quote(self._by_id[lead.sentences[0].id], lead.start, children[-1].end) if children else None

    def _lead(self, paragraph: Paragraph) -> Paragraph | None:
        return self._paragraphs[paragraph.parent] if paragraph.parent else None

    def _children(self, report: Report, paragraph: Paragraph) -> list[Paragraph]:
        """Return what a line introduces; the rows of a table are no list to be read out as a whole."""
        return [child for child in report.children(paragraph.id) if child.kind != "row"] if paragraph.sentences else []


def answers_instead(question: Question, anchor: Passage, note: Passage) -> bool:
    """Tell whether what is asked for stands in the sentence with a footnote's mark and not in the footnote.

    "Của bộ nào?" is answered by the sentence that names a "Bộ …", whatever its footnote lists.
    """
    if question.asks("list") or (question.asks("figure") and question.asks_names):
        return False
    told = any(f" {head} " in f" {' '.join(syllables(note.text))} " for head in question.heads)
    return not told and _holds_asked(question, anchor.text) and not _holds_asked(question, note.text)


def _holds_asked(question: Question, text: str) -> bool:
    """Tell whether a text has the very thing: a name or number after the noun of "… nào", or a figure of the unit."""
    said = normalise(text)
    if question.asks("figure"):
        counted = any(re.search(rf"\d\s(?:\w+\s)?{re.escape(unit)}\b", said) for unit in question.units)
        measured = measure_missing(question.asked, "") and not measure_missing(question.asked, said)
        return counted or measured
    if question.kinds[:1] in (("reason",), ("effect",)):
        return bool(_REASON.search(said))
    named = (re.finditer(rf"\b(?i:{re.escape(head)})\s+[“\"]?(?P<name>\w)", text) for head in question.heads)
    return any(match["name"].isupper() or match["name"].isdigit() for matches in named for match in matches)
