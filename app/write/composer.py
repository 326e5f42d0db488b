"""Puts an answer together from what was found: quotes, a calculation, what decides. Finds and refuses nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.across.called import called, kind_of
from app.decide.evidence import Judge
from app.decide.features import Evidence
from app.decide.signals import wants_sum
from app.found import Found
from app.messages import say
from app.models import Citation, Span
from app.rows.telling import Teller
from app.understand.lexicon import Lexicon
from app.write.citations import Quote
from app.write.computing.reckoner import Reckoned, Reckoner
from app.write.decisive import decisive, operands_in
from app.write.extract import Extractor
from app.write.extractive import write
from app.write.yes_no import reply
from corpus.library import Library
from corpus.models import Passage
from index.in_reports import ById, in_reports

FROM_ANOTHER = 0.7
"""What is claimed for the value of a year before that another passage gives than those that were chosen."""
UNADDED = 0.7
"""The most that is claimed for figures that were to be added up and were not: 9 of 14 such answers were right."""
Answering = Callable[[str], Found]
"""Looks a plain question up; the evidence of what it returns opens with the passage that answers."""


@dataclass(frozen=True, slots=True)
class Composed:
    """The text of an answer with its citations, where in it the decisive words stand, and how sure it is."""

    text: str
    citations: tuple[Citation, ...]
    decisive: tuple[Span, ...]
    confidence: float


class Composer:
    """Writes from the sentences of a library. Holds nothing of any question."""

    def __init__(self, library: Library, passages: Sequence[Passage], lexicon: Lexicon, judge: Judge) -> None:
        self._library = library
        self._lexicon = lexicon
        self._judge = judge
        self._extractor = Extractor(library, passages, judge)
        self._silent = called([kind_of(report) for report in library.reports]).head
        self._reckoner = Reckoner(library, passages, lexicon)
        self._teller = Teller(library, ById(in_reports(passages)))

    def compose(self, question: str, found: Sequence[Found], answering: Answering) -> Composed | None:
        """Return the answer to a whole question from what was found for its parts; None where nothing answers."""
        answered = [one for one in found if one.answerable]
        if len(found) == 1 and found[0].readings:
            told = self._teller.tell(found[0].question, found[0].readings)
            return Composed(told.text, told.citations, told.decisive, found[0].verdict.confidence)
        reckoned = self._reckoned(question, found, answered, answering)
        if reckoned is None:
            return None
        quoted, sure = reckoned
        openings = {} if quoted.computation else self._openings(answered, quoted.citations)
        unanswered = [one.said for one in found if not one.answerable] if answered else []
        left_out = sum(one.left_out for one in answered)
        text = write(quoted.citations, self._library, quoted.computation, unanswered, openings, self._silent, left_out)
        return Composed(text, quoted.citations, self._decisive(text, quoted, answered), sure)

    def _reckoned(
        self, question: str, found: Sequence[Found], answered: Sequence[Found], answering: Answering
    ) -> tuple[Reckoned, float] | None:
        """Return what is quoted with what is worked out from it, and how sure it is."""
        sure = min((one.verdict.confidence for one in answered), default=0.0) * len(answered) / len(found)
        quoted = self._reckoner.reckon(question, self._quotes(answered), lambda: self._quotes(answered, whole=True))
        alone = len(found) == 1 and not quoted.computation and found[0].verdict.refusal != "out-of-scope"
        if alone:
            verdict = found[0].verdict
            named = [one for one in found[0].ranked if self._names_all(found[0], one.passage)]
            if elsewhere := self._reckoner.from_elsewhere(question, named, verdict.refusal):
                return elsewhere, verdict.confidence if verdict.answerable else FROM_ANOTHER
            surest = [1.0]

            def look_up(text: str) -> Sequence[Evidence]:
                one = answering(text)
                surest.append(one.verdict.confidence)
                return one.ranked

            if summed := self._reckoner.from_operands(question, look_up):
                return summed, min(surest)
        if not quoted.computation and any(wants_sum(one.question.asked) for one in answered):
            sure = min(sure, UNADDED)
        return (quoted, sure) if answered else None

    def _names_all(self, found: Found, passage: Passage) -> bool:
        return all(self._judge.mentions(passage, name.key) for name in found.question.required_names)

    def _quotes(self, answered: Sequence[Found], *, whole: bool = False) -> list[Quote]:
        quotes = [
            quote
            for one in answered
            if one.verdict.passage
            for quote in self._extractor.choose(one.question, one.verdict.passage, whole=whole or one.whole)
        ]
        return [quote for one in answered for quote in one.overview] + quotes

    def _openings(self, answered: Sequence[Found], citations: Sequence[Citation]) -> dict[int, str]:
        """Return "Có." or "Chưa." by the marker of the citation it stands before, where that is beyond doubt."""
        openings: dict[int, str] = {}
        for one, citation in self._pairs(answered, citations):
            passage = one.verdict.passage
            held = self._judge.share_of(one.question, passage) if passage else 0.0
            said = reply(one.question, citation, self._lexicon, held)
            if said and citation.marker not in openings:
                openings[citation.marker] = say(f"answer.{said}")
        return openings

    def _decisive(self, text: str, quoted: Reckoned, answered: Sequence[Found]) -> tuple[Span, ...]:
        spans: set[Span] = set()
        if quoted.computation:
            pairs = [(citation, operands_in(quoted.computation, citation)) for citation in quoted.citations]
        else:
            asked = self._pairs(answered, quoted.citations)
            pairs = [(citation, decisive(one.question, citation)) for one, citation in asked]
        for citation, found in pairs:
            offset = text.find(f"{citation.quote} ")
            spans |= {(start + offset, end + offset) for start, end in found if offset >= 0}
        return _apart(sorted(spans))

    def _pairs(self, answered: Sequence[Found], citations: Sequence[Citation]) -> list[tuple[Found, Citation]]:
        """Return each thing answered with the citation of the passage that answers it."""
        return [
            (one, citation)
            for one in answered
            for citation in citations
            if one.verdict.passage and citation.passage_id == one.verdict.passage.id
        ]


def _apart(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return spans without those that overlap one before them."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)
