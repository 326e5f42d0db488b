"""The nouns of growth: what was measured at one size, and how a figure grows. Knows no units but those it names."""

from dataclasses import dataclass

from eval.machine import Machine


@dataclass(frozen=True, slots=True)
class Built:
    """Building an index at once, then adding one report to it."""

    embed_rate: float  # passages a second, embedded as the product does
    build_seconds: float  # without embedding where vectors are made up
    disk: float  # MB
    build_memory: float  # MB, the most that was resident
    add_seconds: float  # one report of ``REPORT_LENGTH`` passages, its embedding included
    made_up: bool  # whether the vectors were drawn instead of embedded


@dataclass(frozen=True, slots=True)
class Searched:
    """Opening the index and asking it questions."""

    open_seconds: float
    memory: float  # MB resident after all questions, of the search alone, the model not counted
    p50: float  # ms a question, embedding included
    p95: float
    filtered_p95: float  # ms, within one report
    recall: float  # share of the ten best of comparing all that are found
    vector_recall: float  # the same of the vectors alone


@dataclass(frozen=True, slots=True)
class Assisted:
    """Opening the whole assistant, reports, vocabulary and search, and asking it."""

    first_seconds: float  # the first time, when the vocabulary of no report is kept yet
    open_seconds: float
    memory: float  # MB resident after all questions, the model not counted
    p50: float  # ms a whole answer
    p95: float


@dataclass(frozen=True, slots=True)
class Size:
    """All figures of one number of passages."""

    passages: int
    built: Built
    searched: Searched
    assisted: Assisted | None  # None where it was not measured


@dataclass(frozen=True, slots=True)
class Growth:
    """A whole run."""

    machine: Machine
    sizes: tuple[Size, ...]
