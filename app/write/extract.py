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
from app.understand.deeds import asks_deeds, topic
from app.understand.question import Question
from app.write.citations import Quote
from app.write.clauses import trim
from app.write.enumerated import Enumerated
from app.write.sisters import Sisters
from app.write.tied import Tied
from corpus.library import Library
from corpus.models import Paragraph, Passage, Report
from index.in_reports import ById, in_reports
from index.syllables import normalise

_EACH_SIDE = re.compile(r"\b(?:mỗi|từng) (?:bên|nơi|phía|đơn vị|địa phương)\b")
# Not "trong đó", "năm này": what opens is a thing or somebody.
_POINTS_BACK = re.compile(
    r"(?:(?!(?:có|là|được|do|đã|trong|từ|qua|nhờ|sau|trước|theo|năm|tháng|ngày|thời|lúc|dịp|đợt)\b)[^\W_]+ ){1,4}"
    r"(?:này|nói trên|trên đây|đó)\b"
)
AS_MUCH = 0.8
"""Share of what one sentence holds of a question that the sentence about the other side holds as well."""
SHORT_ITEM = 80
"""Characters of an item of a list that is no sentence: an addressee, a name."""
LONGEST_ANSWER = 440
"""Characters that what belongs to the first quote may bring an answer to: an official reads it at a glance."""
LONGEST_ACCOUNT = 660
"""The same where all that was done is asked for: a line or two more, rather than half of it."""
LONGEST_LIST = 1000
"""The same where sister sentences each name one of the things asked for: what is left out would be one of them."""
ON_TOPIC = 0.4
"""Share of what a question for all that was done is about that a sentence beside the found one must have."""


class Extractor:
    """Turns ranked evidence into quotes. Holds the library and nothing of any question."""

    def __init__(self, library: Library, passages: Sequence[Passage], judge: Judge) -> None:
        self._library = library
        self._judge = judge
        self._passages = in_reports(passages)
        self._by_id = ById(self._passages)
        self._tied = Tied(judge, self._by_id)
        self._enumerated = Enumerated(library, self._by_id, judge)
        self._sisters = Sisters(library, self._passages, judge)

    def choose(self, question: Question, first: Passage, *, whole: bool = False) -> list[Quote]:
        """Return the quotes that answer, the decisive one first; ``whole`` keeps sentences untrimmed."""
        listed = self._enumerated.whole(question, first) or self._whole_list(question, first)
        if listed:
            return [listed]
        sisters: list[Passage] = []
        account = asks_deeds(question.asked) and first.footnote is None and not self._tied.listed(question, first)
        first = self._cause_of(question, first)
        decisive, *others = (
            [first, *self._on_topic(question, first)]
            if account
            else [
                *self._tied.of(question, first),
                *self._pointed_at(question, first),
                *self._consequence(question, first),
                *self._sides(question, first),
                *self._items_beside(question, first),
                *(sisters := self._sisters.of(question, first)),
            ]
        )
        longest = LONGEST_ACCOUNT if account else LONGEST_LIST if sisters else LONGEST_ANSWER
        whole = whole or (account and len(decisive.text) <= LONGEST_ACCOUNT)
        quotes = [self._quote(question, decisive, whole)]
        if lead := self._enumerated.introduction(question, decisive):
            return [Quote(lead, lead.start, lead.end), *quotes]
        for passage in dict.fromkeys(others):
            quote = self._quote(question, passage, whole)
            if sum(q.end - q.start for q in [*quotes, quote]) <= longest:
                quotes.append(quote)
        return sorted(quotes, key=lambda quote: quote.start) if account else quotes

    def _quote(self, question: Question, passage: Passage, whole: bool) -> Quote:
        start, end = (passage.start, passage.end) if whole else trim(passage, question, self._judge)
        return Quote(passage, start, end)

    def _cause_of(self, question: Question, passage: Passage) -> Passage:
        """Return the sentence before one that only tells what came of it, where the cause is asked for."""
        if not asks_cause(normalise(question.focus)) or not opens_with_consequence(normalise(passage.text)):
            return passage
        sentences = [self._by_id[sentence.id] for sentence in self._paragraph(passage).sentences]
        at = sentences.index(passage)
        return sentences[at - 1] if at else passage

    def _pointed_at(self, question: Question, passage: Passage) -> list[Passage]:
        """Return the sentence before one that opens with "hai đơn vị này", where names are asked for."""
        if not question.asks_names or not _POINTS_BACK.match(normalise(passage.text)):
            return []
        sentences = [self._by_id[sentence.id] for sentence in self._paragraph(passage).sentences]
        at = sentences.index(passage)
        return sentences[at - 1 : at] if at else []

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
        words, said = topic(question.words), normalise(question.text)
        # "Huyện Phú Bình": the noun of a name is no topic of its own.
        only_named = all(any(f"{word.text} {normalise(one.text)}" in said for one in question.names) for word in words)
        about = replace(question, words=words, names=question.names if only_named else (), years=())
        sentences = [self._by_id[sentence.id] for sentence in self._paragraph(passage).sentences]
        at = sentences.index(passage)
        least = 1.0 if only_named else ON_TOPIC
        return [one for one in [*sentences[at + 1 :], *sentences[:at]] if self._judge.share_of(about, one) >= least]

    def _whole_list(self, question: Question, passage: Passage) -> Quote | None:
        """Return the bullets under one introducing line as one quote, where the line or a bullet of it was found."""
        paragraph = self._paragraph(passage)
        report = self._library.report(passage.report_id)
        lead = paragraph if self._children(report, paragraph) else self._lead(report, paragraph)
        if lead is None or not lead.sentences or not report.text[lead.start : lead.end].endswith(":"):
            return None
        children = self._children(report, lead)
        if lead is not paragraph and not self._wants_sisters(question, passage, children):
            return None
        first = self._by_id[lead.sentences[0].id]
        return Quote(first, lead.start, children[-1].end) if children else None

    def _wants_sisters(self, question: Question, passage: Passage, members: Sequence[Paragraph]) -> bool:
        """Tell whether a list is asked for, and the member found says no more of it than most others do."""
        if self._paragraph(passage).role == "recipients":
            return question.asks("list")
        if question.kinds[:1] != ("list",) or question.asks("figure") or question.english:
            return False
        held = self._judge.share_of(question, passage)
        firsts = [self._by_id[one.sentences[0].id] for one in members if one.sentences]
        others = [one for one in firsts if one.paragraph != passage.paragraph]
        short = members[-1].end - members[0].start <= LONGEST_LIST
        return short and 2 * sum(self._judge.share_of(question, one) >= held for one in others) > len(others)

    def _paragraph(self, passage: Passage) -> Paragraph:
        return self._library.report(passage.report_id).paragraph(passage.paragraph)

    @staticmethod
    def _lead(report: Report, paragraph: Paragraph) -> Paragraph | None:
        return report.paragraph(paragraph.parent) if paragraph.parent else None

    def _children(self, report: Report, paragraph: Paragraph) -> list[Paragraph]:
        """Return what a line introduces; the rows of a table are no list to be read out as a whole."""
        return [child for child in report.children(paragraph.id) if child.kind != "row"] if paragraph.sentences else []
