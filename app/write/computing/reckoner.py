"""Works out an answer's computation from its quotes, from what stands beside them, or operand by operand.

Knows quotes and how to ask for a passage; the arithmetic itself is in ``app.write.compute``.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.decide.cues import PLANS, asks_plan
from app.decide.features import Evidence
from app.models import Citation, Refusal
from app.understand.lexicon import Lexicon
from app.understand.reckoning import HOW_MANY, asked_operation
from app.understand.words import content_words
from app.write.citations import Quote, cite, without_overlap
from app.write.compute import combine, compute, operand_phrases
from app.write.computing.computation import Computation
from app.write.computing.earlier import NO_FRAME, frame_of
from app.write.computing.elsewhere import from_another, plan_and_result
from app.write.computing.operands import MARGIN, PERSONS, Counted, assign, figures_of, is_change, kinds_asked, match
from app.write.computing.parallel import told_with_verb
from corpus.library import Library
from corpus.models import Passage
from index.in_reports import in_reports
from index.syllables import fold, normalise, syllables

LOOKED_AT = 4
"""How many passages are compared for one operand: another that fits as well leaves it in doubt."""
WIDER = ("share", "remainder", "rest", "sum")
"""What is worked out with the sentences beside a quote too: its terms are often told one after the other."""
LONGEST_LINE = 100
"""Characters of a line that only says a name and its figure."""
_COUNTED = re.compile(rf"\b{HOW_MANY}(?P<noun>(?:\s+[^\W\d_]+){{1,2}})\s*\W*$", re.IGNORECASE)

_ONLY_TIME = re.compile(
    r"^\W*(?:(?:của|trong|cùng|kỳ|cuối|đầu|năm|học|trước|ngoái|nay|hiện|thì|là|(?:19|20)\d\d)\W*)+$"
)
"""A phrase that names a time and nothing that could be looked up: "hơn năm 2024"."""
LookUp = Callable[[str], Sequence[Evidence]]
"""Finds the passages that answer a question, best first; none where the reports do not answer it."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The citations of an answer and what is worked out from them, if anything."""

    citations: tuple[Citation, ...]
    computation: Computation | None


class Reckoner:
    """Holds the library and its passages, nothing of any question."""

    def __init__(self, library: Library, passages: Sequence[Passage], lexicon: Lexicon) -> None:
        self._library = library
        self._lexicon = lexicon
        self._passages = in_reports(passages)

    def reckon(self, question: str, quotes: Sequence[Quote], whole: Callable[[], Sequence[Quote]]) -> Reckoned:
        """Work a question out from the quotes, from their whole sentences, or for a part of a whole from those beside.

        Without a result the quotes stand as they are.
        """
        question = self._lexicon.variants.written_out(question)
        citations = self._cited(quotes)
        operation = asked_operation(question)
        if operation is None:
            return Reckoned(citations, None)
        found = self._computed(question, citations)
        if found:
            return Reckoned(citations, found)
        full = without_overlap(whole())
        found = self._computed(question, self._cited(full))
        if found:
            return Reckoned(self._cited(full), found)
        wider = self._with_neighbours(question, full) if operation in WIDER else None
        listed = self._of_list(question, full) if operation == "rest" and not wider else None
        return wider or listed or Reckoned(citations, None)

    def from_elsewhere(self, question: str, ranked: Sequence[Evidence], refusal: Refusal | None) -> Reckoned | None:
        """Work a question out from other passages that were found; None where they leave it in doubt."""
        question = self._lexicon.variants.written_out(question)
        if not ranked or refusal not in (None, "other-year"):
            return None
        when = frame_of(self._library.report(ranked[0].passage.report_id))
        if set_against := plan_and_result(question, ranked, self._cited, self._lexicon, when):
            quotes, found = set_against
            return Reckoned(self._cited(quotes), found)

        def work_out(quote: Quote) -> tuple[list[Quote], Computation] | None:
            found = self._computed(question, self._cited([quote]))
            return ([quote], found) if found else self._wider(question, [quote])

        another = from_another(question, ranked, work_out, refusal, self._lexicon, when)
        return Reckoned(self._cited(another[0]), another[1]) if another else None

    def from_operands(self, question: str, look_up: LookUp) -> Reckoned | None:
        """Work a sum, difference or ratio out of figures that are looked up one by one; None where one is in doubt."""
        question = self._lexicon.variants.written_out(question)
        operation = asked_operation(question)
        if operation not in ("sum", "difference", "ratio"):
            return None
        phrases = [phrase for phrase in operand_phrases(question, operation) if content_words(phrase)]
        if not 2 <= len(phrases) <= LOOKED_AT or any(_only_time(phrase) for phrase in phrases):
            return None
        counted = _COUNTED.search(question)
        noun = counted["noun"].strip() if counted and operation != "ratio" else ""
        said = re.split(rf"\b{HOW_MANY}\b", question, maxsplit=1)[0]
        chosen: list[tuple[Counted, Passage]] = []
        for phrase in phrases:
            one = self._operand(phrase, noun, look_up, said)
            if one is None:
                return None
            chosen.append(one)
        return self._combined(question, chosen)

    def _combined(self, question: str, chosen: Sequence[tuple[Counted, Passage]]) -> Reckoned | None:
        operation = asked_operation(question)
        kinds = {figure.kind for figure, _ in chosen}
        same = {(passage.id, figure.quantity.start) for figure, passage in chosen}
        if len({passage.report_id for _, passage in chosen}) > 1:
            return None
        if operation is None or len(same) < len(chosen) or (len(kinds) > 1 and not kinds <= PERSONS):
            return None
        quotes = without_overlap([Quote(passage, passage.start, passage.end) for _, passage in chosen])
        citations = self._cited(quotes)
        markers = {citation.passage_id: citation.marker for citation in citations}
        figures = tuple(
            replace(figure, citation=replace(figure.citation, marker=markers[passage.id])) for figure, passage in chosen
        )
        found = combine(operation, figures)
        return Reckoned(citations, found) if found else None

    def _operand(self, phrase: str, noun: str, look_up: LookUp, said: str) -> tuple[Counted, Passage] | None:
        """Return the one figure that a phrase means; None where another passage has one that fits as well.

        ``said`` is the question up to "bao nhiêu": figures that are told with its verb go before others.
        """
        asked = f"{phrase.strip(' ?.,')} có bao nhiêu {noun}?"
        looked_at = look_up(asked)[:LOOKED_AT]
        if done := self._done(phrase, said, [evidence.passage for evidence in looked_at]):
            return done
        fitting = []
        for evidence in looked_at:
            passage = evidence.passage
            (citation,) = self._cited([Quote(passage, passage.start, passage.end)])
            figures = [figure for figure in figures_of(citation) if not is_change(figure)]
            for kind in kinds_asked(asked, [figure.kind for figure in figures if figure.kind not in ("", "%")]):
                only = assign([phrase], [figure for figure in figures if figure.kind == kind], self._lexicon)
                if only:
                    fitting.append((match(phrase, f" {passage.text} ", self._lexicon), only[0], passage))
            if not fitting:
                return None  # the passage that answers best has no such figure
        best = max(fitting, key=lambda one: match(phrase, one[1].context, self._lexicon), default=None)
        if best is None or best is not fitting[0]:
            return None
        score = match(phrase, best[1].context, self._lexicon)
        close = [one for one in fitting[1:] if score - match(phrase, one[1].context, self._lexicon) < MARGIN]
        return None if close else (best[1], best[2])

    def _done(self, phrase: str, said: str, passages: Sequence[Passage]) -> tuple[Counted, Passage] | None:
        """Return the only figure told with the verb right before "bao nhiêu", in the passage that a phrase is of."""
        found: list[tuple[float, Counted, Passage]] = []
        for passage in passages:
            (citation,) = self._cited([Quote(passage, passage.start, passage.end)])
            score = match(phrase, f" {' '.join(syllables(fold(passage.text)))} ", self._lexicon)
            alike = told_with_verb(said, [figure for figure in figures_of(citation) if figure.kind not in ("", "%")])
            found += [(score, figure, passage) for figure in alike if score > 0]
        found.sort(key=lambda one: -one[0])
        doubtful = len(found) > 1 and found[0][0] - found[1][0] < MARGIN
        return None if not found or doubtful or found[0][2] != passages[0] else (found[0][1], found[0][2])

    def _computed(self, question: str, citations: Sequence[Citation]) -> Computation | None:
        """Work a question out from quotes, those of one report by what time it is about."""
        if asked_operation(question) == "remainder" and not asks_plan(normalise(question)):
            citations = [one for one in citations if not self._under_plans(one)]
        reports = [self._library.report(one.report_id) for one in citations]
        when = frame_of(reports[0]) if reports else NO_FRAME
        return compute(question, citations, self._lexicon, when)

    def _under_plans(self, citation: Citation) -> bool:
        """Tell whether a sentence tells of what is to come, which nothing is left of yet."""
        passage = self._passages.report(citation.report_id).by_id[citation.passage_id]
        return bool(PLANS.titles.search(normalise(passage.context)))

    def _cited(self, quotes: Sequence[Quote]) -> tuple[Citation, ...]:
        return cite(without_overlap(quotes), self._library)

    def _beside(self, passage: Passage) -> list[Passage]:
        """Return the sentences around one, the one with its mark, and its own footnotes."""
        report = self._passages.report(passage.report_id)
        return [*report.beside(passage), *report.notes.get(passage.id, ())]

    def _lines_beside(self, passage: Passage) -> list[Passage]:
        """Return the other lines of a list of figures that a found line stands in: "Hồ sơ tiếp nhận : 284 hồ sơ"."""
        report = self._library.report(passage.report_id)
        parent = report.paragraph(passage.paragraph).parent
        lines = [one for one in report.children(parent) if one.kind != "row"] if parent else []
        if any(len(one.sentences) != 1 or one.end - one.start > LONGEST_LINE for one in lines):
            return []
        by_id = self._passages.report(passage.report_id).by_id
        return [by_id[one.sentences[0].id] for one in lines if one.id != passage.paragraph]

    def _whole_list(self, passage: Passage) -> Quote | None:
        """Return a list with the line that opens it and ends with a colon, of which a found line is a member."""
        report = self._library.report(passage.report_id)
        parent = report.paragraph(passage.paragraph).parent
        lead = report.paragraph(parent) if parent else None
        members = [one for one in report.children(parent) if one.kind != "row"] if parent else []
        if lead is None or not members or not lead.sentences or not report.text[: lead.end].rstrip().endswith(":"):
            return None
        first = self._passages.report(passage.report_id).by_id[lead.sentences[-1].id]
        return Quote(first, first.start, members[-1].end)

    def _of_list(self, question: str, quotes: Sequence[Quote]) -> Reckoned | None:
        """Return what the lists give that quotes are members of, each cited whole."""
        for listed in filter(None, (self._whole_list(quote.passage) for quote in quotes)):
            if found := self._computed(question, self._cited([listed])):
                return Reckoned(self._cited([listed]), found)
        return None

    def _with_neighbours(self, question: str, quotes: Sequence[Quote]) -> Reckoned | None:
        found = self._wider(question, quotes)
        return Reckoned(self._cited(found[0]), found[1]) if found else None

    def _wider(self, question: str, quotes: Sequence[Quote]) -> tuple[list[Quote], Computation] | None:
        """Return what the quotes and the sentences beside them give; of those only the ones that are used are kept."""
        told = (quote.passage for quote in quotes)
        beside = [near for one in told for near in [*self._beside(one), *self._lines_beside(one)]]
        wider = without_overlap([*quotes, *(Quote(passage, passage.start, passage.end) for passage in beside)])
        found = self._computed(question, self._cited(wider))
        quoted = {marker for marker, quote in enumerate(wider, 1) if quote in quotes}
        if found is None or (asked_operation(question) == "sum" and not quoted & set(found.markers)):
            return None
        kept = [marker for marker, quote in enumerate(wider, 1) if marker in found.markers or quote in quotes]
        renumbered = {old: new for new, old in enumerate(kept, 1)}
        operands = tuple(replace(one, marker=renumbered[one.marker]) for one in found.operands)
        return [wider[marker - 1] for marker in kept], replace(found, operands=operands)


def _only_time(phrase: str) -> bool:
    return bool(_ONLY_TIME.match(re.sub(rf"\b{HOW_MANY}\b.*$", "", normalise(phrase))))
