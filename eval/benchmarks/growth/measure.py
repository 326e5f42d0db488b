"""Measures one size, each step in a process of its own, so that the memory of one is not that of another."""

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from app.understand.lexicon import Lexicon
from eval.benchmarks.growth.drawn import DrawnEncoder
from eval.benchmarks.growth.models import Built, Searched
from eval.benchmarks.growth.texts import REPORT_LENGTH, PassageLibrary, Source, made, passages_of
from eval.metrics.latency import percentile
from eval.metrics.peak_memory import peak_memory
from index.build import build_index
from index.embedding import embed
from index.encoder import Encoder, FloatMatrix, SentenceEncoder
from index.retriever import Channels
from index.store import Index, open_index

ADDED = 1
"""Seed of the report that is added."""
ALL = 1 << 60
WARM_UP = 5


@dataclass(frozen=True, slots=True)
class Task:
    """One size to measure: where its index stands, what it is made of, whether its vectors are drawn."""

    passages: int
    folder: Path
    source: Source
    encoder: str
    sentences: FloatMatrix | None  # the real vectors of the source's sentences; None: all passages are embedded


def _library(task: Task) -> tuple[PassageLibrary, PassageLibrary, Encoder]:
    """Return the library, the library with one report more in its middle, and what embeds them."""
    real = SentenceEncoder(task.encoder)
    texts = list(made(task.source, task.passages))
    encoder: Encoder = real if task.sentences is None else DrawnEncoder(real, task.sentences, texts)
    names = [f"bc-{i:06}" for i in range(-(-task.passages // REPORT_LENGTH))]
    own = passages_of([one.text for one in texts], names)
    middle = len(names) // 2
    new = [one.text for one in made(task.source, REPORT_LENGTH, ADDED)]
    added = passages_of(new, [f"{names[middle]}-them"])
    at = min((middle + 1) * REPORT_LENGTH, len(own))
    more = PassageLibrary([*own[:at], *added, *own[at:]], "more")
    return PassageLibrary(own, "first"), more, encoder


def build(task: Task) -> Built:
    """Build the index of a size, then add one report to it."""
    library, more, encoder = _library(task)
    few = more.passages()[:REPORT_LENGTH]
    begun = time.perf_counter()
    embed(few, SentenceEncoder(task.encoder), progress=False)
    rate = len(few) / (time.perf_counter() - begun)
    begun = time.perf_counter()
    build_index(library, encoder, task.folder)
    built = time.perf_counter() - begun
    begun = time.perf_counter()
    build_index(more, encoder, task.folder, reuse=True)
    added = time.perf_counter() - begun
    disk = sum(path.stat().st_size for path in task.folder.rglob("*") if path.is_file()) / 1e6
    return Built(rate, built, disk, peak_memory() * 1.048576, added, task.sentences is not None)


def search(task: Task, questions: Sequence[str]) -> Searched:
    """Open the index and ask it all questions, in it whole, within one report, and beside comparing all."""
    encoder, library = SentenceEncoder(task.encoder), PassageLibrary([], "more")
    encoder.encode_queries(["khởi động"])
    before = _resident()
    begun = time.perf_counter()
    index = open_index(task.folder, library, encoder)
    opened = time.perf_counter() - begun
    for question in questions[:WARM_UP]:
        index.retriever.search(question, 10)
    times = [_timed(index, question, None) for question in questions]
    memory = _resident() - before
    report = index.passages[len(index.passages) // 3].report_id
    within = [_timed(index, question, (report,)) for question in questions]
    exact = open_index(task.folder, library, encoder, compared=ALL)
    return Searched(
        opened, memory, percentile(times, 50), percentile(times, 95), percentile(within, 95),
        _recall(index, exact, questions, Channels()), _recall(index, exact, questions, Channels(False, False)),
    )  # fmt: skip


def read_in(task: Task) -> float:
    """Return the seconds in which the assistant reads the words of all passages, which it does when it is opened."""
    index = open_index(task.folder, PassageLibrary([], "more"), SentenceEncoder(task.encoder))
    begun = time.perf_counter()
    Lexicon(tuple(index.passages))
    return time.perf_counter() - begun


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
