"""Tells whether a run falls below an earlier one that is kept as the baseline. Knows nothing of the terminal.

A baseline keeps what each question was worth on the main figures, so that the same questions are compared in pairs.
A run falls below it on a figure

- when the upper end of the 95 % interval of the paired difference (``eval.compare.difference``) is below 0: more is
  lost than other questions of this kind would explain. With scores of 0 and 1 that takes four questions lost and none
  won;
- when the figure is a promise (``PROMISED``) that the baseline kept on every question, and one question breaks it: its
  own interval has no width.

Nothing is drawn at random when the product answers, so that a run of the same program differs from its baseline by 0.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from eval.compare import Difference, difference, scores_of
from eval.models import GoldQuestion, MetricName
from eval.record import StoredRun

MAIN: tuple[MetricName, ...] = (
    "right",
    "correct",
    "refused",
    "citation-precision",
    "citation-recall",
    "verbatim",
    "figures-supported",
)
"""The figures that must not fall."""
TEST_EXTRACTIVE = Path(__file__).parent / "baselines" / "test-extractive.json"
"""The baseline that comes with the product: ``hoidap eval --mode extractive --save-baseline`` this file."""
PROMISED: tuple[MetricName, ...] = ("verbatim", "figures-supported")
"""Those that the product promises for every single answer."""


@dataclass
class BaselineError(Exception):
    """A baseline that cannot be used: missing, not of this form, of another mode, or of other questions."""

    fault: Literal["unreadable", "malformed", "other-mode", "other-questions"]
    path: Path
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.fault}: {self.path}: {self.detail}"


@dataclass(frozen=True, slots=True)
class BaselineQuestion:
    """What one question was worth, with a digest of its words and its gold answer: changed, it is another question."""

    digest: str
    scores: dict[MetricName, float]


@dataclass(frozen=True, slots=True)
class Baseline:
    """An earlier run, as far as it is compared."""

    gold: str
    mode: str
    questions: dict[str, BaselineQuestion]


@dataclass(frozen=True, slots=True)
class Regression:
    """A run against its baseline: what changed on each main figure, which fell, and how many questions were left out.

    ``left_out`` counts questions of the baseline that the run did not ask, or asks in other words.
    """

    differences: tuple[Difference, ...]
    fallen: tuple[Difference, ...]
    left_out: int


def _digest(question: GoldQuestion) -> str:
    return sha256(json.dumps(asdict(question), ensure_ascii=False).encode()).hexdigest()[:12]


def baseline_of(run: StoredRun) -> Baseline:
    """Return a run as a baseline for later ones."""
    worth = scores_of(run.outcomes)
    questions = {
        question.id: BaselineQuestion(
            _digest(question), {metric: value for metric, value in worth[question.id].items() if metric in MAIN}
        )
        for question in (outcome.attempt.question for outcome in run.outcomes)
    }
    return Baseline(run.gold, run.mode, questions)


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write a baseline, a question a line, so that a change of it can be read. Raises ``OSError`` where it cannot."""
    lines = [
        f"  {json.dumps(id_)}: {json.dumps(asdict(question))}" for id_, question in sorted(baseline.questions.items())
    ]
    head = f'"gold": {json.dumps(baseline.gold, ensure_ascii=False)},\n "mode": {json.dumps(baseline.mode)}'
    path.write_text("{" + head + ',\n "questions": {\n' + ",\n".join(lines) + "\n }}\n", encoding="utf-8")


def read_baseline(path: Path) -> Baseline:
    """Read a baseline that ``write_baseline`` wrote. Raises ``BaselineError``."""
    try:
        return TypeAdapter(Baseline).validate_json(path.read_bytes())
    except OSError as error:
        raise BaselineError("unreadable", path, error.strerror or "") from error
    except ValidationError as error:
        raise BaselineError("malformed", path, ".".join(map(str, error.errors()[0]["loc"])) or "JSON") from error


def _falls(change: Difference) -> bool:
    return change.worse or (change.metric in PROMISED and change.second == 1.0 and change.mean < 0)


def _asked(baseline: Baseline, questions: Iterable[GoldQuestion]) -> set[str]:
    """Return the ids of the questions that the baseline knows as they stand."""
    known = {id_: question.digest for id_, question in baseline.questions.items()}
    return {question.id for question in questions if known.get(question.id) == _digest(question)}


def check_fits(path: Path, baseline: Baseline, mode: str, questions: Iterable[GoldQuestion]) -> None:
    """Raise ``BaselineError`` where the baseline at ``path`` is of another mode or knows none of the questions."""
    if baseline.mode != mode:
        raise BaselineError("other-mode", path, f"{baseline.mode} ≠ {mode}")
    if not _asked(baseline, questions):
        raise BaselineError("other-questions", path, baseline.gold)


def against(baseline: Baseline, run: StoredRun) -> Regression:
    """Compare a run with a baseline that fits it (``check_fits``), on the questions of both."""
    asked = _asked(baseline, (outcome.attempt.question for outcome in run.outcomes))
    ours = scores_of([outcome for outcome in run.outcomes if outcome.attempt.question.id in asked])
    theirs = {id_: baseline.questions[id_].scores for id_ in asked}
    changes = tuple(change for metric in MAIN if (change := difference(ours, theirs, metric)) is not None)
    return Regression(changes, tuple(filter(_falls, changes)), len(baseline.questions) - len(asked))
