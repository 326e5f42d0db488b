"""Puts every gold question to the product and judges what comes back. Knows nothing of figures over all questions."""

import logging
from collections.abc import Sequence
from time import perf_counter

from tqdm import tqdm

from app.models import Answer, Asker, Mode
from corpus.library import Library
from eval.judge import judge
from eval.models import Attempt, GoldQuestion, Outcome, Searcher
from index.models import Hit

DEPTH = 10
"""How many hits of the search are judged."""

_log = logging.getLogger(__name__)


def attempt(question: GoldQuestion, asker: Asker, searcher: Searcher, mode: Mode) -> Attempt:
    """Ask one question, then search what the product understood it to be; the latency is that of the answer.

    What the product raises is part of the result: logged, kept in ``error``, and what is then lacking scores zero.
    """
    answer: Answer | None = None
    hits: tuple[Hit, ...] = ()
    error = ""
    started = perf_counter()
    milliseconds = 0.0
    try:
        answer = asker.ask(question.question, question.history, mode=mode)
        milliseconds = (perf_counter() - started) * 1000
        hits = tuple(searcher.search(answer.standalone_question or question.question, DEPTH))
    except Exception as raised:  # noqa: BLE001 - any fault of the judged product is a result; one must not hide the rest
        milliseconds = milliseconds or (perf_counter() - started) * 1000
        error = f"{type(raised).__name__}: {raised}"
        _log.exception("question %s raised", question.id)
    return Attempt(question, answer, hits[:DEPTH], milliseconds, error)


def evaluate(
    questions: Sequence[GoldQuestion], asker: Asker, searcher: Searcher, library: Library, mode: Mode = "auto"
) -> tuple[Outcome, ...]:
    """Return one outcome per gold question, in their order, with a progress bar on a terminal's standard error.

    Raises ``ValueError`` without questions and ``EvidenceError`` for evidence that the library does not hold.
    """
    if not questions:
        raise ValueError("no gold questions to evaluate")
    bar = tqdm(questions, desc="hoidap eval", unit=" câu", disable=None)
    return tuple(judge(attempt(question, asker, searcher, mode), library) for question in bar)
