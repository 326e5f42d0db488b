"""Measures one thing at a time: starting, answering, the gold sets, the check. Knows nothing of files or tables."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from app.models import Asker, Mode
from app.understand.lexicon import Lexicon
from corpus.library import Library
from eval.benchmarks.in_words import Worded
from eval.benchmarks.models import CheckLine, GoldLine, Speed, Start
from eval.check_rates import CHANGES, check_rates
from eval.metrics.latency import percentile
from eval.metrics.peak_memory import peak_memory
from eval.models import GoldQuestion, MetricName, Outcome
from eval.summary import summarise
from eval.written import written
from index.build import build_index
from index.encoder import SentenceEncoder

PASSES = 3
WARM_UP = 5
"""Questions asked before the clock counts: the first ones load dictionaries and fill caches."""
SHOWN: tuple[MetricName, ...] = (
    "correct",
    "answered",
    "refused",
    "citation-recall",
    "citation-precision",
    "verbatim",
    "figures-supported",
    "length",
    "hit@3",
    "mrr",
)


def start(library: Library, encoder: str) -> Start:
    """Load the model and build the index of a library into a folder that is thrown away."""
    begun = perf_counter()
    model = SentenceEncoder(encoder)
    model.encode_queries(["khởi động"])
    loaded = perf_counter()
    with TemporaryDirectory() as folder:
        manifest = build_index(library, model, Path(folder) / "index")
    return Start(loaded - begun, perf_counter() - loaded, manifest.passages, peak_memory())


def speed(questions: Sequence[GoldQuestion], asker: Asker, mode: Mode, passes: int = PASSES) -> Speed:
    """Ask all questions ``passes`` times, one after another, and time each; raises ``ValueError`` without questions."""
    for question in questions[:WARM_UP]:
        asker.ask(question.question, question.history, mode=mode)
    spent: list[float] = []
    stages: dict[str, list[float]] = {}
    for question in [*questions] * passes:
        begun = perf_counter()
        answer = asker.ask(question.question, question.history, mode=mode)
        spent.append((perf_counter() - begun) * 1000)
        for stage, milliseconds in asdict(answer.timings).items():
            stages.setdefault(stage, []).append(milliseconds)
    medians = {stage: median(values) for stage, values in stages.items()}
    return Speed(mode, len(spent), percentile(spent, 50), percentile(spent, 95), medians)


def speed_of(outcomes: Sequence[Outcome], mode: Mode, words: Sequence[Worded]) -> Speed:
    """Return the speed of answers that were timed while they were judged; raises ``ValueError`` without any."""

    def middle(moments: Sequence[float]) -> float | None:
        return percentile(moments, 50) if moments else None

    spent = [outcome.attempt.milliseconds for outcome in outcomes]
    timings = [asdict(answer.timings) for outcome in outcomes if (answer := outcome.attempt.answer)]
    medians = {stage: median(timing[stage] for timing in timings) for stage in (timings[0] if timings else ())}
    return Speed(
        mode,
        len(spent),
        percentile(spent, 50),
        percentile(spent, 95),
        medians,
        first_words=middle([times.shown for times in words]),
        first_heard=middle([times.heard for times in words]),
        worded=middle([times.whole for times in words]),
    )


def gold_line(name: str, mode: Mode, outcomes: Sequence[Outcome]) -> GoldLine:
    """Return the figures of a judged gold set."""
    summary = summarise(outcomes)
    shares: dict[str, float | None] = {"right": summary.right}
    for metric in SHOWN:
        estimate = summary.estimate(metric)
        shares[metric] = estimate.mean if estimate else None
    return GoldLine(name, mode, summary.questions, summary.unsupported, shares)


def check_line(questions: Sequence[GoldQuestion], library: Library) -> CheckLine:
    """Return what the check does to right and to changed answers to some questions."""
    passages = library.passages()
    contexts = {passage.id: passage.context for passage in passages}
    rates = check_rates(written(questions, library), Lexicon(passages), contexts)
    return CheckLine(
        right=rates.right,
        blamed=rates.blamed_share,
        changed=sum(rates.made.get(kind, 0) for kind in CHANGES),
        caught=rates.caught_share(CHANGES),
        by_kind={kind: rates.caught_share([kind]) for kind in sorted(rates.made)},
        made={kind: rates.made[kind] for kind in sorted(rates.made)},
    )
