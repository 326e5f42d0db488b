"""Answers a question: understand, find, decide, write, cite. Knows the stages, not how each works.

Nothing of a user is kept: every call brings its conversation along.
"""

import time
import uuid
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from app.ablation import WHOLE, Ablation
from app.across.answering import Answering, Declined
from app.config import Config
from app.decide.evidence import Judge
from app.decide.repeats import only_repeats
from app.decide.verdict import Decide, Verdict, decide, never_refusing
from app.errors import QuestionError
from app.finder import CANDIDATES, Finder
from app.found import Found
from app.llm.choice import open_writer
from app.messages import say
from app.models import Answer, Grow, Mode, Timings, Turn, unheard
from app.shelf.opening import open_shelf
from app.understand.cleaning import clean_question, readable
from app.understand.conversation import turns
from app.understand.followup import FollowUps, Standalone
from app.understand.lexicon import Lexicon
from app.understand.question import analyse
from app.understand.spelling import Speller
from app.write.citations import Quote, near
from app.write.composer import Composed, Composer
from app.write.fluent import Rewording
from app.write.writer import Writer
from corpus.kept import NOTHING, Kept, kept_beside
from corpus.library import Library
from index.encoder import SentenceEncoder
from index.in_reports import Contexts, in_reports
from index.store import Index
from index.syllables import fold, syllables

NEAREST = 2
ABSENT = Verdict("not-in-report", 0.9)
"""Of a question about a report that is not there."""


class Assistant:
    """The whole chain over one opened index. Safe to share between threads: nothing changes after construction."""

    def __init__(
        self,
        library: Library,
        index: Index,
        writer: Writer | None = None,
        parts: Ablation = WHOLE,
        kept: Kept = NOTHING,
    ) -> None:
        # A report is read when one of its passages is found, and its neighbours are there from then on.
        passages = in_reports(index.passages, index.manifest.reports)
        index = replace(index, passages=passages)
        self.library = library
        self.index = index
        self._lexicon = Lexicon(index.passages, index.manifest.reports, kept)
        titles = "".join(f" {' '.join(syllables(fold(report.title)))} " for report in library.reports)
        general = frozenset(name.key for name in self._lexicon.named.within(titles, folded=True))
        self._speller = Speller(self._lexicon, general)
        self._follow_ups = FollowUps(self._lexicon, general)
        judge = Judge(index.passages, self._lexicon, library.reports)
        self._finder = Finder(library, index, self._lexicon, judge, _decision(parts))
        composer = Composer(library, index.passages, self._lexicon, judge)
        self._answering = Answering(library, index.passages, self._finder, composer, self._lexicon)
        contexts = Contexts(passages)
        self._rewording = Rewording(writer, self._lexicon, contexts, parts.check) if writer else None

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
        clock.lap("understand")
        outcome = self._answering.answer(standalone, report_ids, top_k or CANDIDATES, clock.lap)
        clock.lap("write")
        if isinstance(outcome, Composed) and self._repeats(standalone, outcome, history):
            outcome = Declined(None)
        if isinstance(outcome, Declined):
            return self._refuse(standalone, outcome, clock)
        quoted = _answer(standalone, outcome, clock)
        return (self.reword(quoted) or quoted) if mode == "generative" else quoted

    def find(self, question: str, history: tuple[Turn, ...] = ()) -> list[Found]:
        """Return what is found for each part of a question, before anything is written; raises as ``ask`` does."""
        standalone = self.understand(clean_question(question), history)
        return self._finder.find(standalone, None, CANDIDATES)

    @property
    def fluent(self) -> bool:
        """Whether a writer is there that words answers anew."""
        return self._rewording is not None

    def reword(self, answer: Answer, grow: Grow = unheard) -> Answer | None:
        """Return an answer in fluent, checked words; see ``app.models.FluentAsker``."""
        return self._rewording.reword(answer, grow) if self._rewording else None

    def understand(self, question: str, history: Sequence[Turn] = ()) -> Standalone:
        """Mend the spelling of a question and of those before it, and make it stand alone."""
        said, replies = turns(history, readable)
        restore = self._speller.restore
        return self._follow_ups.resolve(restore(question), [restore(text) for text in said], replies)

    def _repeats(self, standalone: Standalone, composed: Composed, history: Sequence[Turn]) -> bool:
        said = [readable(turn.content) for turn in history if turn.role == "assistant"][-1:]
        question = analyse(standalone.text, self._lexicon, standalone.focus)
        return bool(said) and only_repeats(question, [one.quote for one in composed.citations], said[0])

    def _refuse_unknown(self, report_ids: Sequence[str] | None) -> None:
        for report_id in report_ids or ():
            if all(report.id != report_id for report in self.library.reports):
                raise QuestionError("unknown-report", report_id)

    def _refuse(self, standalone: Standalone, declined: Declined, clock: "_Clock") -> Answer:
        found = declined.found
        verdict = found.verdict if found else ABSENT
        close = found.ranked[:NEAREST] if found and verdict.refusal != "out-of-scope" else ()
        passages = [evidence.passage for evidence in close]
        nearest = tuple(near(Quote(passage, passage.start, passage.end), self.library) for passage in passages)
        clock.lap("write")
        return Answer(
            id=uuid.uuid4().hex,
            text=declined.sentence or _refusal(verdict, declined),
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


def _refusal(verdict: Verdict, declined: Declined) -> str:
    """Return the sentence of a refusal; for want of a year it says which years reports are about, if several."""
    key, silent = f"refusal.{verdict.refusal}", declined.silent
    sentence = say(
        f"{key}.named" if verdict.missing else key, missing=verdict.missing, head=silent.head, inside=silent.inside
    )
    if verdict.refusal != "other-year" or not declined.years:
        return sentence
    return say("across.years", sentence=sentence.rstrip("."), years=declined.years)


def _answer(standalone: Standalone, composed: Composed, clock: "_Clock") -> Answer:
    return Answer(
        id=uuid.uuid4().hex,
        text=composed.text,
        citations=composed.citations,
        answerable=True,
        standalone_question=standalone.text,
        mode="extractive",
        confidence=round(composed.confidence, 3),
        suggestions=(),
        nearest=(),
        refusal=None,
        timings=clock.timings(),
        decisive=composed.decisive,
    )


def _decision(parts: Ablation) -> Decide:
    if not parts.answerability:
        return never_refusing
    return decide if parts.relevance else partial(decide, threshold=0.0)


class _Clock:
    """Milliseconds of the stages of one answer: understand, find, write."""

    def __init__(self) -> None:
        self._spent = dict.fromkeys(("understand", "find", "write"), 0.0)
        self._since = time.perf_counter()

    def lap(self, stage: str) -> None:
        """Count the time since the last lap to a stage."""
        now = time.perf_counter()
        self._spent[stage] += 1000 * (now - self._since)
        self._since = now

    def timings(self) -> Timings:
        """Return the stages so far."""
        return Timings(**self._spent, check=0.0)


def open_assistant(config: Config) -> Assistant:
    """Open the library, the model and the index that the configuration names.

    Raises ``ReportError``, ``ShelfError``, ``EncoderError`` or an index error; the command line says what to do about
    each.
    """
    library, index = open_shelf(config.corpus, config.index, SentenceEncoder(config.encoder), config.milvus)
    return Assistant(library, index, open_writer(config), kept=kept_beside(config.index))
