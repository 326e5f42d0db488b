"""Finds and decides on the evidence for all that a question asks. Knows the search and the judge, writes nothing."""

from collections.abc import Sequence
from dataclasses import replace

from app.decide.cues import PARTS, PLANS, Part, asks_aim
from app.decide.evidence import Judge
from app.decide.features import Evidence
from app.decide.instructions import carries_instruction
from app.decide.rank import rank
from app.decide.verdict import Decide, Verdict
from app.decide.vetoes import lacks_quality
from app.found import Found
from app.later_parts import LaterParts
from app.rows.reading import sure_of
from app.rows.tables import Tables
from app.understand.coordination import one_each, subjects
from app.understand.followup import Standalone
from app.understand.lexicon import Lexicon
from app.understand.parts import split, under_topic
from app.understand.question import Question, analyse
from app.understand.reporter import reporter
from app.write.citations import Quote
from app.write.overview import CERTAINTY, Outline
from app.write.own_lines import own_lines
from corpus.library import Library
from corpus.models import Passage
from index.fuse import merge
from index.in_reports import ById, in_reports
from index.models import Hit
from index.store import Index
from index.syllables import syllables

CANDIDATES = 20
"""Passages that are looked at for every question; the first twelve hold the evidence of nearly all dev questions."""

HELD = 0.75
"""Share of what names a thing, by rarity, that a passage about it must have."""

LESS_COVERED, LESS_SUPPORTED = 0.15, 1.0
"""By how much a passage of another report may cover less of a question, and be behind in points, and answer as well."""


class Finder:
    """Looks things up in one opened index. Holds nothing of any question."""

    def __init__(self, library: Library, index: Index, lexicon: Lexicon, judge: Judge, decide: Decide) -> None:
        self._library = library
        self._passages = in_reports(index.passages)
        self._by_id = ById(self._passages)
        self._retriever = index.retriever
        self._lexicon = lexicon
        self._judge = judge
        self._decide = decide
        self._later_parts = LaterParts(judge, lexicon, decide)
        self._outline = Outline(library, index.passages, lexicon, judge)
        self._tables = Tables(library, lexicon)

    def find(self, standalone: Standalone, report_ids: Sequence[str] | None, k: int) -> list[Found]:
        """Return what is found for each part of a question, in order; a row of a table may answer all of them."""
        parts = self.parts(standalone, report_ids)
        if len(parts) > 1 and (read := self._in_a_table(standalone, report_ids, k)):
            return [read]
        found = [self._first_answered(readings, report_ids, k) for readings in parts]
        if standalone.earlier:
            found = self._beside_earlier(standalone.earlier, found, report_ids, k)
        first, *later = self._each_in_its_part(found)
        if any(len(one.rows) > 1 for one in first.readings):
            return [first, *(self._later_parts.beside(first, one) for one in later)]
        apart = self._name_by_name if first.verdict.missing else self._thing_by_thing
        answers = [self._later_parts.beside(first, one) for one in later]
        for one in answers:
            first = self._later_parts.as_the_whole(first, one)
        return [*apart(first, report_ids, k), *answers]

    def _beside_earlier(
        self, earlier: Standalone, found: list[Found], report_ids: Sequence[str] | None, k: int
    ) -> list[Found]:
        """Settle what a follow-up asks beside the answer to the question that it leans on, as later parts are.

        What names somebody or some place now is not answered from what was told of another one.
        """
        before = self.look_up(analyse(earlier.text, self._lexicon, earlier.focus), report_ids, k)
        apart = [bool(one.readings or one.overview or one.question.required_names) for one in found]
        return [
            one if settled else self._later_parts.beside(before, one) for one, settled in zip(found, apart, strict=True)
        ]

    def _in_a_table(self, standalone: Standalone, report_ids: Sequence[str] | None, k: int) -> Found | None:
        """Return what a table answers to a whole question: "57 dự án, vốn 1.885.734" are two cells of one row."""
        if not self._tables:
            return None
        question = analyse(standalone.text, self._lexicon, standalone.focus)
        hits = self._retriever.search(self._lexicon.official(question.text), k, report_ids)
        return self._read(question, rank(self._judge.measure(question, hits)))

    def _each_in_its_part(self, found: list[Found]) -> list[Found]:
        """Answer what is to come from the plans, and what is asked beside it from the rest; the same for limits."""
        for part in PARTS:
            within = [bool(part.asked.search(one.question.asked)) for one in found]
            if part == PLANS:
                within[1:] = [asks_aim(one.question.asked) for one in found[1:]]
            if any(within) and (part == PLANS or not all(within)):
                found = [self._told(one, part, inside) for one, inside in zip(found, within, strict=True)]
        return found

    def _told(self, one: Found, part: Part, within: bool) -> Found:
        def fits(passage: Passage) -> bool:
            return bool(part.titles.search(self._judge.titles(passage))) == within

        if one.verdict.passage and fits(one.verdict.passage):
            return one
        fitting = [evidence for evidence in one.ranked if fits(evidence.passage)]
        verdict = self._decide(one.question, fitting, self._judge)
        return replace(one, verdict=verdict) if verdict.answerable else one

    def parts(self, standalone: Standalone, report_ids: Sequence[str] | None) -> list[list[Question]]:
        """Return the things asked, each with the ways to read it; a follow-up asks all of what it is about."""
        whole = standalone.text == standalone.focus
        parts = split(standalone.text) if whole else under_topic(standalone)
        periods = {one.metadata.period for one in self._library.among(report_ids)}
        period = periods.pop() if len(periods) == 1 else None
        return [[analyse(one.text, self._lexicon, one.focus, period) for one in readings] for readings in parts]

    def _first_answered(self, readings: Sequence[Question], report_ids: Sequence[str] | None, k: int) -> Found:
        """Return what is found for the first reading that the reports answer, or for the likeliest one."""
        likeliest = replace(self.look_up(readings[0], report_ids, k), said=readings[-1].focus)
        if likeliest.answerable or likeliest.verdict.refusal == "out-of-scope":
            return likeliest
        others = (self.look_up(reading, report_ids, k) for reading in readings[1:])
        return next((found for found in others if found.answerable), likeliest)

    def _name_by_name(self, together: Found, report_ids: Sequence[str] | None, k: int) -> list[Found]:
        """Look for each of the names of a question where no passage has them all; as before where one is not there."""
        names = [name.text for name in together.question.required_names]
        singly = [self.parts(Standalone(one, one), report_ids)[0] for one in one_each(together.question.text, names)]
        found = [self._first_answered(readings, report_ids, k) for readings in singly]
        return found if found and all(one.answerable for one in found) else [together]

    def _thing_by_thing(self, together: Found, report_ids: Sequence[str] | None, k: int) -> list[Found]:
        """Look for each of two subjects where what was found is about one of them only; as before if one is not there.

        "Hội chợ và tuần du lịch có chủ đề gì?" is answered in two places.
        """
        both = subjects(together.question.text) if together.question.text == together.question.focus else ()
        if not both:
            return [together]
        said = {word for thing, _ in both for word in analyse(thing, self._lexicon).words}
        asked = replace(together.question, words=tuple(set(together.question.words) - said), names=(), years=())
        least = self._share(asked, together) if together.answerable else 0.0
        lacks = not together.answerable or any(self._lacks(together, thing) for thing, _ in both)
        if not lacks and least > 0:
            return [together]
        found = [self.look_up(analyse(text, self._lexicon), report_ids, k) for _, text in both]
        told = all(one.answerable and not self._lacks(one, thing) for one, (thing, _) in zip(found, both, strict=True))
        return found if told and (lacks or all(self._share(asked, one) > least for one in found)) else [together]

    def _share(self, asked: Question, found: Found) -> float:
        return self._judge.share_of(asked, found.verdict.passage) if found.verdict.passage else 0.0

    def _lacks(self, found: Found, thing: str) -> bool:
        passage = found.verdict.passage
        return passage is None or self._judge.share_of(analyse(thing, self._lexicon), passage) < HELD

    def look_up(self, question: Question, report_ids: Sequence[str] | None = None, k: int = CANDIDATES) -> Found:
        """Find the evidence for one question and decide on it; a section asked for as a whole needs no search."""
        if opening := self._of_document(question, report_ids):
            return Found(question, [], Verdict(None, CERTAINTY), opening)
        if overview := self._outline.overview(question, report_ids):
            verdict = Verdict(None, overview.certainty)
            return Found(question, [], verdict, overview.quotes, left_out=overview.left_out)
        hits = self._search(question, question.text, k, report_ids)
        if question.focus != question.text:
            # The subject of a follow-up must not outweigh what is asked of it now.
            asked = self._search(question, question.focus, k, report_ids)
            hits = merge(hits, asked, k)
        ranked = rank(self._judge.measure(question, hits))
        if read := self._read(question, ranked):
            return read
        told = self._tables.without_figures(question, ranked)
        return Found(question, told or ranked, self._decide(question, told, self._judge))

    def _search(self, question: Question, text: str, k: int, report_ids: Sequence[str] | None) -> list[Hit]:
        """Search for a text of a question, in the one report that is meant without the name of who reports."""
        among = self._library.among(report_ids)
        if len(among) == 1:
            text = reporter(among[0].title, among[0].metadata).left_out_of(text, question.names) or text
        return self._retriever.search(self._lexicon.official(text), k, report_ids)

    def _read(self, question: Question, ranked: list[Evidence]) -> Found | None:
        """Return what a table answers, with its row first; None where none does."""
        readings = self._tables.read(question, ranked)
        row = self._by_id.get(readings[0].rows[0].paragraph.sentences[0].id) if readings else None
        if row is None or carries_instruction(question.text) or lacks_quality(question, row, self._judge):
            return None
        ranked = sorted(ranked, key=lambda one: one.passage.id != row.id)
        return Found(question, ranked, Verdict(None, sure_of(readings), passage=row), readings=readings)

    def _of_document(self, question: Question, report_ids: Sequence[str] | None) -> list[Quote]:
        """Return the lines of the one document meant that answer what is asked of it; none where several may be."""
        only = len(self._library.reports) == 1
        if report_ids is None and not only:
            return []
        ids = [report.id for report in self._library.reports] if report_ids is None else report_ids
        if len(ids) != 1:
            return []
        return own_lines(question.text, self._library.report(ids[0]), self._passages.report(ids[0]).passages)

    def in_other_reports(self, found: Found, report_ids: Sequence[str] | None) -> list[Found]:
        """Return what other reports answer to the same question in other words or with other figures, as well found."""
        if found.readings:
            return []
        if found.overview:
            return self._other_overviews(found, report_ids)
        first = next((one for one in found.ranked if one.passage == found.verdict.passage), None)
        if first is None:
            return []
        others = [one for one in found.ranked if one.passage.report_id != first.passage.report_id]
        answers = []
        for report_id in dict.fromkeys(one.passage.report_id for one in others):
            ranked = [one for one in others if one.passage.report_id == report_id]
            verdict = self._decide(found.question, ranked, self._judge)
            best = next((one for one in ranked if one.passage == verdict.passage), None)
            if best and verdict.answerable and _as_good(best, first):
                answers.append(replace(found, ranked=ranked, verdict=verdict))
        return answers

    def _other_overviews(self, found: Found, report_ids: Sequence[str] | None) -> list[Found]:
        told = found.overview[0].passage.report_id
        others = (one.id for one in self._library.among(report_ids) if one.id != told)
        openings = (self._outline.overview(found.question, (one,)) for one in others)
        return [replace(found, overview=one.quotes, left_out=one.left_out) for one in openings if one]

    def answering(self, text: str, report_ids: Sequence[str] | None = None) -> Found:
        """Look a plain question up, such as one for an operand; its evidence opens with the passage that answers."""
        found = self.look_up(analyse(text, self._lexicon), report_ids)
        passages = [evidence.passage for evidence in found.ranked]
        first = passages.index(found.verdict.passage) if found.verdict.passage in passages else len(passages)
        return replace(found, ranked=found.ranked[first:])


def _as_good(other: Evidence, first: Evidence) -> bool:
    """Tell whether a passage of another report answers as well as the first, and not in the very same words."""
    if syllables(other.passage.text) == syllables(first.passage.text):
        return False
    covered = other.features.own_coverage >= first.features.own_coverage - LESS_COVERED
    return covered and other.support >= first.support - LESS_SUPPORTED
