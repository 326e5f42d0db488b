"""Says what a run is worth, in Vietnamese: figures, tables, what went wrong. Knows nothing of how it was judged."""

from collections.abc import Sequence

from app.messages import say
from eval.models import FigureName, MetricName, Outcome
from eval.place_names import place_name
from eval.record import StoredRun
from eval.reliability import claims, reliability
from eval.show.layout import Block, Items, Lines, Table, Tables
from eval.summary import Estimate, Summary

SEARCH: tuple[FigureName, ...] = ("hit@1", "hit@3", "hit@5", "hit@10", "recall@5", "recall@10", "mrr", "ndcg@10")
ANSWERS: tuple[FigureName, ...] = (
    "right",
    "correct",
    "answered",
    "refused",
    "refusal-precision",
    "refusal-recall",
    "citation-precision",
    "citation-recall",
    "verbatim",
    "figures-supported",
    "length",
)
_NUMBERS: tuple[FigureName, ...] = ("mrr", "ndcg@10")
# What makes a question worth listing; hits and citations beside the evidence are shown, not held against it.
_MUST_HOLD: tuple[MetricName, ...] = ("correct", "refused", "verbatim", "figures-supported", "length")
_SHORT = 200
"""Characters of an answer or quote that the list of failures shows."""


def metric_name(metric: FigureName) -> str:
    """Return what a metric is called on the terminal."""
    name, _, cutoff = metric.partition("@")
    return say(f"eval.metric.{name}", k=cutoff)


def percent(value: float | None) -> str:
    """Return a share in [0, 1] as a Vietnamese percentage, "87,4 %", or a dash for None."""
    return "–" if value is None else f"{100 * value:.1f} %".replace(".", ",")


def short(text: str) -> str:
    """Return a text on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else line[:_SHORT].rsplit(" ", 1)[0] + " …"


def decimal(value: float) -> str:
    """Return a number with three places and a decimal comma."""
    return f"{value:.3f}".replace(".", ",")


def figure(metric: FigureName, value: float | None) -> str:
    """Return a figure as its metric is written: a number for means of ranks and gains, else a percentage."""
    return decimal(value) if metric in _NUMBERS and value is not None else percent(value)


def _estimate_row(estimate: Estimate) -> tuple[str, ...]:
    value, low, high = (figure(estimate.metric, number) for number in (estimate.mean, estimate.low, estimate.high))
    return metric_name(estimate.metric), value, f"{low.removesuffix(' %')}–{high}", str(estimate.count)


def _metrics(summary: Summary) -> list[Table]:
    tables = []
    for title, metrics in (("eval.search", SEARCH), ("eval.answers", ANSWERS)):
        estimates = [estimate for metric in metrics if (estimate := summary.estimate(metric))]
        if estimates:
            head = (say(title), *say("eval.columns").split("|"))
            tables.append(Table(head, tuple(map(_estimate_row, estimates))))
    return tables


def _types(summary: Summary) -> Table:
    rows: list[tuple[str, ...]] = []
    for line in summary.types:
        shares = (line.right, line.hit_at_3, line.recall_at_5, line.citation_precision, line.citation_recall)
        rows.append((line.type, str(line.count), *map(percent, shares)))
    return Table(tuple(say("eval.types").split("|")), tuple(rows))


def failures(outcome: Outcome) -> tuple[MetricName, ...]:
    """Return on which metrics that must hold an outcome falls short."""
    return tuple(metric for metric in _MUST_HOLD if outcome.value(metric) not in (None, 1.0))


def _said(outcome: Outcome) -> str:
    answer = outcome.attempt.answer
    if answer is None:
        return say("eval.nothing")
    return ("" if answer.answerable else say("eval.line.refused")) + short(answer.text)


def _failure(outcome: Outcome) -> tuple[str, tuple[str, ...]]:
    """Return what there is to say on one question that went wrong."""
    question, answer = outcome.attempt.question, outcome.attempt.answer
    evidence = " · ".join(f"{place_name(e)} “{short(e.quote)}”" for e in question.evidence)
    lines = (
        ("question", question.question),
        ("answer", _said(outcome)),
        ("error", outcome.attempt.error),
        ("failed", "; ".join(map(metric_name, failures(outcome)))),
        ("missing", " · ".join(outcome.missing)),
        ("unsupported", " · ".join(outcome.unsupported)),
        ("evidence", evidence or say("eval.no-answer")),
        ("cited", " · ".join(c.label for c in answer.citations) if answer else ""),
    )
    named = [(say(f"eval.line.{name}"), " ".join(text.split())) for name, text in lines if text]
    return f"{question.id} · {question.type}", tuple(f"{name}: {text}" for name, text in named)


def _reliability(outcomes: Sequence[Outcome]) -> list[Block]:
    """Return the table of how often answers of each confidence are right; nothing where no answer was given."""
    found = reliability(claims(outcomes))
    if found is None:
        return []
    rows: list[tuple[str, ...]] = []
    for each in found.bins:
        span = f"{each.low:.1f}–{each.high:.1f}".replace(".", ",")
        rows.append((span, str(each.count), percent(each.confidence), percent(each.right)))
    brier, error = map(decimal, (found.brier, found.error))
    sure = say("eval.reliability.sure", count=found.sure, right=percent(found.sure_right), brier=brier, error=error)
    head = tuple(say("eval.reliability").split("|"))
    return [Tables((Table(head, tuple(rows)),)), Lines((sure,))]


def _costs(run: StoredRun) -> Lines:
    """Return what a run cost besides being wrong: figures without a quote, time, memory."""
    p50, p95 = (f"{value:.0f}" for value in (run.summary.p50, run.summary.p95))
    lines = [say("eval.unsupported", count=run.summary.unsupported), say("eval.latency", p50=p50, p95=p95)]
    made = run.conditions
    if made.memory:
        seconds, memory = f"{made.seconds:.1f}".replace(".", ","), f"{made.memory:.0f}"
        lines.append(say("eval.cost", seconds=seconds, memory=memory, jobs=made.jobs))
    return Lines(tuple(lines))


def report(run: StoredRun) -> list[Block]:
    """Return the whole report: figures, figures by type, each question that went wrong."""
    wrong = [outcome for outcome in run.outcomes if failures(outcome) or outcome.attempt.error]
    title = say("eval.title", count=run.summary.questions, gold=run.gold, mode=run.mode)
    listed = Items(say("eval.wrong", count=len(wrong)), tuple(map(_failure, wrong)))
    return [
        Lines((title, say("eval.right", right=percent(run.summary.right), errors=run.summary.errors))),
        Tables(tuple(_metrics(run.summary))),
        _costs(run),
        Tables((_types(run.summary),)),
        *_reliability(run.outcomes),
        listed if wrong else Lines((say("eval.none-wrong"),)),
    ]
