"""Stores a run as a JSON file, every outcome of it, and reads it back. Knows nothing of the terminal.

A hit names its passage by id; the passages stand once, apart, since questions find the same ones again and again.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from app.models import Answer
from corpus.models import Passage
from eval.models import Attempt, GoldQuestion, MetricName, Outcome, Score
from eval.robustness import FormLine
from eval.summary import Summary
from index.models import Hit


@dataclass
class RunError(Exception):
    """A stored run that cannot be used: missing, not of this form, or of other questions than it is compared on.

    ``detail`` is the reason or the place in the file.
    """

    fault: Literal["unreadable", "malformed", "other-questions"]
    path: Path
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.fault}: {self.path}: {self.detail}"


@dataclass(frozen=True, slots=True)
class Conditions:
    """Under what a run was made; what is not known stays empty."""

    encoder: str = ""
    llm: str = ""  # the setting HOIDAP_LLM
    reports: tuple[str, ...] = ()  # titles
    top_k: int | None = None  # None: the product's own
    jobs: int = 1  # questions at a time; latencies of more than one include waiting for each other
    date: str = ""  # ISO 8601 with its offset
    machine: str = ""
    seconds: float = 0.0  # of the whole run
    memory: float = 0.0  # peak of the process, MiB


@dataclass(frozen=True, slots=True)
class StoredRun:
    """One system that was put to a gold set: the product, one of its ablations, or a peer.

    ``gold`` is the set as it was asked for ("test", or a path); outcomes follow its order. ``robustness`` is empty
    where other forms were not asked.
    """

    name: str
    gold: str
    mode: str
    summary: Summary
    outcomes: tuple[Outcome, ...]
    conditions: Conditions = Conditions()
    robustness: tuple[FormLine, ...] = ()


@dataclass(frozen=True, slots=True)
class HitRecord:
    """A hit as it is stored: the id, and for a reader of the file the place, of its passage."""

    rank: int
    id: str
    start: int
    end: int
    score: float
    similarity: float


@dataclass(frozen=True, slots=True)
class OutcomeRecord:
    """An outcome as it is stored."""

    question: GoldQuestion
    right: bool
    scores: dict[MetricName, float]
    missing: tuple[str, ...]
    unsupported: tuple[str, ...]
    answer: Answer | None
    hits: tuple[HitRecord, ...]
    milliseconds: float
    error: str


@dataclass(frozen=True, slots=True)
class _RunRecord:
    """The whole file."""

    name: str
    gold: str
    mode: str
    conditions: Conditions
    summary: Summary
    robustness: tuple[FormLine, ...]
    passages: tuple[Passage, ...]
    outcomes: tuple[OutcomeRecord, ...]


def passages_of(outcomes: Iterable[Outcome]) -> tuple[Passage, ...]:
    """Return the passages that outcomes found, each once, in the order of finding."""
    found = {hit.passage.id: hit.passage for outcome in outcomes for hit in outcome.attempt.hits}
    return tuple(found.values())


def record_of(outcome: Outcome) -> OutcomeRecord:
    """Return an outcome as it is stored; its passages go apart (``passages_of``)."""
    attempt = outcome.attempt
    return OutcomeRecord(
        question=attempt.question,
        right=outcome.right,
        scores={score.metric: score.value for score in outcome.scores},
        missing=outcome.missing,
        unsupported=outcome.unsupported,
        answer=attempt.answer,
        hits=tuple(
            HitRecord(hit.rank, hit.passage.id, hit.passage.start, hit.passage.end, hit.score, hit.similarity)
            for hit in attempt.hits
        ),
        milliseconds=round(attempt.milliseconds, 3),
        error=attempt.error,
    )


def outcome_of(record: OutcomeRecord, passages: Mapping[str, Passage]) -> Outcome:
    """Return the outcome that was stored. Raises ``KeyError`` for a hit whose passage is not there."""
    hits = tuple(Hit(passages[hit.id], hit.score, hit.rank, hit.similarity) for hit in record.hits)
    attempt = Attempt(record.question, record.answer, hits, record.milliseconds, record.error)
    scores = tuple(Score(record.question.id, metric, value) for metric, value in record.scores.items())
    return Outcome(attempt, scores, record.missing, record.unsupported)


def write_run(path: Path, run: StoredRun) -> None:
    """Write a run. Raises ``OSError`` where it cannot."""
    stored = _RunRecord(
        name=run.name,
        gold=run.gold,
        mode=run.mode,
        conditions=run.conditions,
        summary=run.summary,
        robustness=run.robustness,
        passages=passages_of(run.outcomes),
        outcomes=tuple(map(record_of, run.outcomes)),
    )
    path.write_text(json.dumps(asdict(stored), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_run(path: Path) -> StoredRun:
    """Read a run that ``write_run`` wrote. Raises ``RunError``."""
    try:
        stored = TypeAdapter(_RunRecord).validate_json(path.read_bytes())
        passages = {passage.id: passage for passage in stored.passages}
        outcomes = tuple(outcome_of(record, passages) for record in stored.outcomes)
    except OSError as error:
        raise RunError("unreadable", path, error.strerror or "") from error
    except ValidationError as error:
        raise RunError("malformed", path, ".".join(map(str, error.errors()[0]["loc"])) or "JSON") from error
    except KeyError as error:
        raise RunError("malformed", path, f"passages: {error.args[0]}") from error
    return StoredRun(
        stored.name, stored.gold, stored.mode, stored.summary, outcomes, stored.conditions, stored.robustness
    )
