"""The nouns of judging: gold questions, places of evidence, scores, outcomes. Knows nothing of how each is made."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from app.models import Answer, Turn
from index.models import Hit

Split = Literal["dev", "test"]
QuestionType = Literal[
    "lookup",
    "entity",
    "footnote",
    "list",
    "two-place",
    "arithmetic",
    "date",
    "why",
    "plan",
    "limitation",
    "yesno",
    "no-diacritics",
    "typo",
    "abbreviation",
    "english",
    "follow-up",
    "unanswerable",
    "false-premise",
    "out-of-scope",
    "injection",
]
MetricName = Literal[
    "right",
    "hit@1",
    "hit@3",
    "hit@5",
    "hit@10",
    "recall@5",
    "recall@10",
    "mrr",
    "ndcg@10",
    "correct",
    "citation-precision",
    "citation-recall",
    "answered",
    "refused",
    "verbatim",
    "figures-supported",
    "length",
]
"""What one question is worth, 0 to 1. "right" is ``Outcome.right``; ``eval/metrics/`` defines each of the others."""
FigureName = Literal[MetricName, "refusal-precision", "refusal-recall"]
"""What a whole run is worth: the mean of a metric, or one of the two that are counted over refusals."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that holds the answer: a verbatim quote of a section, or of the footnote whose mark stands in it."""

    section: str
    footnote: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question with a verified answer. Evidence points at the report, never at a passage of an index.

    ``must_include`` are the decisive facts; alternatives within one item are separated by "|". For a question that
    the report does not answer both it and ``evidence`` are empty. ``history`` is oldest first.
    """

    id: str
    split: Split
    type: QuestionType
    question: str
    history: tuple[Turn, ...]
    answerable: bool
    must_include: tuple[str, ...]
    must_not_include: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    reference: str
    note: str


@dataclass(frozen=True, slots=True)
class Place:
    """Evidence located: characters ``[start, end)`` of the canonical text of a report."""

    report_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Score:
    """What one question is worth on one metric: 0 is worst, 1 is best, for every metric."""

    question_id: str
    metric: MetricName
    value: float

    def __post_init__(self) -> None:
        if not 0.0 <= self.value <= 1.0:
            raise ValueError(f"score {self.value} of {self.question_id} on {self.metric} is outside [0, 1]")


@dataclass(frozen=True, slots=True)
class Attempt:
    """What the product did with one question. ``answer`` is None where it raised; ``error`` then says what."""

    question: GoldQuestion
    answer: Answer | None
    hits: tuple[Hit, ...]  # best first, at most 10
    milliseconds: float  # wall clock of the answer alone, without the search that is judged apart
    error: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """An attempt with its scores, one per metric that applies to the question.

    ``missing`` are the items of ``must_include`` that the answer lacks, ``unsupported`` the figures of the answer
    that no cited quote holds.
    """

    attempt: Attempt
    scores: tuple[Score, ...]
    missing: tuple[str, ...]
    unsupported: tuple[str, ...]

    def value(self, metric: MetricName) -> float | None:
        """Return the score on a metric, or None where the metric does not apply to the question."""
        if metric == "right":
            return float(self.right)
        return next((score.value for score in self.scores if score.metric == metric), None)

    @property
    def right(self) -> bool:
        """Tell whether the question was handled right: answered correctly, or refused where there is no answer."""
        return self.value("correct" if self.attempt.question.answerable else "refused") == 1.0


class Searcher(Protocol):
    """Anything that finds passages: the retriever of an opened index, or a scripted one in tests."""

    def search(self, question: str, k: int) -> Sequence[Hit]:
        """Return at most ``k`` hits, best first."""
        ...
