"""Chooses which sentences answer, word for word. Knows evidence and the shape of a report; invents nothing.

One sentence where one is enough; a footnote together with the sentence that carries its mark; every item where a list
is asked for. A question in parts is answered part by part.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.decide.causes import asks_cause, opens_with_cause, opens_with_consequence
from app.decide.evidence import Judge
from app.decide.kinds import holds_kind
from app.decide.measures import measure_missing
from app.understand.deeds import asks_deeds, topic
from app.understand.quantities import quantities
from app.understand.question import Question
from app.understand.reckoning import asked_operation
from app.write.citations import Quote
from app.write.clauses import trim
from app.write.enumerated import Enumerated
from corpus.library import Library
from corpus.models import Paragraph, Passage, Report
from index.in_reports import ById, in_reports
from index.syllables import normalise, syllables

_REASON = re.compile(r"\b(?:do|vì|bởi|nhờ|nhằm|để|đây chính là|nguyên nhân|góp phần|đáp ứng)\b")
_OF_A_PART = re.compile(r"\b(?:phía|riêng|thuộc|trong (?:số|đó|các))\b")
_EACH_SIDE = re.compile(r"\b(?:mỗi|từng) (?:bên|nơi|phía|đơn vị|địa phương)\b")
AS_MUCH = 0.8
"""Share of what one sentence holds of a question that the sentence about the other side holds as well."""
FEWEST_LISTED = 3
"""Things that a footnote must list to be the list of what its sentence counts."""
SHORT_ITEM = 80
"""Characters of an item of a list that is no sentence: an addressee, a name."""
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
        self._passages = in_reports(passages)
        self._by_id = ById(self._passages)
        self._enumerated = Enumerated(library, self._by_id, judge)

    def choose(self, question: Question, first: Passage, *, whole: bool = False) -> list[Quote]:
        """Return the quotes that answer, the decisive one first; ``whole`` keeps sentences untrimmed."""
        listed = self._enumerated.whole(question, first) or self._whole_list(question, first)
        if listed:
            return [listed]
        account = asks_deeds(question.asked) and first.footnote is None
        first = self._cause_of(question, first)
        decisive, *others = (
            [first, *self._on_topic(question, first)]
            if account
            else [
                *self._with_tied(question, first),
                *self._consequence(question, first),
                *self._sides(question, first),
                *self._items_beside(question, first),
            ]
        )
        whole = whole or (account and len(decisive.text) <= LONGEST_ACCOUNT)
        quotes = [self._quote(question, decisive, whole)]
        if lead := self._enumerated.introduction(question, decisive):
            return [Quote(lead, lead.start, lead.end), *quotes]
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
            if _parts_of(question, passage, anchor):
                return [anchor, passage]
            return [passage, anchor] if self._judge.adds(question, passage, anchor) else [passage]
        notes = [note for note in self._judge.notes(passage) if not answers_instead(question, passage, note)]
        listing = [
            note
            for note in notes
            if question.asks_names and (self._judge.names_things(note) or _lists_counted(passage, note))
        ]
        adding = [note for note in notes if note not in listing and self._judge.adds(question, passage, note)]
        return [*listing, passage, *adding]

    def _cause_of(self, question: Question, passage: Passage) -> Passage:
        """Return the sentence before one that only tells what came of it, where the cause is asked for."""
        if not asks_cause(normalise(question.focus)) or not opens_with_consequence(normalise(passage.text)):
            return passage
        sentences = [self._by_id[sentence.id] for sentence in self._paragraph(passage).sentences]
        at = sentences.index(passage)
        return sentences[at - 1] if at else passage

    def _consequence(self, question: Question, passage: Passage) -> list[Passage]:
        """Return the next sentence where it says what the found one led to or came of, and that is asked for."""
        sentences = self._paragraph(passage).sentences
        position = next(i for i, sentence in enumerate(sentences) if sentence.id == passage.id)
        following = [self._by_id[sentence.id] for sentence in sentences[position + 1 : position + 2]]
        wants_cause, wants_effect = asks_cause(normalise(question.focus)), question.asks("effect")
        return [
            after
            for after in following
            if (wants_effect and opens_with_consequence(normalise(after.text)))
            or (wants_cause and opens_with_cause(normalise(after.text)))
            or (wants_cause and self._cause_of(question, after) == passage)
        ]

    def _sides(self, question: Question, passage: Passage) -> list[Passage]:
        """Return the sentences beside one that say as much of another side, where each side is asked of."""
        if not _EACH_SIDE.search(question.asked):
            return []
        held = self._judge.share_of(question, passage)
        sentences = [self._by_id[sentence.id] for sentence in self._paragraph(passage).sentences]
        at = sentences.index(passage)
        return [
            one
            for one in [*sentences[max(0, at - 1) : at], *sentences[at + 1 : at + 2]]
            if self._judge.share_of(question, one) >= AS_MUCH * held and holds_kind(question, one.text)
        ]

    def _items_beside(self, question: Question, passage: Passage) -> list[Passage]:
        """Return the other short items of a list that hold all that the found one holds of a question for names."""
        paragraph = self._paragraph(passage)
        held = self._judge.share_of(question, passage)
        if not question.asks_names or not held or paragraph.parent is None or len(passage.text) > SHORT_ITEM:
            return []
        report = self._library.report(passage.report_id)
        items = [
            self._by_id[one.sentences[0].id] for one in report.children(paragraph.parent) if len(one.sentences) == 1
        ]
        return [
            one
            for one in items
            if one != passage and len(one.text) <= SHORT_ITEM and self._judge.share_of(question, one) >= held
        ]

    def _on_topic(self, question: Question, passage: Passage) -> list[Passage]:
        """Return the other sentences of the paragraph that are about what all is asked of, those after it first."""
        about = replace(question, words=topic(question.words), names=(), years=())
        sentences = [self._by_id[sentence.id] for sentence in self._paragraph(passage).sentences]
        at = sentences.index(passage)
        return [one for one in [*sentences[at + 1 :], *sentences[:at]] if self._judge.share_of(about, one) >= ON_TOPIC]

    def _whole_list(self, question: Question, passage: Passage) -> Quote | None:
        """Return the bullets under one introducing line as one quote, where the line or a bullet of it was found."""
        paragraph = self._paragraph(passage)
        report = self._library.report(passage.report_id)
        lead = paragraph if self._children(report, paragraph) else self._lead(report, paragraph)
        if lead is None or not lead.sentences or not report.text[lead.start : lead.end].endswith(":"):
            return None
        if lead is not paragraph and not (question.asks("list") and paragraph.role == "recipients"):
            return None
        children = self._children(report, lead)
        first = self._by_id[lead.sentences[0].id]
        return Quote(first, lead.start, children[-1].end) if children else None

    def _paragraph(self, passage: Passage) -> Paragraph:
        return self._library.report(passage.report_id).paragraph(passage.paragraph)

    @staticmethod
    def _lead(report: Report, paragraph: Paragraph) -> Paragraph | None:
        return report.paragraph(paragraph.parent) if paragraph.parent else None

    def _children(self, report: Report, paragraph: Paragraph) -> list[Paragraph]:
        """Return what a line introduces; the rows of a table are no list to be read out as a whole."""
        return [child for child in report.children(paragraph.id) if child.kind != "row"] if paragraph.sentences else []


def _lists_counted(anchor: Passage, note: Passage) -> bool:
    """Tell whether a footnote lists as many things as the sentence with its mark counts: "06 kỹ thuật", six of them."""
    members = len([one for one in note.text.split(";") if one.strip()])
    counted = [quantity for quantity in quantities(anchor.text) if quantity.value == members]
    return members >= FEWEST_LISTED and bool(counted) and not quantities(note.text.split(";")[0])


def answers_instead(question: Question, anchor: Passage, note: Passage) -> bool:
    """Tell whether what is asked for stands in the sentence with a footnote's mark and not in the footnote.

    "Của bộ nào?" is answered by the sentence that names a "Bộ …", whatever its footnote lists.
    """
    if question.asks("list") or (question.asks("figure") and question.asks_names):
        return False
    told = any(f" {head} " in f" {' '.join(syllables(note.text))} " for head in question.heads)
    return not told and _holds_asked(question, anchor.text) and not _holds_asked(question, note.text)


def _parts_of(question: Question, note: Passage, anchor: Passage) -> bool:
    """Tell whether a footnote gives the parts of a total in the sentence with its mark, and the whole is asked for.

    Each part is of somebody: who names one of them asks for that part.
    """
    if not question.asks("figure") or len(question.names) == 1 or question.english:
        return False
    if _OF_A_PART.search(question.asked) or asked_operation(question.asked):
        return False
    if sum(f" của {normalise(name.text)}" in f" {normalise(question.asked)}" for name in question.names) == 1:
        return False  # "… của Hà Nội chạy tuyến Lai Châu – Hà Nội": of one of them only
    units = [{quantity.unit for quantity in quantities(passage.text)} for passage in (anchor, note)]
    told = [quantity.unit for quantity in quantities(note.text)]
    return any(unit and told.count(unit) > 1 for unit in units[0] & units[1])


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
