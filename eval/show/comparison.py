"""Says how runs differ: against an earlier one, a baseline, other systems, other ways to type. Knows no file.

Differences are in percentage points, or in thousandths where the figure itself is a number (MRR, nDCG).
"""

from collections.abc import Mapping, Sequence

from app.messages import say
from eval.baseline import Regression
from eval.compare import Comparison, Difference, compare
from eval.models import FigureName, GoldQuestion
from eval.record import StoredRun
from eval.report import ANSWERS, SEARCH, figure, metric_name, percent, short
from eval.robustness import FormLine
from eval.show.layout import Block, Items, Lines, Table, Tables


def signed(metric: FigureName, value: float) -> str:
    """Return a difference with its sign: "+1,4", "−2,1", "0,0" in points; "+0,014" for a number."""
    written = figure(metric, abs(value)).removesuffix(" %")
    if not any(digit in "123456789" for digit in written):
        return written
    return ("+" if value > 0 else "−") + written


def _difference_row(change: Difference) -> tuple[str, ...]:
    metric = change.metric
    span = f"{signed(metric, change.low)} … {signed(metric, change.high)}"
    values = (figure(metric, change.first), figure(metric, change.second))
    return metric_name(metric), *values, signed(metric, change.mean), span, str(change.count)


def differences(first: str, second: str, changes: Sequence[Difference]) -> Table:
    """Return the table of the paired differences of two runs by name."""
    head = say("eval.compare.columns", first=first, second=second).split("|")
    return Table(tuple(head), tuple(map(_difference_row, changes)))


def _questions(heading: str, ids: Sequence[str], questions: Mapping[str, GoldQuestion]) -> list[Block]:
    if not ids:
        return []
    return [
        Items(heading, tuple((f"{id_} · {questions[id_].type}: {short(questions[id_].question)}", ()) for id_ in ids))
    ]


def comparison(compared: Comparison, asked: Sequence[GoldQuestion]) -> list[Block]:
    """Return what changed against another run: every figure, then each question won and lost."""
    questions = {question.id: question for question in asked}
    wins, losses = compared.wins, compared.losses
    title = say("eval.compare.title", first=compared.first, second=compared.second, count=compared.questions)
    return [
        Lines((title,)),
        Tables((differences(compared.first, compared.second, compared.differences),)),
        *_questions(say("eval.compare.wins", count=len(wins)), wins, questions),
        *_questions(say("eval.compare.losses", count=len(losses)), losses, questions),
    ]


def regression(found: Regression, name: str) -> list[Block]:
    """Return the main figures against their baseline, and which of them fell."""
    fallen = [say("eval.baseline.fallen", metric=metric_name(change.metric)) for change in found.fallen]
    left_out = [say("eval.baseline.left-out", count=found.left_out)] if found.left_out else []
    return [
        Tables((differences(name, say("eval.baseline.name"), found.differences),)),
        Lines((*left_out, *(fallen or [say("eval.baseline.kept")]))),
    ]


def side_by_side(runs: Sequence[StoredRun]) -> list[Block]:
    """Return the figures of several systems, one a column, and the first against each of the others in pairs.

    Each column is over the questions that the system was asked; a pair is over those that both were.
    """
    head = (say("eval.side.figure"), *(run.name for run in runs))
    asked = (say("eval.side.questions"), *(str(run.summary.questions) for run in runs))
    rows = [_across(metric, runs) for metric in (*ANSWERS, *SEARCH)]
    speed = (say("eval.side.p50"), *(f"{run.summary.p50:.0f}" for run in runs))
    return [
        Lines((say("eval.side.title"),)),
        Tables((Table(head, (asked, *rows, speed)),)),
        Tables((_pairs(runs[0], runs[1:]),)),
    ]


def _pairs(first: StoredRun, others: Sequence[StoredRun]) -> Table:
    """Return by how much the first handles more questions right than each of the others."""
    rows: list[tuple[str, ...]] = []
    for other in others:
        found = compare(first, other)
        change = found.difference("right")
        if change:
            _, ours, theirs, apart, span, count = _difference_row(change)
            rows.append((other.name, ours, theirs, apart, span, count, str(len(found.wins)), str(len(found.losses))))
    return Table(tuple(say("eval.side.pairs", first=first.name).split("|")), tuple(rows))


def _across(metric: FigureName, runs: Sequence[StoredRun]) -> tuple[str, ...]:
    found = [run.summary.estimate(metric) for run in runs]
    return metric_name(metric), *(figure(metric, each.mean if each else None) for each in found)


def forms(lines: Sequence[FormLine]) -> list[Block]:
    """Return what each way to type the questions costs, and which questions it loses."""
    rows = [
        (
            say(f"eval.form.{line.form}"),
            str(line.count),
            percent(line.right),
            signed("right", -line.loss / 100),
        )
        for line in lines
    ]
    lost = [(say(f"eval.form.{line.form}"), (" ".join(line.lost),)) for line in lines if line.lost]
    table = Tables((Table(tuple(say("eval.forms").split("|")), tuple(rows)),))
    return [table, *([Items(say("eval.forms.lost"), tuple(lost))] if lost else [])]
