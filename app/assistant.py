"""Answers a question: understand, find, decide, write, cite. Knows the stages, not how each works; keeps no user state."""

import time
import unicodedata
import uuid
from collections.abc import Sequence
from pathlib import Path

from app.citations import Quote, cite, near
from app.compute import compute
from app.config import Config
from app.decide import Verdict, decide
from app.errors import QuestionError
from app.evidence import Evidence, Judge
from app.extract import Extractor
from app.extractive import write
from app.messages import say
from app.models import Answer, Mode, Timings, Turn
from app.rank import rank
from app.understand.followup import FollowUps, Standalone
from app.understand.lexicon import Lexicon
from app.understand.question import Question, analyse, is_english
from app.understand.spelling import Speller
from corpus.library import Library, open_library
from index.encoder import SentenceEncoder
from index.store import Index, open_index
from index.syllables import fold, syllables

QUESTION_LENGTH = 2000
"""Longest question in characters, after trimming (the HTTP contract)."""
CANDIDATES = 20
"""Passages that are looked at for every question; the first ten hold the evidence of all dev questions."""
NEAREST = 2


def clean_question(question: str) -> str:
    """Return a question as one line of NFC text. Raises ``QuestionError`` where nothing readable is left."""
    text = unicodedata.normalize("NFC", question)
    text = "".join(" " if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp", "Cs") else c for c in text)
    text = " ".join(text.split())
    if not text:
        raise QuestionError("empty")
    if len(text) > QUESTION_LENGTH:
        raise QuestionError("too-long", f"{len(text):,}".replace(",", "."))
    if not any(c.isalnum() for c in text):
        raise QuestionError("no-words")
    return text


class Assistant:
    """The whole chain over one opened index. Safe to share between threads: nothing changes after construction."""

    def __init__(self, library: Library, index: Index) -> None:
        self.library = library
        self.index = index
        self._lexicon = Lexicon(index.passages)
        self._speller = Speller(self._lexicon)
        titles = {fold(name.text) for name in self._lexicon.names.values() if self._is_subject(name.key)}
        self._follow_ups = FollowUps(self._lexicon, frozenset(titles))
        self._judge = Judge(index.passages, self._lexicon, library.reports)
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

        All modes answer extractively here; ``mode`` is accepted for the contract's sake and the answer says which
        one was used. ``top_k`` limits how many passages are looked at (1 to 50).
        """
        started = time.perf_counter()
        text = clean_question(question)
        for report_id in report_ids or ():
            if all(report.id != report_id for report in self.library.reports):
                raise QuestionError("unknown-report", report_id)
        standalone = self.understand(text, history)
        asked = analyse(standalone.text, self._lexicon, standalone.focus)
        understood = time.perf_counter()
        ranked = self._find(asked, report_ids, top_k or CANDIDATES)
        found = time.perf_counter()
        verdict = decide(asked, ranked, self._judge)
        timings = (1000 * (understood - started), 1000 * (found - understood))
        if not verdict.answerable:
            return self._refuse(standalone, verdict, ranked, timings, found)
        return self._answer(standalone, asked, verdict, ranked, timings, found)

    def understand(self, question: str, history: Sequence[Turn] = ()) -> Standalone:
        """Mend the spelling of a question and of those before it, and make it stand alone."""
        earlier = [self._mend(turn.content) for turn in history if turn.role == "user" and turn.content.strip()]
        return self._follow_ups.resolve(self._mend(question), earlier)

    def _mend(self, text: str) -> str:
        return text if is_english(text) else self._speller.restore(unicodedata.normalize("NFC", text))

    def _find(self, question: Question, report_ids: tuple[str, ...] | None, k: int) -> list[Evidence]:
        searched = self._lexicon.variants.written_out(question.text)
        hits = self.index.retriever.search(searched, k, report_ids)
        return rank(self._judge.measure(question, hits))

    def _answer(
        self,
        standalone: Standalone,
        question: Question,
        verdict: Verdict,
        ranked: Sequence[Evidence],
        spent: tuple[float, float],
        found: float,
    ) -> Answer:
        citations = cite(self._extractor.choose(question, ranked), self.library)
        worked_out = compute(question.text, citations, self._lexicon)
        text = write(citations, self.library, worked_out)
        timings = Timings(*spent, write=1000 * (time.perf_counter() - found), check=0.0)
        return Answer(
            id=uuid.uuid4().hex,
            text=text,
            citations=citations,
            answerable=True,
            standalone_question=standalone.text,
            mode="extractive",
            confidence=round(verdict.confidence, 3),
            suggestions=(),
            nearest=(),
            refusal=None,
            timings=timings,
        )

    def _refuse(
        self,
        standalone: Standalone,
        verdict: Verdict,
        ranked: Sequence[Evidence],
        spent: tuple[float, float],
        found: float,
    ) -> Answer:
        close = ranked[:NEAREST] if verdict.refusal != "out-of-scope" else ()
        nearest = tuple(
            near(Quote(evidence.passage, evidence.passage.start, evidence.passage.end), self.library) for evidence in close
        )
        key = f"refusal.{verdict.refusal}"
        timings = Timings(*spent, write=1000 * (time.perf_counter() - found), check=0.0)
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
            timings=timings,
        )


def open_assistant(config: Config) -> Assistant:
    """Open the library, the model and the index that the configuration names.

    Raises ``ReportError``, ``EncoderError`` or one of the index errors; the command line says what to do about each.
    """
    library = open_library(Path(config.corpus))
    return Assistant(library, open_index(Path(config.index), library, SentenceEncoder(config.encoder)))
