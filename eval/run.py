"""Puts every gold question to the product and judges what comes back. Knows nothing of figures over all questions."""

import logging
from collections.abc import Sequence
from time import perf_counter

from app.models import Answer, Asker, Mode
from corpus.library import Library
from eval.in_order import in_order
from eval.judge import judge
from eval.models import Attempt, GoldQuestion, Outcome, Searcher
from eval.resume import Journal
from index.models import Hit

DEPTH = 10
"""How many hits of the search are judged."""

_log = logging.getLogger(__name__)


def attempt(question: GoldQuestion, asker: Asker, searcher: Searcher, mode: Mode, top_k: int | None = None) -> Attempt:
    """Ask one question, then search what the product understood it to be; the latency is that of the answer.

    What the product raises is part of the result: logged, kept in ``error``, and what is then lacking scores zero.
    """
    answer: Answer | None = None
    hits: tuple[Hit, ...] = ()
    error = ""
    started = perf_counter()
    milliseconds = 0.0
    try:
        answer = asker.ask(question.question, question.history, mode=mode, top_k=top_k)
        milliseconds = (perf_counter() - started) * 1000
        hits = tuple(searcher.search(answer.standalone_question or question.question, DEPTH))
    except Exception as raised:  # noqa: BLE001 - any fault of the judged product is a result; one must not hide the rest
        milliseconds = milliseconds or (perf_counter() - started) * 1000
        error = f"{type(raised).__name__}: {raised}"
        _log.exception("question %s raised", question.id)
    return Attempt(question, answer, hits[:DEPTH], milliseconds, error)


def evaluate(
    questions: Sequence[GoldQuestion],
    asker: Asker,
    searcher: Searcher,
    library: Library,
    mode: Mode = "auto",
    *,
    top_k: int | None = None,
    jobs: int = 1,
    journal: Journal | None = None,
) -> tuple[Outcome, ...]:
    """Return one outcome per gold question, in their order, with a progress bar on a terminal's standard error.

    ``top_k`` passages are looked at for each (None: the product's own number), ``jobs`` questions are asked at a time;
    each outcome is kept in the ``journal``, and a question that it knows is not asked again. Raises ``ValueError``
    without questions, ``EvidenceError`` for evidence that the library does not hold, ``OSError`` where the journal
    cannot be written.
    """
    if not questions:
        raise ValueError("no gold questions to evaluate")

    def one(question: GoldQuestion) -> Outcome:
        if journal and (known := journal.known(question)):
            return known
        outcome = judge(attempt(question, asker, searcher, mode, top_k), library)
        if journal:
            journal.add(outcome)
        return outcome

    return tuple(in_order(one, questions, jobs))
