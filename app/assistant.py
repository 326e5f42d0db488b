"""Answers a question: understand, find, decide, write, cite. Knows the stages, not how each works.

Nothing of a user is kept: every call brings its conversation along.
"""

import time
import unicodedata
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.config import Config
from app.decide.evidence import Judge
from app.decide.features import Evidence
from app.decide.rank import rank
from app.decide.verdict import Verdict, decide
from app.errors import QuestionError
from app.llm.choice import open_writer
from app.messages import say
from app.models import Answer, Citation, Mode, Timings, Turn
from app.understand.conversation import turns
from app.understand.followup import FollowUps, Standalone
from app.understand.language import is_english
from app.understand.lexicon import Lexicon
from app.understand.parts import split
from app.understand.question import Question, analyse
from app.understand.spelling import Speller
from app.write.citations import Quote, cite, near, without_overlap
from app.write.compute import Computation, asked_operation, compute
from app.write.extract import Extractor
from app.write.extractive import write
from app.write.fluent import Rewording
from app.write.overview import CERTAINTY, Outline
from app.write.writer import Writer
from corpus.library import Library, open_library
from index.encoder import SentenceEncoder
from index.fuse import merge
from index.store import Index, open_index
from index.syllables import fold, syllables

QUESTION_LENGTH = 2000
"""Longest question in characters, after trimming (the HTTP contract)."""
CANDIDATES = 20
"""Passages that are looked at for every question; the first ten hold the evidence of all dev questions."""
NEAREST = 2


def clean_question(question: str) -> str:
    """Return a question as one line of NFC text. Raises ``QuestionError`` where nothing readable is left."""
    text = _readable(question)
    if not text:
        raise QuestionError("empty")
    if len(text) > QUESTION_LENGTH:
        raise QuestionError("too-long", f"{len(text):,}".replace(",", "."))
    if not any(c.isalnum() for c in text):
        raise QuestionError("no-words")
    return text


def _readable(text: str) -> str:
    """Return a text as one line of NFC, without control characters and halves of surrogate pairs."""
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(" " if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp", "Cs") else c for c in composed)
    return " ".join(kept.split())


class Assistant:
    """The whole chain over one opened index. Safe to share between threads: nothing changes after construction."""

    def __init__(self, library: Library, index: Index, writer: Writer | None = None) -> None:
        self.library = library
        self.index = index
        self._lexicon = Lexicon(index.passages)
        self._speller = Speller(self._lexicon)
        titles = {fold(name.text) for name in self._lexicon.names.values() if self._is_subject(name.key)}
        self._follow_ups = FollowUps(self._lexicon, frozenset(titles))
        self._judge = Judge(index.passages, self._lexicon, library.reports)
        self._outline = Outline(library, index.passages, self._lexicon)
        contexts = {passage.id: passage.context for passage in index.passages}
        self._rewording = Rewording(writer, self._lexicon, contexts) if writer else None
        self._extractor = Extractor(library, index.passages, self._judge)

    def _is_subject(self, key: str) -> bool:
        titles = [f" {' '.join(syllables(fold(report.title)))} " for report in self.library.reports]
        return any(f" {key} " in title for title in titles)

    def ask(
        self,
        question: str,
        history: tuple[Turn, ...] = (),
        *,
        report_ids: tuple[str, ...] | None = None,
        mode: Mode = "auto",
        top_k: int | None = None,
    ) -> Answer:
        """Answer one question. Raises ``QuestionError`` for one that cannot be read or names an unknown report.

        ``generative`` waits for the fluent wording and gives the quotes where none stands; the other modes give the
        quotes at once, and ``auto`` leaves it to the caller to ``reword`` them after. ``top_k`` limits how many
        passages are looked at (1 to 50).
        """
        clock = _Clock()
        text = clean_question(question)
        self._refuse_unknown(report_ids)
        standalone = self.understand(text, history)
        parts = self._parts(standalone, report_ids)
        clock.lap()
        found = [self._first_answered(readings, report_ids, top_k or CANDIDATES) for readings in parts]
        clock.lap()
        answered = [one for one in found if one.verdict.answerable]
        if answered:
            quoted = self._answer(standalone, found, answered, clock)
            return (self.reword(quoted) or quoted) if mode == "generative" else quoted
        return self._refuse(standalone, found[0], clock)

    def reword(self, answer: Answer) -> Answer | None:
        """Return an answer in fluent, checked words; None where there is no writer or its words do not stand."""
        return self._rewording.reword(answer) if self._rewording else None

    def understand(self, question: str, history: Sequence[Turn] = ()) -> Standalone:
        """Mend the spelling of a question and of those before it, and make it stand alone."""
        said, replies = turns(history, _readable)
        return self._follow_ups.resolve(self._mend(question), [self._mend(text) for text in said], replies)

    def _refuse_unknown(self, report_ids: Sequence[str] | None) -> None:
        for report_id in report_ids or ():
            if all(report.id != report_id for report in self.library.reports):
                raise QuestionError("unknown-report", report_id)

    def _mend(self, text: str) -> str:
        return text if is_english(text) else self._speller.restore(text)

    def _parts(self, standalone: Standalone, report_ids: Sequence[str] | None) -> list[list[Question]]:
        """Return the things asked, each with the ways to read it; a resolved follow-up is one thing."""
        whole = standalone.text == standalone.focus
        parts = split(standalone.text) if whole else [(standalone,)]
        periods = {r.metadata.period for r in self.library.reports if report_ids is None or r.id in report_ids}
        period = periods.pop() if len(periods) == 1 else None
        return [[analyse(one.text, self._lexicon, one.focus, period) for one in readings] for readings in parts]

    def _first_answered(self, readings: Sequence[Question], report_ids: Sequence[str] | None, k: int) -> "_Found":
        """Return what is found for the first reading that the reports answer, or for the likeliest one."""
        likeliest = replace(self._look_up(readings[0], report_ids, k), said=readings[-1].focus)
        if likeliest.verdict.answerable or likeliest.verdict.refusal == "out-of-scope":
            return likeliest
        others = (self._look_up(reading, report_ids, k) for reading in readings[1:])
        return next((found for found in others if found.verdict.answerable), likeliest)

    def _look_up(self, question: Question, report_ids: Sequence[str] | None, k: int) -> "_Found":
        """Find the evidence for one question and decide on it; a section asked for as a whole needs no search."""
        opening = self._outline.overview(question, report_ids)
        if opening:
            return _Found(question, [], Verdict(None, CERTAINTY), opening)
        searched = self._lexicon.variants.written_out(question.text)
        hits = self.index.retriever.search(searched, k, report_ids)
        if question.focus != question.text:
            # The subject of a follow-up must not outweigh what is asked of it now.
            asked = self.index.retriever.search(self._lexicon.variants.written_out(question.focus), k, report_ids)
            hits = merge(hits, asked, k)
        ranked = rank(self._judge.measure(question, hits))
        return _Found(question, ranked, decide(question, ranked, self._judge))

    def _answer(
        self, standalone: Standalone, found: Sequence["_Found"], answered: Sequence["_Found"], clock: "_Clock"
    ) -> Answer:
        citations = self._citations(answered)
        worked_out = self._worked_out(standalone.text, citations)
        if asked_operation(standalone.text) and not worked_out:
            untrimmed = self._citations(answered, whole=True)
            worked_out = self._worked_out(standalone.text, untrimmed)
            citations = untrimmed if worked_out else citations
        unanswered = [one.said for one in found if not one.verdict.answerable]
        text = write(citations, self.library, worked_out, unanswered)
        clock.lap()
        return Answer(
            id=uuid.uuid4().hex,
            text=text,
            citations=citations,
            answerable=True,
            standalone_question=standalone.text,
            mode="extractive",
            confidence=round(min(one.verdict.confidence for one in answered), 3),
            suggestions=(),
            nearest=(),
            refusal=None,
            timings=clock.timings(),
        )

    def _citations(self, answered: Sequence["_Found"], *, whole: bool = False) -> tuple[Citation, ...]:
        quotes = [
            quote
            for one in answered
            if one.verdict.passage
            for quote in self._extractor.choose(one.question, one.verdict.passage, whole=whole)
        ]
        quotes = [quote for one in answered for quote in one.overview] + quotes
        return cite(without_overlap(quotes), self.library)

    def _worked_out(self, question: str, citations: Sequence[Citation]) -> Computation | None:
        return compute(self._lexicon.variants.written_out(question), citations, self._lexicon)

    def _refuse(self, standalone: Standalone, found: "_Found", clock: "_Clock") -> Answer:
        verdict = found.verdict
        close = found.ranked[:NEAREST] if verdict.refusal != "out-of-scope" else ()
        passages = [evidence.passage for evidence in close]
        nearest = tuple(near(Quote(passage, passage.start, passage.end), self.library) for passage in passages)
        key = f"refusal.{verdict.refusal}"
        clock.lap()
        return Answer(
            id=uuid.uuid4().hex,
            text=say(f"{key}.named" if verdict.missing else key, missing=verdict.missing),
            citations=(),
            answerable=False,
            standalone_question=standalone.text,
            mode="extractive",
            confidence=round(verdict.confidence, 3),
            suggestions=(),
            nearest=nearest,
            refusal=verdict.refusal,
            timings=clock.timings(),
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found for one thing asked, and whether it answers."""

    question: Question
    ranked: list[Evidence]
    verdict: Verdict
    overview: Sequence[Quote] = ()
    said: str = ""  # the part of what was typed that asks for it


class _Clock:
    """Milliseconds of the stages of one answer: understand, find, write."""

    def __init__(self) -> None:
        self._marks = [time.perf_counter()]

    def lap(self) -> None:
        """End a stage."""
        self._marks.append(time.perf_counter())

    def timings(self) -> Timings:
        """Return the stages so far."""
        stages = [1000 * (end - start) for start, end in zip(self._marks, self._marks[1:], strict=False)]
        return Timings(understand=stages[0], find=stages[1], write=stages[2], check=0.0)


def open_assistant(config: Config) -> Assistant:
    """Open the library, the model and the index that the configuration names.

    Raises ``ReportError``, ``EncoderError`` or one of the index errors; the command line says what to do about each.
    """
    library = open_library(Path(config.corpus))
    index = open_index(Path(config.index), library, SentenceEncoder(config.encoder))
    return Assistant(library, index, open_writer(config))
