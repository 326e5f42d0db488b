"""Measures one size, each step in a process of its own, so that the memory of one is not that of another."""

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from app.assistant import Assistant
from app.shelf.models import Sent
from app.shelf.opening import open_shelf
from app.shelf.shelf import Shelf
from corpus.kept import kept_beside
from corpus.library import Library, open_library
from eval.benchmarks.growth.drawn import DrawnEncoder
from eval.benchmarks.growth.files import REPORT_LENGTH, markdown, sentence_of, write_reports
from eval.benchmarks.growth.models import Assisted, Built, Searched
from eval.benchmarks.growth.texts import Source, made
from eval.metrics.latency import percentile
from eval.metrics.peak_memory import peak_memory
from index.build import build_index
from index.embedding import embed
from index.encoder import Encoder, FloatMatrix, SentenceEncoder
from index.retriever import Channels
from index.store import Index, open_index

ADDED = 1
"""Seed of the report that is added."""
OWN = 5
"""Passages of a report beside its made sentences: its header and its end."""
ALL = 1 << 60
WARM_UP = 5


@dataclass(frozen=True, slots=True)
class Task:
    """One size to measure: where its files and its index stand, what they are made of, whether vectors are drawn."""

    passages: int  # about so many: whole reports
    folder: Path
    source: Source
    encoder: str
    sentences: FloatMatrix | None  # the real vectors of the source's sentences; None: all passages are embedded

    @property
    def corpus(self) -> Path:
        """Where the reports stand."""
        return self.folder / "corpus"

    @property
    def index(self) -> Path:
        """Where their index is built into."""
        return self.folder / "index"

    def library(self) -> Library:
        """Read the reports, those that are kept without parsing."""
        return open_library(self.corpus, kept_beside(self.index))


def build(task: Task) -> Built:
    """Write the reports, build their index, then add one report in their middle as the product does."""
    real, texts = SentenceEncoder(task.encoder), list(made(task.source, _sentences(task.passages)))
    encoder: Encoder = real if task.sentences is None else DrawnEncoder(real, task.sentences, texts)
    task.corpus.mkdir(parents=True)
    reports = write_reports(task.corpus, texts)
    library = task.library()
    few = library.passages()[:REPORT_LENGTH]
    begun = time.perf_counter()
    embed(few, SentenceEncoder(task.encoder), progress=False)
    rate = len(few) / (time.perf_counter() - begun)
    begun = time.perf_counter()
    build_index(library, encoder, task.index)
    built = time.perf_counter() - begun
    new = list(map(sentence_of, made(task.source, REPORT_LENGTH, ADDED, start=len(texts))))
    sent = Sent(f"bc-{reports // 2:06}-them.md", markdown(reports, new).encode())
    begun = time.perf_counter()
    Shelf(task.corpus, task.index, lambda: encoder).take_in([sent])
    added = time.perf_counter() - begun
    disk = sum(path.stat().st_size for path in task.index.rglob("*") if path.is_file()) / 1e6
    return Built(rate, built, disk, peak_memory() * 1.048576, added, task.sentences is not None)


def _sentences(passages: int) -> int:
    """Return how many made sentences give so many passages: a report has some of its own."""
    return passages * REPORT_LENGTH // (REPORT_LENGTH + OWN)


def search(task: Task, questions: Sequence[str]) -> Searched:
    """Open the index and ask it all questions, in it whole, within one report, and beside comparing all."""
    encoder, library = _warm_encoder(task), task.library()
    library.content_hash  # noqa: B018  # made once, and no part of opening the index
    before = _resident()
    begun = time.perf_counter()
    index = open_index(task.index, library, encoder)
    opened = time.perf_counter() - begun
    for question in questions[:WARM_UP]:
        index.retriever.search(question, 10)
    times = [_timed(index, question, None) for question in questions]
    memory = _resident() - before
    report = index.passages[len(index.passages) // 3].report_id
    within = [_timed(index, question, (report,)) for question in questions]
    exact = open_index(task.index, library, encoder, compared=ALL)
    return Searched(
        opened, memory, percentile(times, 50), percentile(times, 95), percentile(within, 95),
        _recall(index, exact, questions, Channels()), _recall(index, exact, questions, Channels(False, False)),
    )  # fmt: skip


def open_first(task: Task) -> float:
    """Return the seconds of opening the assistant where the vocabulary of no report is kept."""
    encoder = _warm_encoder(task)
    begun = time.perf_counter()
    _assistant(task, encoder)
    return time.perf_counter() - begun


def answer(task: Task, questions: Sequence[str], first: float) -> Assisted:
    """Open the assistant and ask it all questions; ``first`` is what its first opening took."""
    encoder = _warm_encoder(task)
    before = _resident()
    begun = time.perf_counter()
    assistant = _assistant(task, encoder)
    opened = time.perf_counter() - begun
    for question in questions[:WARM_UP]:
        assistant.ask(question)
    times = []
    for question in questions:
        begun = time.perf_counter()
        assistant.ask(question)
        times.append(1000 * (time.perf_counter() - begun))
    return Assisted(first, opened, _resident() - before, percentile(times, 50), percentile(times, 95))


def _assistant(task: Task, encoder: Encoder) -> Assistant:
    library, index = open_shelf(task.corpus, task.index, encoder)
    return Assistant(library, index, kept=kept_beside(task.index))


def _warm_encoder(task: Task) -> Encoder:
    encoder = SentenceEncoder(task.encoder)
    encoder.encode_queries(["khởi động"])
    return encoder


def embed_sentences(source: Source, encoder: str) -> FloatMatrix:
    """Return the real vectors of the source's sentences."""
    return np.asarray(SentenceEncoder(encoder).encode_passages(source.sentences), dtype=np.float32)


def _timed(index: Index, question: str, reports: tuple[str, ...] | None) -> float:
    begun = time.perf_counter()
    index.retriever.search(question, 10, reports)
    return 1000 * (time.perf_counter() - begun)


def _recall(index: Index, exact: Index, questions: Sequence[str], channels: Channels) -> float:
    shares = []
    for question in questions:
        found, wanted = (
            {hit.passage.id for hit in one.retriever.limited_to(channels).search(question, 10)}
            for one in (index, exact)
        )
        shares.append(len(found & wanted) / len(wanted))
    return sum(shares) / len(shares)


def _resident() -> float:
    """Return the resident memory of this process in MB, mapped files that were read included; Linux."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
