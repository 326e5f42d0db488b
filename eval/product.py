"""Opens the product with its index and its reports, and judges it on a whole set. Knows no option and no file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from time import perf_counter
from typing import Protocol

from app.config import Config
from app.models import Asker, Mode
from corpus.library import Library
from eval.machine import machine
from eval.metrics.peak_memory import peak_memory
from eval.models import GoldQuestion, Searcher
from eval.record import Conditions, StoredRun
from eval.resume import Journal
from eval.robustness import answerable, robustness
from eval.run import evaluate
from eval.summary import summarise


class OpenedIndex(Protocol):
    """What is needed of an opened index."""

    @property
    def retriever(self) -> Searcher:
        """The search over its passages."""
        ...


class Judged(Asker, Protocol):
    """What is judged: an assistant with its index and its reports."""

    @property
    def index(self) -> OpenedIndex:
        """The index that the assistant searches."""
        ...

    @property
    def library(self) -> Library:
        """The reports that it answers from."""
        ...


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be judged, and how: the set by name, how answers are written, passages looked at, questions at a time.

    ``top_k`` None is the product's own number. ``forms`` asks every answerable question in its other forms as well.
    """

    gold: str
    mode: Mode
    top_k: int | None = None
    jobs: int = 1
    forms: bool = False


def open_product(config: Config) -> Judged:
    """Return the configured assistant. Raises as it does."""
    from app.assistant import open_assistant  # here, because loading the models takes seconds and --help needs none

    return open_assistant(config)


def measured(
    name: str,
    judged: Judged,
    questions: Sequence[GoldQuestion],
    task: Task,
    config: Config,
    journal: Journal | None = None,
) -> StoredRun:
    """Put all questions to a system and return the run.

    Other forms are asked with as many threads as there are processors, since no latency is taken of them; but one at a
    time where a language model writes. Raises as ``evaluate`` does.
    """
    started = perf_counter()
    outcomes = evaluate(
        questions,
        judged,
        judged.index.retriever,
        judged.library,
        task.mode,
        top_k=task.top_k,
        jobs=task.jobs,
        journal=journal,
    )
    asked = answerable(questions) if task.forms else ()
    threads = 1 if task.mode == "generative" else max(task.jobs, machine().cores)
    forms = robustness(asked, judged, task.mode, jobs=threads) if asked else ()
    conditions = Conditions(
        encoder=config.encoder,
        llm=config.llm,
        reports=tuple(report.title for report in judged.library.reports),
        top_k=task.top_k,
        jobs=task.jobs,
        date=datetime.now().astimezone().isoformat(timespec="seconds"),
        machine=str(machine()),
        seconds=round(perf_counter() - started, 1),
        memory=round(peak_memory(), 1),
    )
    return StoredRun(name, task.gold, task.mode, summarise(outcomes), outcomes, conditions, forms)
