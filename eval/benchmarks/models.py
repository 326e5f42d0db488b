"""The figures of one run of the benchmarks. Knows nothing of how they are measured or shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.models import Mode
from eval.machine import Machine
from eval.reliability import Reliability
from eval.robustness import FormLine


@dataclass(frozen=True, slots=True)
class Speed:
    """Milliseconds per question of one mode, after warm-up; ``stages`` are medians by name.

    Of the answers that stand in a model's words, None where there are none, the medians until its first word
    (``first_heard``), until the first checked words (``first_words``), and until the whole (``worded``).
    """

    mode: Mode
    questions: int  # answers timed: questions times passes
    p50: float
    p95: float
    stages: Mapping[str, float]
    first_words: float | None = None
    first_heard: float | None = None
    worded: float | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """What starting costs: seconds to load the model and to build the index, the most memory taken in MiB."""

    load_seconds: float
    build_seconds: float
    passages: int
    memory: float


@dataclass(frozen=True, slots=True)
class GoldLine:
    """A gold set in one mode. Shares in [0, 1], None where they apply to no question."""

    gold: str
    mode: Mode
    questions: int
    unsupported: int  # figures in answers that no cited quote holds
    shares: Mapping[str, float | None]  # by metric


@dataclass(frozen=True, slots=True)
class SystemLine:
    """One system on a set of questions: the product, the product without a part, or a peer. ``p50`` in milliseconds."""

    name: str  # "hoidap", "without-hybrid", "bm25"
    questions: int
    shares: Mapping[str, float | None]  # by metric, in [0, 1]
    p50: float


@dataclass(frozen=True, slots=True)
class CheckLine:
    """What the check of written sentences does to right answers and to changed ones."""

    right: int
    blamed: float  # share of the right ones
    changed: int  # of the five kinds that must be caught
    caught: float  # share of these
    by_kind: Mapping[str, float]  # share caught, the harder kinds too
    made: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Results:
    """One run of all benchmarks. ``speeds`` and ``gold`` have lines of the generative mode where a model is set up."""

    machine: Machine
    start: Start
    speeds: tuple[Speed, ...]
    gold: tuple[GoldLine, ...]
    robustness: tuple[FormLine, ...]
    reliability: Reliability | None
    check: CheckLine
    systems: tuple[SystemLine, ...] = ()
